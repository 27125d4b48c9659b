import { requireNumber } from "../core";
import { HALF_LOG_2PI, productError } from "../core/special";
import { excessOf } from "./divergence/excess";
import { entropySum } from "./entropy/sum";
import { discrete } from "./factory/discrete";
import { tailFunctions } from "./factory/distribution";
import type { DiscreteDistribution } from "./factory/types";
import { betaTail } from "./special/kernels/betaTail";
import { factorialRest } from "./special/kernels/factorialRest";
import { binomialSampler } from "./variates/binomial";

/**
 * Binomial distribution: the number of successes in n independent trials that succeed with
 * probability p, P(X = k) = C(n, k)·pᵏ(1 − p)ⁿ⁻ᵏ (MML 6.6).
 *
 * The mass is formed about the mean (C. Loader 2000, "Fast and accurate computation of binomial
 * probabilities"): of the factorials the leading terms add up with the powers to
 * −[k·ln(k/np) − k + np] and the same of n − k, in which nothing cancels. The tails are incomplete beta
 * functions: P(X > k) = I_p(k + 1, n − k).
 *
 * Mean np, variance np(1 − p). On k = 0, …, n.
 *
 * @param n - Number of trials, a whole number ≥ 0.
 * @param p - Probability of success, in [0, 1].
 * @throws RangeError if n or p is out of its range.
 * @example
 * prob.binomial(4, 0.5).pmf([0, 1, 2, 3, 4]) // => [0.0625, 0.25, 0.375, 0.25, 0.0625]
 * prob.binomial(100, 0.5).ppf(0.975) // => 60
 * prob.binomial(10, 0.3).variance // => 10 * 0.3 * 0.7
 */
export function binomial(n: number, p: number): DiscreteDistribution {
  requireNumber("binomial", "n", n, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true });
  requireNumber("binomial", "p", p, { min: 0, max: 1 });
  const q = 1 - p;
  const logQ = Math.log1p(-p);
  const mean = n * p;
  const lost = productError(n, p, mean);
  const whole = factorialRest(n);
  const logpmf = (k: number): number => {
    if (k === 0) return n === 0 ? 0 : n * logQ;
    if (k === n) return n * Math.log(p);
    if (p === 0 || p === 1) return -Infinity;
    const difference = mean - k + lost;
    const excess = excessOf(k, mean, difference) + excessOf(n - k, n * q, -difference);
    return whole - factorialRest(k) - factorialRest(n - k) - excess;
  };
  return discrete({
    name: "binomial",
    params: { n, p },
    support: [p === 1 ? n : 0, p === 0 ? 0 : n],
    mean,
    variance: n * p * q,
    entropy: () => {
      const v = n * p * q;
      // Knessl (1998), "Integral representations and asymptotic expansions for Shannon and Renyi
      // entropies", Appl. Math. Lett. 11.
      if (v > 1e6) return HALF_LOG_2PI + 0.5 + 0.5 * Math.log(v) + (4 * p * q - 1) / (12 * v);
      return entropySum(logpmf, Math.min(n, Math.floor((n + 1) * p)), 0, n);
    },
    logpmf,
    tails: tailFunctions((k) => {
      const { upper, logScale, factor } = betaTail(k + 1, n - k, p, q);
      return { upper: !upper, logScale, factor };
    }),
    draw: binomialSampler(n, p),
  });
}
