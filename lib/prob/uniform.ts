import { requireNumber } from "../core";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

/**
 * Uniform distribution on [low, high], with density 1/(high − low) (MML 6.2.2).
 *
 * @param low - Left end. Default 0.
 * @param high - Right end, > low. Default 1. (SciPy takes the width instead.)
 * @throws RangeError unless low < high, both finite.
 * @example
 * prob.uniform(2, 6).cdf([2, 3, 7]) // => [0, 0.25, 1]
 */
export function uniform(low = 0, high = 1): ContinuousDistribution {
  requireNumber("uniform", "low", low);
  requireNumber("uniform", "high", high, { above: low });
  const width = high - low;
  requireNumber("uniform", "high - low", width);
  const below = (x: number) => (x - low) / width;
  const above = (x: number) => (high - x) / width;
  return continuous({
    name: "uniform",
    params: { low, high },
    support: [low, high],
    mean: low + width / 2,
    variance: (width * width) / 12,
    entropy: () => Math.log(width),
    pdf: () => 1 / width,
    logpdf: () => -Math.log(width),
    tails: {
      cdf: below,
      sf: above,
      logcdf: (x) => (x > low + width / 2 ? Math.log1p(-above(x)) : Math.log(below(x))),
      logsf: (x) => (x < low + width / 2 ? Math.log1p(-below(x)) : Math.log(above(x))),
    },
    quantile: (p, upper) => (upper ? high - width * p : low + width * p),
    draw: (rng) => rng.uniform(low, high),
  });
}
