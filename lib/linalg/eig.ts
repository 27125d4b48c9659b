import type { ReadonlyMatrix } from "../core";
import type { Complex } from "./complex";
import { release } from "./flat";
import { balance } from "./kernels/balance";
import { eigenvalueOrder, normalise } from "./kernels/eigenpairs";
import { multiply } from "./kernels/multiply";
import { scaleBy, scaleToUnit } from "./kernels/scaling";
import { blockRoot, realSchur } from "./kernels/schur";
import { schurVectors } from "./kernels/schurVectors";
import { transposeInto } from "./kernels/transpose";
import { usesLapack } from "./native/engine";
import { geev } from "./native/lapack";
import { packTransposed } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";

/** What `eig` returns: A·V = V·diag(values). */
export interface Eig {
  /** The n eigenvalues, each as often as it is a root of the characteristic polynomial. */
  values: Complex[];
  /** n×n: column j is a unit eigenvector that belongs to values[j]. */
  vectors: Complex[][];
}

/** Eigenvalues of the quasi-triangular T: its 1×1 blocks and those of its 2×2 blocks, as pairs. */
function blockEigenvalues(t: Float64Array, n: number, wr: Float64Array, wi: Float64Array): void {
  for (let k = 0; k < n; k++) {
    const p = k * n + k;
    const below = k + 1 < n ? t[p + n] : 0;
    if (below === 0) {
      wr[k] = t[p];
      wi[k] = 0;
      continue;
    }
    wr[k] = t[p] / 2 + t[p + n + 1] / 2;
    wi[k] = -blockRoot(t, n, k);
    wr[k + 1] = wr[k];
    wi[k + 1] = -wi[k];
    k++;
  }
}

/**
 * The kernel of `eig` in TypeScript on column-major A (n×n), overwritten: eigenvalues wr + i·wi, pairs
 * side by side with +im first, and eigenvectors one after the other, of a pair the real and then the
 * imaginary part of the first.
 */
function hessenbergQR(
  a: Float64Array,
  n: number,
  wr: Float64Array,
  wi: Float64Array,
  vectors: Float64Array,
): void {
  const t = borrow(n * n);
  const q = borrow(n * n);
  transposeInto(a, n, n, t);
  const unit = scaleToUnit(t, n * n);
  const d = balance(t, n);
  realSchur(t, n, q);
  blockEigenvalues(t, n, wr, wi);
  schurVectors(t, n, wr, wi, a);
  // Vectors of A are D·Q·x, here as rows: X·Qᵀ, and entry i times dᵢ.
  multiply(n, n, n, a, q, vectors, true);
  for (let k = 0, p = 0; k < n; k++) {
    for (let i = 0; i < n; i++) vectors[p++] *= d[i];
  }
  scaleBy(unit, wr, n);
  scaleBy(unit, wi, n);
  giveBack(t, q);
}

/**
 * Eigenvalues and eigenvectors of a square matrix that need not be symmetric: A·v = λ·v (MML 4.2).
 * They may be complex; those of a real matrix then come in conjugate pairs.
 *
 * A: n×n. Balancing, reduction to Hessenberg form, Francis' QR iteration to real Schur form, then one
 * back substitution for each vector, about 25n³ operations in all (Golub & Van Loan 7.5, 7.6). A
 * defective matrix, which has fewer than n independent eigenvectors, gets parallel ones, and its
 * repeated eigenvalue is found to about ε^(1/k) only, k the size of its Jordan block. For a symmetric
 * matrix `eigh` is faster and more accurate.
 *
 * @param A - n×n.
 * @returns `values` by ascending real part, pairs side by side with +im first, and `vectors` with the
 * unit eigenvector of values[j] in column j, its entry of largest magnitude real and positive.
 * @throws RangeError if A is not square; LinAlgError if the iteration does not converge.
 * @example
 * linalg.eig([[0, -1], [1, 0]]).values // => [{ re: 0, im: 1 }, { re: 0, im: -1 }]
 * linalg.eig([[4, 2], [1, 3]]).values.map((z) => z.re) // => [2, 5]
 */
export function eig(A: ReadonlyMatrix): Eig {
  const packed = packTransposed("eig", "A", A, { square: true });
  const n = packed.rows;
  const wr = borrow(n);
  const wi = borrow(n);
  const x = borrow(n * n);
  (usesLapack("eig", n) ? geev : hessenbergQR)(packed.data, n, wr, wi, x);
  for (let k = 0; k < n; k++) {
    if (wi[k] >= 0) normalise(x, k * n, wi[k] === 0 ? -1 : (k + 1) * n, n);
  }
  const order = eigenvalueOrder(wr, wi, n);
  const values = order.map((k) => ({ re: wr[k] + 0, im: wi[k] + 0 }));
  const vectors: Complex[][] = [];
  for (let i = 0; i < n; i++) {
    const row: Complex[] = [];
    for (let j = 0; j < n; j++) {
      const k = order[j];
      const im = wi[k];
      // Of a pair at k and k + 1, column k holds the real part and column k + 1 the imaginary one.
      if (im === 0) row.push({ re: x[k * n + i] + 0, im: 0 });
      else if (im > 0) row.push({ re: x[k * n + i] + 0, im: x[(k + 1) * n + i] + 0 });
      else row.push({ re: x[(k - 1) * n + i] + 0, im: 0 - x[k * n + i] });
    }
    vectors.push(row);
  }
  release(packed);
  giveBack(wr, wi, x);
  return { values, vectors };
}
