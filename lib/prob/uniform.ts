import { requireNumber } from "../core";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

/**
 * Uniform distribution on [low, high], with density 1/(high − low) (MML 6.2.2).
 *
 * Mean (low + high)/2, variance (high − low)²/12.
 *
 * @param low - Left end. Default 0.
 * @param high - Right end, > low. Default 1. (SciPy takes the width instead.)
 * @throws RangeError unless low < high, both finite.
 * @example
 * prob.uniform(2, 6).cdf([2, 3, 7]) // => [0, 0.25, 1]
 * prob.uniform(2, 6).variance // => 16 / 12
 */
export function uniform(low = 0, high = 1): ContinuousDistribution {
  requireNumber("uniform", "low", low);
  requireNumber("uniform", "high", high, { above: low });
  // Where the width overflows, it and the distances from the ends are taken of halves.
  const unit = high - low < Infinity ? 1 : 0.5;
  const width = unit * high - unit * low;
  const logWidth = Math.log(width) - Math.log(unit);
  const below = (x: number) => (unit * x - unit * low) / width;
  const above = (x: number) => (unit * high - unit * x) / width;
  // from the nearer end, so that neither end is passed
  const up = (p: number) => (unit * low + width * p) / unit;
  const down = (p: number) => (unit * high - width * p) / unit;
  return continuous({
    name: "uniform",
    params: { low, high },
    support: [low, high],
    mean: (unit * low + width / 2) / unit,
    variance: (width / unit) * (width / 12 / unit),
    std: () => width / Math.sqrt(12) / unit,
    entropy: () => logWidth,
    pdf: () => unit / width,
    logpdf: () => -logWidth,
    tails: {
      cdf: below,
      sf: above,
      logcdf: (x) => (above(x) < 0.5 ? Math.log1p(-above(x)) : Math.log(below(x))),
      logsf: (x) => (below(x) < 0.5 ? Math.log1p(-below(x)) : Math.log(above(x))),
    },
    quantile: (p, upper) => (upper === p <= 0.5 ? down(upper ? p : 1 - p) : up(upper ? 1 - p : p)),
    draw: (rng) => rng.uniform(low, high),
  });
}
