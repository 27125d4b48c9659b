import { requireNumber } from "../core";
import { plogp } from "./entropy/sum";
import { discrete } from "./factory/discrete";
import type { DiscreteDistribution } from "./factory/types";

/**
 * Bernoulli distribution: 1 with probability p, 0 with probability 1 − p (MML 6.6).
 *
 * Mean p, variance p(1 − p).
 *
 * @param p - Probability of 1, in [0, 1].
 * @throws RangeError if p is not a probability.
 * @example
 * prob.bernoulli(0.3).pmf([0, 1]) // => [0.7, 0.3]
 * prob.bernoulli(0.3).variance // => 0.3 * 0.7
 */
export function bernoulli(p: number): DiscreteDistribution {
  requireNumber("bernoulli", "p", p, { min: 0, max: 1 });
  const q = 1 - p;
  return discrete({
    name: "bernoulli",
    params: { p },
    support: [p === 1 ? 1 : 0, p === 0 ? 0 : 1],
    mean: p,
    variance: p * q,
    entropy: () => 0 - plogp(p) - (q === 0 ? 0 : q * Math.log1p(-p)),
    pmf: (k) => (k === 1 ? p : q),
    logpmf: (k) => (k === 1 ? Math.log(p) : Math.log1p(-p)),
    tails: {
      cdf: () => q,
      sf: () => p,
      logcdf: () => Math.log1p(-p),
      logsf: () => Math.log(p),
    },
    draw: (rng) => (rng.random() < p ? 1 : 0),
  });
}
