import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  type Vector,
} from "../core";
import { type AxisOptions, alongAxis } from "./arguments/alongAxis";
import { centre, powerSum } from "./moments/centre";
import { scaleTwice } from "./moments/powerOfTwo";

/** Options of `variance` and `std`. */
export interface DdofOptions {
  /**
   * "Delta degrees of freedom": the divisor is n − ddof. Default 0, the variance of the data
   * themselves (and the maximum likelihood estimate); 1 makes the estimate of the variance unbiased.
   */
  ddof?: number;
}

/** Checks the options, and takes the statistic of Σ(xᵢ − x̄)²/(n − ddof) along the axis asked for. */
function ofSquares(
  caller: string,
  x: ReadonlyVector | ReadonlyMatrix,
  options: DdofOptions & Partial<AxisOptions>,
  finish: (meanSquare: number, scale: number) => number,
): number | Vector {
  requireOptions(caller, options, ["ddof", "axis"]);
  const { ddof = 0, axis } = options;
  requireNumber(caller, "ddof", ddof, { min: 0, integer: true });
  return alongAxis(caller, x, axis, ddof + 1, (values) => {
    const { d, scale } = centre(values);
    return finish(powerSum(d, 2) / (values.length - ddof), scale);
  });
}

/**
 * The variance Σ(xᵢ − x̄)²/(n − ddof) (MML 6.4.2), by two compensated passes.
 *
 * Never by E[x²] − E[x]², which loses all digits when the mean is large against the spread. The
 * result is good to a few rounding errors for every finite x (∞ where the variance itself exceeds
 * 1.8e308; `std` then still has its value).
 *
 * @param x - n > ddof finite numbers, or a matrix X.
 * @param options - `ddof`, default 0 as in NumPy (pandas and R divide by n − 1: `{ ddof: 1 }`); for a
 * matrix `axis`, 0 for one value of each column, 1 for one of each row.
 * @returns A number, or for a matrix a vector.
 * @throws TypeError, RangeError for bad x or options. O(n).
 * @example
 * stats.variance([1, 2, 3, 4]) // => 1.25
 * stats.variance([1e9 + 1, 1e9 + 2, 1e9 + 3], { ddof: 1 }) // => 1
 * stats.variance([[1, 2], [1, 4]], { axis: 1, ddof: 1 }) // => [0.5, 4.5]
 */
export function variance(X: ReadonlyMatrix, options: DdofOptions & AxisOptions): Vector;
export function variance(x: ReadonlyVector, options?: DdofOptions): number;
export function variance(
  x: ReadonlyVector | ReadonlyMatrix,
  options: DdofOptions & Partial<AxisOptions> = {},
): number | Vector {
  return ofSquares("variance", x, options, (square, scale) => scaleTwice(square, scale, scale));
}

/**
 * The standard deviation, the root of the variance: √(Σ(xᵢ − x̄)²/(n − ddof)) (MML 6.4.2).
 *
 * @param x - n > ddof finite numbers, or a matrix X.
 * @param options - `ddof`, default 0 as in NumPy (pandas and R divide by n − 1: `{ ddof: 1 }`); for a
 * matrix `axis`, 0 for one value of each column, 1 for one of each row.
 * @returns A number, or for a matrix a vector.
 * @throws TypeError, RangeError for bad x or options. O(n).
 * @example
 * stats.std([2, 4, 4, 4, 5, 5, 7, 9]) // => 2
 * stats.std([3e200, 5e200]) // => 1e200
 * stats.std([[1, 5], [3, 5]], { axis: 0 }) // => [1, 0]
 */
export function std(X: ReadonlyMatrix, options: DdofOptions & AxisOptions): Vector;
export function std(x: ReadonlyVector, options?: DdofOptions): number;
export function std(
  x: ReadonlyVector | ReadonlyMatrix,
  options: DdofOptions & Partial<AxisOptions> = {},
): number | Vector {
  return ofSquares("std", x, options, (square, scale) => Math.sqrt(square) * scale);
}
