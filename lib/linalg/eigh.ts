import { LinAlgError, type Matrix, type Vector } from "../core";
import { makeReflector } from "./householder";
import { packRows, unpackColumns, unpackVector } from "./pack";
import { canonicalSign, negate } from "./signs";
import { requireSymmetric } from "./symmetric";

/** What `eigh` returns: A·V = V·diag(values). */
export interface EigH {
  /** The n eigenvalues in ascending order. */
  values: Vector;
  /** n×n: column j is the unit eigenvector that belongs to values[j]. */
  vectors: Matrix;
}

/**
 * Reduces a symmetric matrix to tridiagonal form T = Qᵀ·A·Q by n − 2 Householder mirrors, one for
 * each row (Golub & Van Loan 8.3.1). Only the lower triangle of `a` is read. Afterwards d holds T's
 * diagonal, e its n − 1 off-diagonal entries, and `a` holds Qᵀ, row by row.
 *
 * Working from the last row up, mirror i acts on the leading i × i block B only, and there
 * H·B·H = B − v·wᵀ − w·vᵀ with p = τ·B·v and w = p − (τ/2)(pᵀv)·v.
 */
function tridiagonalize(a: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  const tau = new Float64Array(n);
  const v = new Float64Array(n);
  const w = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    // The row left of the diagonal, reversed, so that its mirror leaves the entry beside the diagonal.
    for (let j = 0; j < i; j++) v[j] = a[i * n + i - 1 - j];
    tau[i] = makeReflector(v, 0, i);
    e[i - 1] = v[0];
    v[0] = 1;
    v.subarray(0, i).reverse();
    for (let j = 0; j < i; j++) a[i * n + j] = v[j];
    if (tau[i] === 0) continue;
    w.fill(0, 0, i);
    for (let r = 0; r < i; r++) {
      const row = r * n;
      let sum = a[row + r] * v[r];
      for (let c = 0; c < r; c++) {
        sum += a[row + c] * v[c];
        w[c] += a[row + c] * v[r];
      }
      w[r] += sum;
    }
    let pv = 0;
    for (let r = 0; r < i; r++) {
      w[r] *= tau[i];
      pv += w[r] * v[r];
    }
    const half = (tau[i] * pv) / 2;
    for (let r = 0; r < i; r++) w[r] -= half * v[r];
    for (let r = 0; r < i; r++) {
      const row = r * n;
      for (let c = 0; c <= r; c++) a[row + c] -= v[r] * w[c] + w[r] * v[c];
    }
  }
  for (let i = 0; i < n; i++) d[i] = a[i * n + i];
  // Qᵀ = H₁⋯Hₙ₋₁ grown from its 1×1 corner: the block of size i is mirrored from the right by Hᵢ.
  for (let i = 0; i < n; i++) {
    for (let r = 0; r < i; r++) {
      let sum = 0;
      for (let c = 0; c < i; c++) sum += a[r * n + c] * a[i * n + c];
      sum *= tau[i];
      for (let c = 0; c < i; c++) a[r * n + c] -= sum * a[i * n + c];
    }
    for (let c = 0; c < i; c++) {
      a[i * n + c] = 0;
      a[c * n + i] = 0;
    }
    a[i * n + i] = 1;
  }
}

/** Iterations allowed for each eigenvalue; about two suffice. */
const MAX_ITERATIONS = 60;

/**
 * Diagonalises a symmetric tridiagonal matrix by the implicit QL algorithm with Wilkinson's shift
 * (Golub & Van Loan 8.3.3; Parlett, The Symmetric Eigenvalue Problem, ch. 8). d becomes the
 * eigenvalues, unsorted; the rotations are applied to the rows of z.
 *
 * One sweep chases a bulge up the matrix with plane rotations. The shift, the eigenvalue of the
 * leading 2×2 block nearest to its first entry, makes the first off-diagonal entry vanish with cubic
 * speed; then the problem shrinks by one.
 */
function diagonalize(d: Float64Array, e: Float64Array, z: Float64Array, n: number): void {
  for (let l = 0; l < n; l++) {
    for (let iteration = 0; ; iteration++) {
      let m = l;
      while (m < n - 1) {
        const scale = Math.abs(d[m]) + Math.abs(d[m + 1]);
        if (Math.abs(e[m]) <= (Number.EPSILON / 2) * scale) break;
        m++;
      }
      if (m === l) break;
      if (iteration === MAX_ITERATIONS) {
        throw new LinAlgError(`eigh: no convergence to eigenvalue ${l + 1}`);
      }
      const delta = (d[l + 1] - d[l]) / (2 * e[l]);
      const root = Math.hypot(delta, 1);
      let g = d[m] - d[l] + e[l] / (delta + (delta < 0 ? -root : root));
      let s = 1;
      let c = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        const r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] -= p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        const t = (d[i] - g) * s + 2 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
        for (let k = 0, x = i * n, y = x + n; k < n; k++, x++, y++) {
          const zx = z[x];
          const zy = z[y];
          z[y] = s * zx + c * zy;
          z[x] = c * zx - s * zy;
        }
      }
      if (i < l) {
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
      }
    }
  }
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, A = V·Λ·Vᵀ: the spectral theorem at
 * work (MML 4.2, 4.4).
 *
 * A: n×n. First to tridiagonal form, then by implicit QL iteration to diagonal form, about 9n³
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
export function eigh(A: readonly (readonly number[])[]): EigH {
  requireSymmetric("eigh", A);
  const n = A.length;
  const z = packRows(A);
  let largest = 0;
  for (const x of z) largest = Math.max(largest, Math.abs(x));
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest)); // no overflow in between
  for (let i = 0; i < n * n; i++) z[i] /= unit;
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  tridiagonalize(z, n, d, e);
  diagonalize(d, e, z, n);
  const order = Array.from(d.keys()).sort((i, j) => d[i] - d[j]);
  const sorted = new Float64Array(n * n);
  const values = new Float64Array(n);
  order.forEach((from, to) => {
    values[to] = d[from] * unit;
    sorted.set(z.subarray(from * n, from * n + n), to * n);
    if (canonicalSign(sorted, to * n, n) < 0) negate(sorted, to * n, n);
  });
  return { values: unpackVector(values), vectors: unpackColumns(sorted, n, n) };
}
