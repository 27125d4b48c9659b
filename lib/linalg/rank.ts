import { type Matrix, type ReadonlyMatrix, requireNumber, requireOptions } from "../core";
import * as flat from "./flat";
import { tame } from "./kernels/scaling";
import { canonicalSign, negate } from "./kernels/signs";
import { columnsOf } from "./storage/pack";
import { unpackTransposed } from "./storage/unpack";
import { singularValues } from "./svd";

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
  tol = Math.max(m, n) * Number.EPSILON * s[0],
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
 * @param A - m×n.
 * @returns A whole number ≥ 0.
 * @throws RangeError if `tol` is negative. O(mn·min(m, n)) for the singular values.
 * @example
 * linalg.rank([[1, 2], [2, 4]]) // => 1
 * linalg.rank([[1, 0], [0, 1e-9]], { tol: 1e-6 }) // => 1
 */
export function rank(A: ReadonlyMatrix, options: RankOptions = {}): number {
  requireOptions("rank", options, ["tol"]);
  const { tol } = options;
  if (tol !== undefined) requireNumber("rank", "tol", tol, { min: 0 });
  const { s, unit } = singularValues("rank", A);
  return numericalRank(s, A.length, columnsOf(A), tol === undefined ? tol : tol / unit);
}

/**
 * An orthonormal basis of the null space (kernel) of A, all x with A·x = 0 (MML 2.7.3): the right
 * singular vectors whose singular value is zero to working precision.
 *
 * A: m×n of rank r; the result is n×(n − r), basis vectors as columns, each with its entry of
 * largest magnitude positive.
 *
 * @param A - m×n.
 * @returns n×(n − r) for rank r.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers. O(mn·min(m, n)) for the SVD, O(n³)
 * where n > m.
 * @example
 * linalg.nullspace([[1, 0], [0, 0]]) // => [[0], [1]]
 * linalg.nullspace([[1, 0], [0, 1]]) // => [[], []]
 */
export function nullspace(A: ReadonlyMatrix): Matrix {
  const packed = flat.pack("nullspace", "A", A);
  const { rows: m, cols: n } = packed;
  tame(packed.data, m * n);
  const { U, s, Vt } = flat.svd(packed, { fullMatrices: n > m, overwrite: true });
  const r = numericalRank(s, m, n);
  for (let j = r; j < n; j++) {
    if (canonicalSign(Vt.data, j * n, n) < 0) negate(Vt.data, j * n, n);
  }
  const basis = unpackTransposed({ data: Vt.data.subarray(r * n), rows: n - r, cols: n });
  flat.release(packed, U, Vt);
  return basis;
}

/**
 * An orthonormal basis of the column space (image) of A, all A·x (MML 2.7.3): the left singular
 * vectors whose singular value is not zero to working precision.
 *
 * A: m×n of rank r; the result is m×r, basis vectors as columns.
 *
 * @param A - m×n.
 * @returns m×r for rank r.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers. O(mn·min(m, n)) for the SVD.
 * @example
 * linalg.columnSpace([[2, 4], [0, 0]]) // => [[1], [0]]
 */
export function columnSpace(A: ReadonlyMatrix): Matrix {
  const packed = flat.pack("columnSpace", "A", A);
  tame(packed.data, packed.rows * packed.cols);
  const { U, s, Vt } = flat.svd(packed, { overwrite: true });
  const basis = flat.unpack(U, numericalRank(s, packed.rows, packed.cols));
  flat.release(packed, U, Vt);
  return basis;
}
