import { requireNumber } from "../core";
import { log1mexpAt } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

/**
 * Exponential distribution with density λe^{−λx} on x ≥ 0: the waiting time of a process without
 * memory.
 *
 * Note that the parameter is the rate λ, the inverse of SciPy's scale.
 *
 * Mean 1/λ, variance 1/λ². See Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, volume 1,
 * 1994, chapter 19.
 *
 * @param rate - λ > 0. Default 1.
 * @throws RangeError if the rate is not positive.
 * @example
 * prob.exponential(2).mean // => 0.5
 * prob.exponential(2).sf(3) // => Math.exp(-6)
 * prob.exponential(2).variance // => 1 / 4
 */
export function exponential(rate = 1): ContinuousDistribution {
  requireNumber("exponential", "rate", rate, { above: 0 });
  const logRate = Math.log(rate);
  const logpdf = (x: number) => logRate - rate * x;
  return continuous({
    name: "exponential",
    params: { rate },
    support: [0, Infinity],
    mean: 1 / rate,
    variance: 1 / rate / rate,
    std: () => 1 / rate,
    entropy: () => 1 - logRate,
    // far out e^{−λx} vanishes where λe^{−λx} need not
    pdf: (x) => (rate * x < 600 ? rate * Math.exp(-rate * x) : Math.exp(logpdf(x))),
    logpdf,
    tails: {
      cdf: (x) => -Math.expm1(-rate * x),
      sf: (x) => Math.exp(-rate * x),
      logcdf: (x) => (rate * x > 1e-290 ? log1mexpAt(rate * x) : logRate + Math.log(x)),
      logsf: (x) => -rate * x,
    },
    quantile: (p, upper) => (upper ? -Math.log(p) : -Math.log1p(-p)) / rate,
    draw: (rng) => -Math.log1p(-rng.random()) / rate,
  });
}
