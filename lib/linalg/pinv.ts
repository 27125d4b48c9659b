import type { Matrix, ReadonlyMatrix } from "../core";
import { addProduct, rowMajor, transposed } from "./kernels/multiply";
import { numericalRank } from "./rank";
import { columnsOf } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackRows } from "./storage/unpack";
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
export function pinv(A: ReadonlyMatrix): Matrix {
  const { u, columns: k, s, vt } = svdPacked("pinv", A, "reduced");
  const m = A.length;
  const n = columnsOf(A);
  const r = numericalRank(s, k, m, n);
  // V·Σ⁺ row by row, n×r, times Uᵀ.
  const v = borrow(n * r);
  for (let j = 0; j < r; j++) {
    for (let i = 0; i < n; i++) v[i * r + j] = vt[j * n + i] / s[j];
  }
  const p = borrow(n * m);
  p.fill(0, 0, n * m);
  addProduct(1, n, m, r, rowMajor(v, r), transposed(rowMajor(u, k)), rowMajor(p, m));
  const inverse = unpackRows(p, n, m);
  giveBack(u, s, vt, v, p);
  return inverse;
}
