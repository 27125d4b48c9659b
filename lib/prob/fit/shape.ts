import { maxOf } from "../../core";
import {
  digammaAt,
  digammaMinusLog,
  log1pmx,
  logRatio,
  polygammaAt,
  rootBetween,
} from "../../core/special";
import { ALL_EQUAL, constant, type Estimator, meanOf } from "./estimate";

/**
 * Shape α and rate β of the gamma law: β = α/mean, and α solves ln α − ψ(α) = s with
 * s = ln(mean) − mean of the logarithms. The left side falls and lies between 1/(2α) and 1/α. For data
 * close to each other s is summed from terms that do not cancel.
 */
export const fitGamma: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const mean = meanOf(x);
  const n = x.length;
  const s =
    x.reduce((sum, v) => {
      const e = (v - mean) / mean;
      return sum - (e > -0.5 ? log1pmx(e) : logRatio(v, mean) - e);
    }, 0) / n;
  const gap = (a: number) => (a < 10 ? digammaAt(a) - Math.log(a) : digammaMinusLog(a));
  const shape = rootBetween((a) => s + gap(a), 0.49 / s, 1.01 / s);
  const rate = shape / mean;
  const [a, b] = [n * polygammaAt(1, shape), -n / rate];
  return {
    params: [shape, rate],
    information: [
      [a, b],
      [b, (n / rate) * mean],
    ],
  };
};

/** Degrees of freedom of the chi-square law: ψ(ν/2) = mean of ln(x/2). */
export const fitChiSquare: Estimator = (x) => {
  const target = meanOf(x.map((v) => Math.log(v) - Math.LN2));
  const half = rootBetween((a) => digammaAt(a) - target, 1e-4, 1e300);
  return { params: [2 * half], information: [[(x.length * polygammaAt(1, half)) / 4]] };
};

/**
 * Shape k and scale λ of the Weibull law. With weights w ∝ xᵏ the shape solves
 * Σ w ln x − 1/k = mean of ln x, whose left side rises; λᵏ is the mean of xᵏ.
 */
export const fitWeibull: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const n = x.length;
  const logs = x.map(Math.log);
  const top = maxOf(logs);
  const below = logs.map((v) => v - top); // ≤ 0, so that no power overflows
  const mean = meanOf(below);
  const spread = Math.sqrt(below.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n);
  if (spread === 0) throw none(ALL_EQUAL);
  const score = (k: number) => {
    let [weights, sum] = [0, 0];
    for (const v of below) {
      const w = Math.exp(k * v);
      weights += w;
      sum += w * (v - mean);
    }
    return sum / weights - 1 / k;
  };
  let [low, high] = [1 / spread, 2 / spread];
  while (score(low) > 0) low /= 4;
  while (score(high) < 0) high *= 4;
  const k = rootBetween(score, low, high);
  const power = Math.log(below.reduce((sum, v) => sum + Math.exp(k * v), 0) / n); // ln of the mean of xᵏ, less k·top
  const scale = Math.exp(top + power / k);
  let [first, second] = [0, 0]; // Σ t·ln(x/λ) and Σ t·ln²(x/λ) with t = (x/λ)ᵏ
  for (const v of below) {
    const log = v - power / k;
    const t = Math.exp(k * log);
    first += t * log;
    second += t * log * log;
  }
  const cross = (-k / scale) * first;
  return {
    params: [k, scale],
    information: [
      [n / k / k + second, cross],
      [cross, (n / scale) * k * (k / scale)],
    ],
  };
};
