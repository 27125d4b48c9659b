import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireOneOf,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { type AxisOptions, alongAxis } from "./arguments/alongAxis";
import { medianOf } from "./ranks/order";

/** Options of `mad`. */
export interface MadOptions {
  /**
   * "raw" (default): the median deviation itself. "normal": divided by Φ⁻¹(¾) = 0.6745, so that it
   * estimates σ for normal data.
   */
  scale?: "raw" | "normal";
}

/** Φ⁻¹(3/4), the upper quartile of the standard normal law. */
const NORMAL_QUARTILE = 0.6744897501960817;

/**
 * The median: the middle of the sorted sample, the mean of the two middle ones if n is even.
 *
 * Selection is simple-statistics' `quickselect` (Floyd and Rivest 1975); its `median` is not used
 * because it overflows for large entries of both signs and blames `quantile` for an empty sample.
 *
 * @param x - n ≥ 1 finite numbers, or a matrix X.
 * @param options - For a matrix, and needed there: `axis`, 0 for one value of each column, 1 for one of
 * each row.
 * @returns A number, or for a matrix a vector.
 * @throws TypeError, RangeError for bad x. O(n) on average.
 * @example
 * stats.median([3, 1, 2]) // => 2
 * stats.median([1, 2, 3, 10]) // => 2.5
 * stats.median([[1, 5], [2, 9], [9, 7]], { axis: 0 }) // => [2, 7]
 */
export function median(X: ReadonlyMatrix, options: AxisOptions): Vector;
export function median(x: ReadonlyVector): number;
export function median(
  x: ReadonlyVector | ReadonlyMatrix,
  options: Partial<AxisOptions> = {},
): number | Vector {
  requireOptions("median", options, ["axis"]);
  return alongAxis("median", x, options.axis, 1, medianOf);
}

/**
 * The median absolute deviation: median of |xᵢ − median(x)|, a spread that no outlier can carry
 * away as long as they are fewer than half. See Hampel 1974, "The influence curve and its role in robust
 * estimation".
 *
 * @param x - n ≥ 1 finite numbers.
 * @param options - `scale: "normal"` divides by 0.6745 to estimate σ.
 * @returns A number ≥ 0.
 * @throws TypeError, RangeError for bad x. O(n) on average.
 * @example
 * stats.mad([1, 2, 3, 4, 100]) // => 1
 */
export function mad(x: ReadonlyVector, options: MadOptions = {}): number {
  requireVector("mad", "x", x, { minLength: 1 });
  requireOptions("mad", options, ["scale"]);
  const { scale = "raw" } = options;
  requireOneOf("mad", "scale", scale, ["raw", "normal"]);
  const centre = medianOf(x);
  const deviation = medianOf(x.map((v) => Math.abs(v - centre)));
  return scale === "raw" ? deviation : deviation / NORMAL_QUARTILE;
}
