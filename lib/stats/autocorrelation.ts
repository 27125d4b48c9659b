import type { ReadonlyVector, Vector } from "../core";
import { normal } from "../prob";
import { type IntervalOptions, requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { correlationsAt, requireSeries } from "./series/lags";

/** Options of `autocorrelation` and `partialAutocorrelation`. */
export interface LagOptions extends IntervalOptions {
  /** The last lag. Default min(⌊10·log₁₀n⌋, n − 1). */
  maxLag?: number;
}

/** What `autocorrelation` returns; vectors have an entry for each lag 0, …, maxLag. */
export interface Autocorrelation {
  lags: Vector;
  acf: Vector;
  /** Half of the width of the band about 0 that an independent series keeps to at each lag, z/√n. */
  whiteNoise: number;
  /** The same at lag k if the series is a moving average of order k − 1 (Bartlett); 0 at lag 0. */
  bartlett: Vector;
}

/**
 * The autocorrelation of a series: how it goes with itself k steps later,
 * rₖ = Σ(xₜ − x̄)(xₜ₊ₖ − x̄)/Σ(xₜ − x̄)². The divisor is the same at all lags, so that the r are those of a positive
 * definite matrix.
 *
 * For independent xₜ rₖ is about normal with variance 1/n; for a moving average of order k − 1 with variance
 * (1 + 2r₁² + … + 2rₖ₋₁²)/n (Bartlett 1946; Box and Jenkins 1970).
 *
 * @param x - At least 2 numbers that are not all the same, in the order of time.
 * @param options - `maxLag`, `confidence`.
 * @returns `{ lags, acf, whiteNoise, bartlett }`.
 * @throws RangeError for a series that is short or constant, or maxLag ≥ n. O(n·maxLag).
 * @example
 * stats.autocorrelation([1, -1, 1, -1], { maxLag: 2 }).acf // => [1, -0.75, 0.5]
 */
export function autocorrelation(x: ReadonlyVector, options: LagOptions = {}): Autocorrelation {
  const caller = "autocorrelation";
  requireTestOptions(caller, options, ["maxLag", "confidence"]);
  const maxLag = requireSeries(caller, x, options.maxLag);
  const z = normal(0, 1).isf((1 - requireConfidence(caller, options.confidence)) / 2);
  const acf = correlationsAt(x, maxLag);
  let sum = 1;
  const bartlett = acf.map((r, k) => {
    if (k === 0) return 0;
    const width = z * Math.sqrt(sum / x.length);
    sum += 2 * r * r;
    return width;
  });
  return { lags: acf.map((_, k) => k), acf, whiteNoise: z / Math.sqrt(x.length), bartlett };
}
