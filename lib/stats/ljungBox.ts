import { type ReadonlyVector, requireNumber, summarised } from "../core";
import { chiSquare } from "../prob";
import { requireTestOptions } from "./inference/options";
import { correlationsAt, requireSeries } from "./series/lags";

/** Options of `ljungBox`. */
export interface LjungBoxOptions {
  /** How many lags are tested together. Default min(10, ⌊n/5⌋), at least ddof + 1. */
  maxLag?: number;
  /** Parameters of the model whose residuals x are. Default 0. */
  ddof?: number;
}

/** What `ljungBox` returns. */
export interface LjungBoxResult {
  /** Q. */
  statistic: number;
  pValue: number;
  /** maxLag − ddof. */
  df: number;
}

/**
 * The Ljung–Box test that a series, or the residuals of a model, are not autocorrelated at lags 1 to m:
 * Q = n(n + 2)·Σₖ rₖ²/(n − k) has about the law χ²(m − ddof) (Ljung and Box 1978).
 *
 * @param x - At least 2 numbers that are not all the same, in the order of time.
 * @param options - `maxLag`, `ddof`.
 * @returns `{ statistic, pValue, df }`.
 * @throws RangeError for a series that is short or constant, maxLag ≥ n, or maxLag ≤ ddof. O(n·maxLag).
 * @example
 * stats.ljungBox([1, -1, 1, -1], { maxLag: 1 }).statistic // => 4.5
 */
export function ljungBox(x: ReadonlyVector, options: LjungBoxOptions = {}): LjungBoxResult {
  const caller = "ljungBox";
  requireTestOptions(caller, options, ["maxLag", "ddof"]);
  const { ddof = 0 } = options;
  requireNumber(caller, "ddof", ddof, { min: 0, integer: true });
  const n = Array.isArray(x) ? x.length : 0;
  const usual = Math.max(ddof + 1, Math.min(10, Math.floor(n / 5)));
  const maxLag = requireSeries(caller, x, options.maxLag === undefined ? usual : options.maxLag);
  const df = maxLag - ddof;
  if (df < 1) {
    throw new RangeError(`${caller}: maxLag must be more than ddof ${ddof}, got ${maxLag}`);
  }
  const sum = correlationsAt(x, maxLag).reduce(
    (s, r, k) => (k === 0 ? 0 : s + (r * r) / (n - k)),
    0,
  );
  const statistic = n * (n + 2) * sum;
  return summarised("Ljung–Box test", { statistic, pValue: chiSquare(df).sf(statistic), df });
}
