import { ascending } from "../kernels/order";
import { scaleToUnit } from "../kernels/scaling";
import { canonicalSign, negate } from "../kernels/signs";
import { transposeInto } from "../kernels/transpose";
import { diagonalizeTridiagonal, tridiagonalize } from "../kernels/tridiagonal";
import { usesLapack } from "../native/engine";
import { syevd } from "../native/lapack";
import { blank, type Dense, release } from "../storage/dense";
import { borrow, giveBack } from "../storage/scratch";
import { copyOf } from "./copy";

/** What `eigh` returns: A·V = V·diag(values). */
export interface FlatEigH {
  /** Ascending. */
  values: Float64Array;
  /** n×n: column j is the unit eigenvector that belongs to values[j]. */
  vectors: Dense;
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
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, of which the lower triangle is read.
 * Of each vector the entry of largest magnitude is positive.
 */
export function eigh(A: Dense, options: { overwrite?: boolean } = {}): FlatEigH {
  const n = A.rows;
  const values = new Float64Array(n);
  const work = copyOf(A, options.overwrite);
  const { data } = work;
  (usesLapack("eigh", n) ? syevd : diagonalizeSymmetric)(data, n, values);
  for (let j = 0; j < n; j++) {
    if (canonicalSign(data, j * n, n) < 0) negate(data, j * n, n);
  }
  const vectors = blank(n, n);
  transposeInto(data, n, n, vectors.data);
  if (!options.overwrite) release(work);
  return { values, vectors };
}
