import { type Matrix, requireMatrix } from "../core";
import { columnsOf, unpackRows } from "./pack";
import { numericalRank } from "./rank";
import { svdPacked } from "./svd";

/**
 * The Moore–Penrose pseudo-inverse A⁺ = V·Σ⁺·Uᵀ, where Σ⁺ inverts the singular values that are not
 * zero to working precision, σⱼ > max(m, n)·ε·σ₁ (MML 4.5, 2.3.4; Golub & Van Loan 5.5.2).
 *
 * A: m×n, A⁺: n×m. A⁺·b is the least-squares solution of least norm; for an invertible matrix A⁺ is
 * A⁻¹, for independent columns it is (AᵀA)⁻¹Aᵀ.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.pinv([[2, 0], [0, 0]]) // => [[0.5, 0], [0, 0]]
 * linalg.pinv([[3], [4]]) // => [[0.12, 0.16]]
 */
export function pinv(A: readonly (readonly number[])[]): Matrix {
  requireMatrix("pinv", "A", A);
  const m = A.length;
  const n = columnsOf(A);
  const { ut, s, vt } = svdPacked(A, false);
  const rank = numericalRank(s, m, n);
  const p = new Float64Array(n * m);
  for (let k = 0; k < rank; k++) {
    for (let j = 0; j < n; j++) {
      const f = vt[k * n + j] / s[k];
      for (let i = 0; i < m; i++) p[j * m + i] += f * ut[k * m + i];
    }
  }
  return unpackRows(p, n, m);
}
