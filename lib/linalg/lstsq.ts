import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  type Vector,
} from "../core";
import { usesLapack } from "./native/engine";
import { gelsd } from "./native/lapack";
import { numericalRank } from "./rank";
import { columnsOf, packColumns, packRightHandSide } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackColumns, unpackVector } from "./storage/unpack";
import { svdPacked } from "./svd";

/** What `lstsq` returns. `X` is a vector where b is one, and a matrix where b is one. */
export interface LeastSquares<X = Vector> {
  /** The minimiser of ‖A·x − b‖, of least norm among all minimisers: length n, or n×r. */
  x: X;
  /** Sum of squared residuals ‖A·x − b‖² for each column of b (one number for a vector b). */
  residuals: Vector;
  /** Rank of A to working precision. */
  rank: number;
  /** Singular values of A, descending. */
  s: Vector;
}

/** The least-squares solutions, n×r column-major, and what else comes with them. */
interface Solution {
  x: Float64Array;
  rank: number;
  s: Vector;
}

/** x = Σⱼ (uⱼᵀb/σⱼ)·vⱼ over the singular values that count, for each of the r columns of b. */
function leastSquares(A: ReadonlyMatrix, b: Float64Array, r: number): Solution {
  const m = A.length;
  const n = columnsOf(A);
  const { u, columns: k, s, vt } = svdPacked("lstsq", A, "reduced");
  const rank = numericalRank(s, k, m, n);
  const x = borrow(n * r);
  x.fill(0, 0, n * r);
  const coefficients = new Float64Array(k);
  for (let c = 0; c < r; c++) {
    coefficients.fill(0);
    for (let i = 0, p = 0; i < m; i++) {
      const y = b[c * m + i];
      for (let j = 0; j < k; j++) coefficients[j] += u[p++] * y;
    }
    for (let j = 0; j < rank; j++) {
      const f = coefficients[j] / s[j];
      for (let i = 0, p = j * n; i < n; i++) x[c * n + i] += f * vt[p++];
    }
  }
  const values = unpackVector(s, k);
  giveBack(u, s, vt);
  return { x, rank, s: values };
}

/** The same by LAPACK. */
function leastSquaresNatively(A: ReadonlyMatrix, b: Float64Array, r: number): Solution {
  const { a, m, n } = packColumns("lstsq", "A", A);
  const k = Math.min(m, n);
  const ldb = Math.max(m, n);
  const x = borrow(ldb * r);
  for (let c = 0; c < r; c++) x.set(b.subarray(c * m, (c + 1) * m), c * ldb);
  const s = borrow(k);
  const rank = gelsd(a, m, n, x, r, s, Math.max(m, n) * Number.EPSILON);
  for (let c = 1; c < r; c++) x.copyWithin(c * n, c * ldb, c * ldb + n);
  const values = unpackVector(s, k);
  giveBack(a, s);
  return { x, rank, s: values };
}

/** ‖A·x − b‖² for each of the r columns. */
function squaredResiduals(A: ReadonlyMatrix, x: Float64Array, b: Float64Array, r: number): Vector {
  const m = A.length;
  const n = columnsOf(A);
  const sums = new Array<number>(r).fill(0);
  for (let i = 0; i < m; i++) {
    const row = A[i];
    for (let c = 0; c < r; c++) {
      let gap = -b[c * m + i];
      for (let j = 0, p = c * n; j < n; j++) gap += row[j] * x[p++];
      sums[c] += gap * gap;
    }
  }
  return sums;
}

/**
 * Least squares: the x that minimises ‖A·x − b‖ (MML 9.2, 3.8.2).
 *
 * A: m×n, b of length m or m×r. With the SVD A = U·Σ·Vᵀ the minimiser of least norm is
 * x = Σⱼ (uⱼᵀb/σⱼ)·vⱼ over the singular values that are not zero to working precision,
 * σⱼ > max(m, n)·ε·σ₁; so a rank-deficient or underdetermined system has one well-defined answer.
 * The condition number enters once, while the normal equations AᵀA·x = Aᵀb would square it
 * (Golub & Van Loan 5.5).
 *
 * @returns `x`, the sums of squared `residuals` per column of b, the `rank`, and singular values `s`.
 * @throws RangeError if b does not have as many rows as A.
 * @example
 * linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 3, 5]).x // => [1, 2]
 * linalg.lstsq([[1, 1]], [2]) // => { x: [1, 1], residuals: [0], rank: 1, s: [Math.SQRT2] }
 */
export function lstsq(A: ReadonlyMatrix, b: ReadonlyVector): LeastSquares<Vector>;
export function lstsq(A: ReadonlyMatrix, b: ReadonlyMatrix): LeastSquares<Matrix>;
export function lstsq(
  A: ReadonlyMatrix,
  b: ReadonlyVector | ReadonlyMatrix,
): LeastSquares<Vector | Matrix> {
  if (!Array.isArray(A)) requireMatrix("lstsq", "A", A);
  const { b: y, r, isVector } = packRightHandSide("lstsq", b, A.length);
  const n = columnsOf(A);
  const native = usesLapack("lstsq", Math.min(A.length, n));
  const { x, rank, s } = (native ? leastSquaresNatively : leastSquares)(A, y, r);
  const result = {
    x: isVector ? unpackVector(x, n) : unpackColumns(x, n, r),
    residuals: squaredResiduals(A, x, y, r),
    rank,
    s,
  };
  giveBack(x, y);
  return result;
}
