import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
} from "../core";
import { pairOrColumns, symmetricMatrix } from "./arguments/pairOrColumns";
import { type Centred, centre, productSum } from "./moments/centre";
import { scaleTwice } from "./moments/powerOfTwo";
import type { DdofOptions } from "./variance";

/**
 * The covariance of two samples, Σ(xᵢ − x̄)(yᵢ − ȳ)/(n − ddof), or the d×d covariance matrix of the
 * columns of X: n×d, whose rows are samples (MML 6.4.2).
 *
 * The default ddof is 1, as in NumPy's `cov` (there, too, `variance` has 0): the diagonal is
 * `variance(column, { ddof: 1 })`. Both passes are compensated and powers of two are taken out, so
 * neither a large mean nor large entries cost digits.
 *
 * @param x - n > ddof numbers, or the matrix X: n×d.
 * @param y - n numbers.
 * @param options - `ddof`, default 1.
 * @returns A number, or for a matrix the symmetric d×d matrix.
 * @throws TypeError, RangeError for bad data or lengths that differ. O(n·d²).
 * @example
 * stats.covariance([1, 2, 3], [2, 4, 6]) // => 2
 * stats.covariance([[1, 2], [2, 4], [3, 6]]) // => [[1, 2], [2, 4]]
 */
export function covariance(X: ReadonlyMatrix, options?: DdofOptions): Matrix;
export function covariance(x: ReadonlyVector, y: ReadonlyVector, options?: DdofOptions): number;
export function covariance(
  first: ReadonlyVector | ReadonlyMatrix,
  ...rest: readonly unknown[]
): number | Matrix {
  const data = pairOrColumns<DdofOptions>("covariance", first, rest, 1);
  requireOptions("covariance", data.options, ["ddof"]);
  const { ddof = 1 } = data.options;
  const n = data.columns ? (first as Matrix).length : data.x.length;
  requireNumber("covariance", "ddof", ddof, { min: 0, integer: true });
  if (n <= ddof) {
    const what = data.columns ? "rows of X" : "entries";
    throw new RangeError(`covariance: there must be more than ddof = ${ddof} ${what}, got ${n}`);
  }
  const between = (a: Centred, b: Centred) =>
    scaleTwice(productSum(a.d, b.d) / (n - ddof), a.scale, b.scale);
  if (data.columns) return symmetricMatrix(data.columns.map(centre), between);
  return between(centre(data.x), centre(data.y));
}
