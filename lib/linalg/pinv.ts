import type { Matrix, ReadonlyMatrix } from "../core";
import * as flat from "./flat";
import { scaleBy, tame } from "./kernels/scaling";
import { numericalRank } from "./rank";
import { requireInRange } from "./storage/unpack";

/**
 * The Moore–Penrose pseudo-inverse A⁺ = V·Σ⁺·Uᵀ, where Σ⁺ inverts the singular values that are not
 * zero to working precision, σⱼ > max(m, n)·ε·σ₁ (MML 4.5, 2.3.4; Golub & Van Loan 5.5.2).
 *
 * A: m×n, A⁺: n×m. A⁺·b is the least-squares solution of least norm; for an invertible matrix A⁺ is
 * A⁻¹, for independent columns it is (AᵀA)⁻¹Aᵀ.
 *
 * @param A - m×n.
 * @returns n×m.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers. O(mn·min(m, n)) for the SVD.
 * @example
 * linalg.pinv([[2, 0], [0, 0]]) // => [[0.5, 0], [0, 0]]
 * linalg.pinv([[3], [4]]) // => [[0.12, 0.16]]
 */
export function pinv(A: ReadonlyMatrix): Matrix {
  const packed = flat.pack("pinv", "A", A);
  const { rows: m, cols: n } = packed;
  const unit = tame(packed.data, m * n);
  const { U, s, Vt } = flat.svd(packed, { overwrite: true });
  const r = numericalRank(s, m, n);
  // Vt becomes Σ⁺·Vᵀ, whose rows past the rank are zero.
  for (let j = 0; j < s.length; j++) {
    for (let p = j * n; p < (j + 1) * n; p++) Vt.data[p] = j < r ? Vt.data[p] / s[j] : 0;
  }
  const P = flat.product(Vt, U, { transposeA: true, transposeB: true });
  if (unit > 1) scaleBy(1 / unit, P.data, n * m);
  requireInRange("pinv", "the inverse", P.data, n * m);
  const inverse = flat.unpack(P);
  flat.release(packed, U, Vt, P);
  return inverse;
}
