import { type ReadonlyVector, requireNumber } from "../core";
import { binomial } from "./binomial";
import { excessOf } from "./divergence/excess";
import { batchSampler } from "./factory/sampler";
import { requireProbabilities } from "./factory/weights";
import { pointFunction, sumsAfter, sumsOfOthers } from "./multivariate/points";
import type { Multinomial } from "./multivariate/types";
import { factorialRest } from "./special/kernels/factorialRest";
import { binomialSampler } from "./variates/binomial";

const NAME = "multinomial";

/**
 * Multinomial distribution: how often each of K kinds comes up in n independent trials that give kind i
 * with probability pᵢ, P(x) = n!/(x₁!…x_K!)·p₁^x₁…p_K^x_K for counts x of sum n.
 *
 * The mass is formed about the mean (Loader 2000): of the factorials the leading terms add up with the powers
 * to −Σ [xᵢ·ln(xᵢ/npᵢ) − xᵢ + npᵢ], in which nothing cancels. O(K) a point, O(K) binomial draws a draw.
 *
 * Mean n·pᵢ, covariance n(δᵢⱼpᵢ − pᵢpⱼ). See Johnson, Kotz & Balakrishnan, Discrete Multivariate Distributions,
 * 1997, chapter 35.
 *
 * @param n - Number of trials, a whole number ≥ 0.
 * @param p - Probabilities ≥ 0 that sum to 1 (within 1e-9), of length K ≥ 1.
 * @throws RangeError if n or p is out of its range.
 * @example
 * prob.multinomial(3, [0.5, 0.25, 0.25]).pmf([1, 1, 1]) // => 6 / 32
 * prob.multinomial(4, [0.5, 0.5]).cov // => [[1, -1], [-1, 1]]
 * prob.multinomial(3, [0.5, 0.5]).pmf([1, 1]) // => 0
 */
export function multinomial(n: number, p: ReadonlyVector): Multinomial {
  requireNumber(NAME, "n", n, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true });
  const weights = requireProbabilities(NAME, "p", p);
  const dim = weights.length;
  const others = sumsOfOthers(weights);
  const after = sumsAfter(weights);
  const mean = weights.map((w) => n * w);
  const whole = factorialRest(n);
  const logpmfAt = (x: ReadonlyVector): number => {
    let [sum, log] = [0, whole];
    for (let i = 0; i < dim; i++) {
      if (!(x[i] >= 0 && Number.isInteger(x[i]))) return -Infinity;
      sum += x[i];
      log -= factorialRest(x[i]) + excessOf(x[i], mean[i], mean[i] - x[i]);
    }
    return sum === n ? log : -Infinity;
  };
  return Object.freeze({
    kind: "multivariate" as const,
    name: NAME as typeof NAME,
    dim,
    params: Object.freeze({ n, p: Object.freeze(p.slice()) }),
    mean: mean.slice(),
    cov: weights.map((w, i) =>
      weights.map((v, j) => (i === j ? n * w * others[i] : -n * w * v + 0)),
    ),
    pmf: pointFunction(`${NAME}.pmf`, dim, (points) => points.map((x) => Math.exp(logpmfAt(x)))),
    logpmf: pointFunction(`${NAME}.logpmf`, dim, (points) => points.map(logpmfAt)),
    entropy: () => {
      // of −ln P(x) the terms for each kind depend on its count alone
      let sum = -whole;
      for (const w of weights) {
        const [m, law] = [n * w, binomial(n, w)];
        sum += expectation(law.pmf, law.std, m, n, (k) => factorialRest(k) + excessOf(k, m, m - k));
      }
      return sum;
    },
    marginal: (i: number) => {
      requireNumber(`${NAME}.marginal`, "i", i, { min: 0, max: dim - 1, integer: true });
      return binomial(n, weights[i]);
    },
    sample: batchSampler(NAME, (rng, size) =>
      Array.from({ length: size }, () => {
        let left = n;
        return weights.map((w, i) => {
          // among what is left, kind i against those after it
          const count = left === 0 || w === 0 ? 0 : binomialSampler(left, w / (w + after[i]))(rng);
          left -= count;
          return count;
        });
      }),
    ),
  });
}

/**
 * E[f(X)] of a binomial count. Of a law wide enough to be smooth only every s-th value is taken, s a
 * sixteenth of its standard deviation: the trapezoidal rule, which is all but exact there.
 */
function expectation(
  pmf: (k: number) => number,
  std: number,
  mean: number,
  n: number,
  f: (k: number) => number,
): number {
  const step = Math.max(1, Math.floor(std / 16));
  const from = Math.max(0, Math.floor(mean - 40 * std - 40));
  const to = Math.min(n, Math.ceil(mean + 40 * std + 40));
  let sum = 0;
  for (let k = from; k <= to; k += step) {
    const mass = pmf(k);
    if (mass > 0) sum += mass * f(k);
  }
  return sum * step;
}
