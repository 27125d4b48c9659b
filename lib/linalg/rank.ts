import { type Matrix, type ReadonlyMatrix, requireNumber, requireOptions } from "../core";
import { canonicalColumns, canonicalSign, negate } from "./kernels/signs";
import { columnsOf } from "./storage/pack";
import { giveBack } from "./storage/scratch";
import { unpackColumns, unpackRows } from "./storage/unpack";
import { singularValues, svdPacked } from "./svd";

/** Options of `rank`. */
export interface RankOptions {
  /** Singular values up to this count as zero. Default max(m, n)·ε·σ₁, as in NumPy. */
  tol?: number;
}

/** How many of the k (descending) singular values of an m×n matrix exceed the tolerance. */
export function numericalRank(
  s: ArrayLike<number>,
  k: number,
  m: number,
  n: number,
  tol = Math.max(m, n) * Number.EPSILON * s[0],
): number {
  let r = 0;
  while (r < k && s[r] > tol) r++;
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
export function rank(A: ReadonlyMatrix, options: RankOptions = {}): number {
  requireOptions("rank", options, ["tol"]);
  const { tol } = options;
  if (tol !== undefined) requireNumber("rank", "tol", tol, { min: 0 });
  const s = singularValues("rank", A);
  return numericalRank(s, s.length, A.length, columnsOf(A), tol);
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
export function nullspace(A: ReadonlyMatrix): Matrix {
  const { u, s, vt } = svdPacked("nullspace", A, "full");
  const m = A.length;
  const n = columnsOf(A);
  const r = numericalRank(s, Math.min(m, n), m, n);
  for (let j = r; j < n; j++) {
    if (canonicalSign(vt, j * n, n) < 0) negate(vt, j * n, n);
  }
  const basis = unpackColumns(vt.subarray(r * n), n, n - r);
  giveBack(u, s, vt);
  return basis;
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
export function columnSpace(A: ReadonlyMatrix): Matrix {
  const { u, columns, s, vt } = svdPacked("columnSpace", A, "reduced");
  const m = A.length;
  const r = numericalRank(s, columns, m, columnsOf(A));
  canonicalColumns(u, m, columns);
  const basis = unpackRows(u, m, r, columns);
  giveBack(u, s, vt);
  return basis;
}
