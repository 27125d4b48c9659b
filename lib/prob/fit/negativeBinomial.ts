import { digammaDifference, polygammaAt, rootBetween } from "../../core/special";
import { type Estimator, meanOf } from "./estimate";

/** The largest r that `negativeBinomial` takes. */
const MOST = 1e9;

/**
 * r and p of the negative binomial law: p = r/(r + mean), and r solves
 * mean of [ψ(x + r) − ψ(r)] = ln(1 + mean/r). There is one solution where the variance of the values
 * (divisor n) is above their mean (J. Aragón, D. Eberly & S. Eberly 1992, Stat. Prob. Letters 15), and none
 * elsewhere: the likelihood grows towards that of a Poisson law as r does.
 */
export const fitNegativeBinomial: Estimator = (x, none) => {
  const n = x.length;
  const mean = meanOf(x);
  const variance = meanOf(x.map((v) => (v - mean) ** 2));
  if (!(variance > mean)) {
    throw none(
      `the variance ${variance} of the values is not above their mean ${mean}, and the likelihood grows towards that of a Poisson law`,
    );
  }
  const counts = new Map<number, number>();
  for (const v of x) counts.set(v, (counts.get(v) ?? 0) + 1);
  const over = (f: (v: number) => number) => {
    let sum = 0;
    for (const [v, times] of counts) if (v > 0) sum += times * f(v);
    return sum;
  };
  const score = (r: number) => n * Math.log1p(mean / r) - over((v) => digammaDifference(r, v)); // of −r
  let low = mean * (mean / (variance - mean)); // by the moments
  let high = low;
  while (score(low) > 0) low /= 4;
  while (score(high) < 0 && high < MOST) high *= 4;
  const r = rootBetween(score, low, high);
  const p = r / (r + mean);
  if (r > MOST || p < 1e-5 || variance > 1e10) {
    throw none(`its r and p, ${r} and ${p}, are out of the range of negativeBinomial`);
  }
  const cross = -n / p;
  return {
    params: [r, p],
    information: [
      [over((v) => polygammaAt(1, r) - polygammaAt(1, r + v)), cross],
      [cross, (n * r) / p / p + (n * mean) / (1 - p) / (1 - p)],
    ],
  };
};
