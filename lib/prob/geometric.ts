import { requireNumber } from "../core";
import { log1mexpAt } from "../core/special";
import { discrete } from "./factory/discrete";
import type { DiscreteDistribution } from "./factory/types";

/**
 * Geometric distribution on 1, 2, 3, …: the number of independent trials up to and with the first
 * success, P(X = k) = p(1 − p)^{k − 1}. Like SciPy's it counts the success; what precedes it alone is
 * `negativeBinomial(1, p)`.
 *
 * Mean 1/p, variance (1 − p)/p². See Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd edition 2005,
 * chapter 5.
 *
 * @param p - Probability of success, in [1e-12, 1]: beyond, the values are no longer exact doubles.
 * @throws RangeError if p is out of its range.
 * @example
 * prob.geometric(0.5).pmf([0, 1, 2]) // => [0, 0.5, 0.25]
 * prob.geometric(0.25).mean // => 4
 * prob.geometric(0.25).variance // => 0.75 / 0.25 ** 2
 */
export function geometric(p: number): DiscreteDistribution {
  requireNumber("geometric", "p", p, { min: 1e-12, max: 1 });
  const logP = Math.log(p);
  const logQ = Math.log1p(-p);
  return discrete({
    name: "geometric",
    params: { p },
    support: [1, p === 1 ? 1 : Infinity],
    mean: 1 / p,
    variance: (1 - p) / p / p,
    entropy: () => (p === 1 ? 0 : -logP - ((1 - p) / p) * logQ),
    logpmf: (k) => (k === 1 ? logP : k === Infinity ? -Infinity : logP + (k - 1) * logQ),
    tails: {
      cdf: (k) => -Math.expm1(k * logQ),
      sf: (k) => Math.exp(k * logQ),
      logcdf: (k) => log1mexpAt(-k * logQ),
      logsf: (k) => k * logQ,
    },
    draw: (rng) => Math.floor(Math.log1p(-rng.random()) / logQ) + 1,
  });
}
