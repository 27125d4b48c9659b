import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  type Vector,
} from "../core";
import * as flat from "./flat";
import { scaleBy, tame } from "./kernels/scaling";
import { usesLapack } from "./native/engine";
import { gelsd } from "./native/lapack";
import { numericalRank } from "./rank";
import { columnsOf, packRightHandSide, packTransposed } from "./storage/pack";
import { requireInRange, unpackTransposed, unpackVector } from "./storage/unpack";

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

/** The least-squares solutions, transposed (r×n), and what else comes with them. */
interface Solution {
  X: flat.Dense;
  rank: number;
  s: Float64Array;
}

/** x = Σⱼ (uⱼᵀb/σⱼ)·vⱼ over the singular values that count, for each of the r rows of B. */
function leastSquares(A: ReadonlyMatrix, B: flat.Dense): Solution {
  const packed = flat.pack("lstsq", "A", A);
  const unit = tame(packed.data, packed.rows * packed.cols);
  const { U, s, Vt } = flat.svd(packed, { overwrite: true });
  const rank = numericalRank(s, A.length, Vt.cols);
  const coefficients = flat.product(B, U);
  for (let c = 0, p = 0; c < B.rows; c++) {
    for (let j = 0; j < s.length; j++, p++) {
      coefficients.data[p] = j < rank ? coefficients.data[p] / s[j] / unit : 0;
    }
  }
  const X = flat.product(coefficients, Vt);
  scaleBy(unit, s, s.length);
  flat.release(packed, U, Vt, coefficients);
  return { X, rank, s };
}

/** The same by LAPACK. */
function leastSquaresNatively(A: ReadonlyMatrix, B: flat.Dense): Solution {
  const packed = packTransposed("lstsq", "A", A);
  const { data, rows: n, cols: m } = packed;
  const unit = tame(data, n * m);
  const ldb = Math.max(m, n);
  const r = B.rows;
  const X = flat.blank(r, ldb);
  for (let c = 0; c < r; c++) X.data.set(B.data.subarray(c * m, (c + 1) * m), c * ldb);
  const s = new Float64Array(Math.min(m, n));
  const rank = gelsd(data, m, n, X.data, r, s, ldb * Number.EPSILON);
  for (let c = 1; c < r; c++) X.data.copyWithin(c * n, c * ldb, c * ldb + n);
  if (unit > 1) {
    scaleBy(1 / unit, X.data, r * n);
    scaleBy(unit, s, s.length);
  }
  flat.release(packed);
  return { X: { data: X.data, rows: r, cols: n }, rank, s };
}

/** ‖A·x − b‖² for each of the r columns. */
function squaredResiduals(A: ReadonlyMatrix, X: flat.Dense, B: flat.Dense): Vector {
  const { data: x, rows: r, cols: n } = X;
  const { data: b, cols: m } = B;
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
 * @param A - m×n.
 * @param b - Vector of length m, or m×r.
 * @returns `x`, the sums of squared `residuals` per column of b, the `rank`, and singular values `s`.
 * @throws RangeError if b does not have as many rows as A. O(mn·min(m, n)) for the SVD.
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
  const { B, isVector } = packRightHandSide("lstsq", b, A.length);
  const native = usesLapack("lstsq", Math.min(A.length, columnsOf(A)));
  const unit = tame(B.data, B.rows * B.cols);
  const { X, rank, s } = (native ? leastSquaresNatively : leastSquares)(A, B);
  if (unit > 1) for (const { data, rows, cols } of [X, B]) scaleBy(unit, data, rows * cols);
  requireInRange("lstsq", "the solution", X.data, X.rows * X.cols);
  const result = {
    x: isVector ? unpackVector(X.data, X.cols) : unpackTransposed(X),
    residuals: squaredResiduals(A, X, B),
    rank,
    s: unpackVector(s),
  };
  flat.release(X, B);
  return result;
}
