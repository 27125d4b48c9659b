import { type ReadonlyMatrix, type ReadonlyVector, requireOptions, type Vector } from "../core";
import { type AxisOptions, alongAxis } from "./arguments/alongAxis";
import { meanOf } from "./moments/centre";

/**
 * The mean x̄ = (1/n)·Σxᵢ (MML 6.4.2), to about one rounding error: the sum is compensated
 * (Neumaier 1974) and does not overflow.
 *
 * @param x - n ≥ 1 finite numbers, or a matrix X: n×d.
 * @param options - For a matrix, and needed there: `axis`, 0 for the d means of its columns, 1 for the n
 * means of its rows.
 * @returns A number, or for a matrix a vector.
 * @throws TypeError, RangeError if x is not such a vector or matrix. O(n), O(n·d).
 * @example
 * stats.mean([1, 2, 3, 4]) // => 2.5
 * stats.mean([[1, 10], [3, 20]], { axis: 0 }) // => [2, 15]
 * stats.mean([1e16, 1, -1e16, 1]) // => 0.5
 * stats.mean([]) // throws mean: x must have at least 1 entry, got 0
 */
export function mean(X: ReadonlyMatrix, options: AxisOptions): Vector;
export function mean(x: ReadonlyVector): number;
export function mean(
  x: ReadonlyVector | ReadonlyMatrix,
  options: Partial<AxisOptions> = {},
): number | Vector {
  requireOptions("mean", options, ["axis"]);
  return alongAxis("mean", x, options.axis, 1, (values) => meanOf(values));
}
