import type { Matrix, ReadonlyMatrix, Vector } from "../core";
import { ascending } from "./kernels/order";
import { scaleToUnit } from "./kernels/scaling";
import { canonicalSign, negate } from "./kernels/signs";
import { packSymmetric } from "./kernels/symmetric";
import { diagonalizeTridiagonal, tridiagonalize } from "./kernels/tridiagonal";
import { usesLapack } from "./native/engine";
import { syevd } from "./native/lapack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackColumns, unpackVector } from "./storage/unpack";

/** What `eigh` returns: A·V = V·diag(values). */
export interface EigH {
  /** The n eigenvalues in ascending order. */
  values: Vector;
  /** n×n: column j is the unit eigenvector that belongs to values[j]. */
  vectors: Matrix;
}

/**
 * The kernel of `eigh` in TypeScript: eigenvalues ascending into `values`, and over `a` (n×n,
 * row-major) the eigenvectors, one after the other.
 */
function diagonalizeSymmetric(a: Float64Array, n: number, values: Float64Array): void {
  const unit = scaleToUnit(a, n * n);
  const d = borrow(n);
  const e = borrow(n);
  tridiagonalize(a, n, d, e);
  diagonalizeTridiagonal(d, e, a, n);
  const order = ascending(d, n);
  const q = borrow(n * n);
  q.set(a.subarray(0, n * n));
  for (let j = 0; j < n; j++) {
    values[j] = d[order[j]] * unit;
    for (let i = 0, p = order[j]; i < n; i++, p += n) a[j * n + i] = q[p];
  }
  giveBack(q, d, e);
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, A = V·Λ·Vᵀ: the spectral theorem at
 * work (MML 4.2, 4.4).
 *
 * A: n×n. First to tridiagonal form, then by implicit QR iteration to diagonal form, about 9n³
 * operations in all. Every eigenvalue is within a small multiple of ε·‖A‖ of a true one, and the
 * vectors are orthonormal to working precision, also where eigenvalues coincide.
 *
 * @returns `values` ascending, and `vectors` with the eigenvector of values[j] in column j, its entry
 * of largest magnitude positive.
 * @throws RangeError if A is not symmetric.
 * @example
 * linalg.eigh([[2, 1], [1, 2]]).values // => [1, 3]
 * linalg.eigh([[2, 0], [0, 1]]).vectors // => [[0, 1], [1, 0]]
 */
export function eigh(A: ReadonlyMatrix): EigH {
  const { a, n } = packSymmetric("eigh", A);
  const w = borrow(n);
  (usesLapack("eigh", n) ? syevd : diagonalizeSymmetric)(a, n, w);
  for (let j = 0; j < n; j++) {
    if (canonicalSign(a, j * n, n) < 0) negate(a, j * n, n);
  }
  const result = { values: unpackVector(w, n), vectors: unpackColumns(a, n, n) };
  giveBack(a, w);
  return result;
}
