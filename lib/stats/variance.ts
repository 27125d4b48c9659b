import { type ReadonlyVector, requireNumber, requireOptions, requireVector } from "../core";
import { centre, powerSum } from "./moments/centre";

/** Options of `variance` and `std`. */
export interface DdofOptions {
  /**
   * "Delta degrees of freedom": the divisor is n − ddof. Default 0, the variance of the data
   * themselves (and the maximum likelihood estimate); 1 makes the estimate of the variance unbiased.
   */
  ddof?: number;
}

/** The root of Σ(xᵢ − x̄)²/(n − ddof), in two factors of which the second is a power of two. */
function rootMeanSquare(
  caller: string,
  x: ReadonlyVector,
  options: DdofOptions,
): { square: number; scale: number } {
  requireOptions(caller, options, ["ddof"]);
  const { ddof = 0 } = options;
  requireNumber(caller, "ddof", ddof, { min: 0, integer: true });
  requireVector(caller, "x", x, { minLength: ddof + 1 });
  const { d, scale } = centre(x);
  return { square: powerSum(d, 2) / (x.length - ddof), scale };
}

/**
 * The variance Σ(xᵢ − x̄)²/(n − ddof) (MML 6.4.2), by two compensated passes.
 *
 * Never by E[x²] − E[x]², which loses all digits when the mean is large against the spread. The
 * result is good to a few rounding errors for every finite x (∞ where the variance itself exceeds
 * 1.8e308; `std` then still has its value).
 *
 * @param x - n > ddof finite numbers.
 * @param options - `ddof`, default 0 as in NumPy (pandas and R divide by n − 1: `{ ddof: 1 }`).
 * @throws TypeError, RangeError for bad x or ddof. O(n).
 * @example
 * stats.variance([1, 2, 3, 4]) // => 1.25
 * stats.variance([1e9 + 1, 1e9 + 2, 1e9 + 3], { ddof: 1 }) // => 1
 */
export function variance(x: ReadonlyVector, options: DdofOptions = {}): number {
  const { square, scale } = rootMeanSquare("variance", x, options);
  return square * scale * scale;
}

/**
 * The standard deviation, the root of the variance: √(Σ(xᵢ − x̄)²/(n − ddof)) (MML 6.4.2).
 *
 * @param x - n > ddof finite numbers.
 * @param options - `ddof`, default 0 as in NumPy (pandas and R divide by n − 1: `{ ddof: 1 }`).
 * @throws TypeError, RangeError for bad x or ddof. O(n).
 * @example
 * stats.std([2, 4, 4, 4, 5, 5, 7, 9]) // => 2
 * stats.std([3e200, 5e200]) // => 1e200
 */
export function std(x: ReadonlyVector, options: DdofOptions = {}): number {
  const { square, scale } = rootMeanSquare("std", x, options);
  return Math.sqrt(square) * scale;
}
