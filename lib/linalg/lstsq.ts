import { type Matrix, requireMatrix, type Vector } from "../core";
import { columnsOf, unpackRows, unpackVector } from "./pack";
import { numericalRank } from "./rank";
import { rightHandSide } from "./solve";
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
export function lstsq(
  A: readonly (readonly number[])[],
  b: readonly number[],
): LeastSquares<Vector>;
export function lstsq(
  A: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): LeastSquares<Matrix>;
export function lstsq(
  A: readonly (readonly number[])[],
  b: readonly number[] | readonly (readonly number[])[],
): LeastSquares<Vector | Matrix> {
  requireMatrix("lstsq", "A", A);
  const m = A.length;
  const n = columnsOf(A);
  const { packed, r, isVector } = rightHandSide("lstsq", b, m);
  const { ut, s, vt } = svdPacked(A, false);
  const rank = numericalRank(s, m, n);
  const x = new Float64Array(n * r);
  for (let k = 0; k < rank; k++) {
    for (let c = 0; c < r; c++) {
      let coefficient = 0;
      for (let i = 0; i < m; i++) coefficient += ut[k * m + i] * packed[i * r + c];
      coefficient /= s[k];
      for (let j = 0; j < n; j++) x[j * r + c] += coefficient * vt[k * n + j];
    }
  }
  const residuals = new Array<number>(r).fill(0);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < r; c++) {
      let gap = -packed[i * r + c];
      for (let j = 0; j < n; j++) gap += A[i][j] * x[j * r + c];
      residuals[c] += gap * gap;
    }
  }
  return {
    x: isVector ? unpackVector(x) : unpackRows(x, n, r),
    residuals,
    rank,
    s: unpackVector(s),
  };
}
