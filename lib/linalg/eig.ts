import { balance } from "./balance";
import { usesLapack } from "./engine";
import { geev } from "./lapack";
import { addProduct, rowMajor, transposed } from "./multiply";
import { packColumns } from "./pack";
import { scaleBy, scaleToUnit } from "./scaling";
import { realSchur } from "./schur";
import { schurVectors } from "./schurVectors";
import { borrow, giveBack } from "./scratch";

/** A complex number re + i·im. */
export interface Complex {
  re: number;
  im: number;
}

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
    const half = (t[p] - t[p + n + 1]) / 2;
    wr[k] = t[p + n + 1] + half;
    wi[k] = Math.sqrt(-(half * half + t[p + 1] * below));
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
  for (let i = 0, p = 0; i < n; i++) {
    for (let j = 0; j < n; j++) t[p++] = a[j * n + i];
  }
  const unit = scaleToUnit(t, n * n);
  const d = balance(t, n);
  realSchur(t, n, q);
  blockEigenvalues(t, n, wr, wi);
  schurVectors(t, n, wr, wi, a);
  // Vectors of A are D·Q·x, here as rows: X·Qᵀ, and entry i times dᵢ.
  vectors.fill(0, 0, n * n);
  addProduct(1, n, n, n, rowMajor(a, n), transposed(rowMajor(q, n)), rowMajor(vectors, n));
  for (let k = 0, p = 0; k < n; k++) {
    for (let i = 0; i < n; i++) vectors[p++] *= d[i];
  }
  scaleBy(unit, wr, n);
  scaleBy(unit, wi, n);
  giveBack(t, q);
}

/**
 * Scales the vector with real part x[re …] and imaginary part x[im …] (real if im < 0) to unit length,
 * its entry of largest magnitude real and positive; of entries tied for it, the first.
 */
function normalise(x: Float64Array, re: number, im: number, n: number): void {
  let largest = 0;
  for (let i = 0; i < n; i++) {
    largest = Math.max(largest, Math.abs(x[re + i]), im < 0 ? 0 : Math.abs(x[im + i]));
  }
  let [sum, peak, at] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const size = (x[re + i] / largest) ** 2 + (im < 0 ? 0 : (x[im + i] / largest) ** 2);
    sum += size;
    if (size * (1 - 1e-10) <= peak) continue;
    peak = size;
    at = i;
  }
  const size = Math.sqrt(peak) * largest;
  const length = Math.sqrt(sum) * largest;
  const cos = x[re + at] / size;
  const sin = im < 0 ? 0 : x[im + at] / size;
  for (let i = 0; i < n; i++) {
    const a = x[re + i] / length;
    const b = im < 0 ? 0 : x[im + i] / length;
    x[re + i] = a * cos + b * sin;
    if (im >= 0) x[im + i] = b * cos - a * sin;
  }
  if (im >= 0) x[im + at] = 0;
}

/**
 * The order in which eigenvalues are returned: by real part, ascending; of those whose real parts
 * agree up to rounding by the size of the imaginary part, and of a pair re ± i·im the one with + first.
 */
function eigenvalueOrder(values: readonly Complex[]): number[] {
  const scale = values.reduce((max, { re, im }) => Math.max(max, Math.hypot(re, im)), 0);
  const order = values.map((_, k) => k).sort((p, q) => values[p].re - values[q].re);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]].re - values[order[to - 1]].re <= 1e-10 * scale) {
      to++;
    }
    const run = order.slice(from, to).sort((p, q) => {
      const gap = Math.abs(values[p].im) - Math.abs(values[q].im);
      return gap !== 0 ? gap : values[q].im - values[p].im || p - q;
    });
    order.splice(from, to - from, ...run);
    from = to;
  }
  return order;
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
 * @returns `values` by ascending real part, pairs side by side with +im first, and `vectors` with the
 * unit eigenvector of values[j] in column j, its entry of largest magnitude real and positive.
 * @throws RangeError if A is not square; LinAlgError if the iteration does not converge.
 * @example
 * linalg.eig([[0, -1], [1, 0]]).values // => [{ re: 0, im: 1 }, { re: 0, im: -1 }]
 * linalg.eig([[4, 2], [1, 3]]).values.map((z) => z.re) // => [2, 5]
 */
export function eig(A: readonly (readonly number[])[]): Eig {
  const { a, n } = packColumns("eig", "A", A, { square: true });
  const wr = borrow(n);
  const wi = borrow(n);
  const x = borrow(n * n);
  (usesLapack("eig", n) ? geev : hessenbergQR)(a, n, wr, wi, x);
  const values: Complex[] = [];
  for (let k = 0; k < n; k++) {
    values.push({ re: wr[k] + 0, im: wi[k] + 0 });
    if (wi[k] >= 0) normalise(x, k * n, wi[k] === 0 ? -1 : (k + 1) * n, n);
  }
  const order = eigenvalueOrder(values);
  // Where column j of the result starts in x: its real part and its imaginary part times `sign`.
  const columns = order.map((k) => ({
    re: (values[k].im < 0 ? k - 1 : k) * n,
    im: (values[k].im < 0 ? k : k + 1) * n,
    sign: Math.sign(values[k].im),
  }));
  const vectors = Array.from({ length: n }, (_, i) =>
    columns.map(({ re, im, sign }) => ({
      re: x[re + i] + 0,
      im: sign === 0 ? 0 : sign * x[im + i] + 0,
    })),
  );
  giveBack(a, wr, wi, x);
  return { values: order.map((k) => values[k]), vectors };
}
