import { type Matrix, requireMatrix, requireNumber, requireOptions } from "../core";
import { columnsOf } from "./pack";
import { canonicalSign } from "./signs";
import { singularValues, svd } from "./svd";
import { transpose } from "./transpose";

/** Options of `rank`. */
export interface RankOptions {
  /** Singular values up to this count as zero. Default max(m, n)·ε·σ₁, as in NumPy. */
  tol?: number;
}

/** How many of the (descending) singular values of an m×n matrix exceed the tolerance. */
export function numericalRank(
  s: ArrayLike<number>,
  m: number,
  n: number,
  tol = Math.max(m, n) * Number.EPSILON * (s[0] ?? 0),
): number {
  let r = 0;
  while (r < s.length && s[r] > tol) r++;
  return r;
}

/**
 * The rank: the number of linearly independent columns (or rows) of A (MML 2.6.2), counted as the
 * number of singular values above a tolerance. Rounding makes every matrix of full rank, so the
 * question has no answer without one.
 *
 * @throws RangeError if `tol` is negative.
 * @example
 * linalg.rank([[1, 2], [2, 4]]) // => 1
 * linalg.rank([[1, 0], [0, 1e-9]], { tol: 1e-6 }) // => 1
 */
export function rank(A: readonly (readonly number[])[], options: RankOptions = {}): number {
  requireMatrix("rank", "A", A);
  requireOptions("rank", options, ["tol"]);
  const { tol } = options;
  if (tol !== undefined) requireNumber("rank", "tol", tol, { min: 0 });
  return numericalRank(singularValues(A), A.length, columnsOf(A), tol);
}

/**
 * An orthonormal basis of the null space (kernel) of A, all x with A·x = 0 (MML 2.7.3): the right
 * singular vectors whose singular value is zero to working precision.
 *
 * A: m×n of rank r; the result is n×(n − r), basis vectors as columns, each with its entry of
 * largest magnitude positive.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.nullspace([[1, 0], [0, 0]]) // => [[0], [1]]
 * linalg.nullspace([[1, 0], [0, 1]]) // => [[], []]
 */
export function nullspace(A: readonly (readonly number[])[]): Matrix {
  requireMatrix("nullspace", "A", A);
  const n = columnsOf(A);
  const { s, Vt } = svd(A, { fullMatrices: true });
  const basis = Vt.slice(numericalRank(s, A.length, n)).map((v) => {
    const sign = canonicalSign(Float64Array.from(v), 0, n);
    return v.map((x) => sign * x);
  });
  return basis.length === 0 ? Array.from({ length: n }, () => []) : transpose(basis);
}

/**
 * An orthonormal basis of the column space (image) of A, all A·x (MML 2.7.3): the left singular
 * vectors whose singular value is not zero to working precision.
 *
 * A: m×n of rank r; the result is m×r, basis vectors as columns.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.columnSpace([[2, 4], [0, 0]]) // => [[1], [0]]
 */
export function columnSpace(A: readonly (readonly number[])[]): Matrix {
  requireMatrix("columnSpace", "A", A);
  const { U, s } = svd(A);
  const r = numericalRank(s, A.length, columnsOf(A));
  return U.map((row) => row.slice(0, r));
}
