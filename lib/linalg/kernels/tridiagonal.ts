import { LinAlgError } from "../../core";
import { borrow, giveBack } from "../storage/scratch";
import { mirrorRows } from "./hessenberg";
import { makeReflector } from "./householder";
import { makeRotation, RotationQueue } from "./rotation";

/**
 * Reduces a symmetric matrix A (n×n, row-major) to tridiagonal form T = Qᵀ·A·Q by n − 2 Householder
 * mirrors (Golub & Van Loan 8.3.1). Only the lower triangle is read. Afterwards d holds the diagonal
 * of T and e the n − 1 entries beside it, and `a` holds Q.
 *
 * Step k clears column k below the subdiagonal. On the trailing block B the mirror acts from both
 * sides, and H·B·H = B − v·wᵀ − w·vᵀ with p = τ·B·v and w = p − (τ/2)(pᵀv)·v.
 */
export function tridiagonalize(a: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  const tau = borrow(n);
  const mirrors = borrow(n * n); // row k: the vector of step k, from entry k + 1
  const w = borrow(n);
  for (let k = 0; k < n - 1; k++) {
    const v = k * n;
    for (let i = k + 1; i < n; i++) mirrors[v + i] = a[i * n + k];
    tau[k] = makeReflector(mirrors, v + k + 1, n - k - 1);
    e[k] = mirrors[v + k + 1];
    mirrors[v + k + 1] = 1;
    if (tau[k] === 0) continue;
    symmetricProduct(a, n, k + 1, mirrors, v, w);
    let pv = 0;
    for (let i = k + 1; i < n; i++) {
      w[i] *= tau[k];
      pv += w[i] * mirrors[v + i];
    }
    const half = (tau[k] * pv) / 2;
    for (let i = k + 1; i < n; i++) w[i] -= half * mirrors[v + i];
    for (let i = k + 1; i < n; i++) {
      const x = mirrors[v + i];
      const y = w[i];
      for (let j = k + 1, p = i * n + j; j <= i; j++, p++) a[p] -= x * w[j] + y * mirrors[v + j];
    }
  }
  for (let i = 0; i < n; i++) d[i] = a[i * n + i];
  // Q = H₀·H₁⋯Hₙ₋₃: from the last mirror back, each touches only the trailing block.
  a.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) a[i * n + i] = 1;
  for (let k = n - 3; k >= 0; k--) mirrorRows(a, n, k + 1, mirrors, k * n, tau[k], w);
  giveBack(tau, mirrors, w);
}

/** w ← B·v for the block of A from row and column k on, of which the lower triangle is read. */
function symmetricProduct(
  a: Float64Array,
  n: number,
  k: number,
  mirrors: Float64Array,
  v: number,
  w: Float64Array,
): void {
  w.fill(0, k, n);
  for (let i = k; i < n; i++) {
    const row = i * n;
    const x = mirrors[v + i];
    let sum = a[row + i] * x;
    for (let j = k; j < i; j++) {
      const t = a[row + j];
      sum += t * mirrors[v + j];
      w[j] += t * x;
    }
    w[i] += sum;
  }
}

/** Sweeps allowed for each value on average; about two suffice. */
const MAX_SWEEPS = 30;

/**
 * Diagonalises a symmetric tridiagonal matrix by implicit QR iteration with Wilkinson's shift (Golub &
 * Van Loan 8.3.3; Parlett, The Symmetric Eigenvalue Problem, ch. 8). d becomes the eigenvalues,
 * unsorted; Q (n×n, row-major) becomes the eigenvectors as columns.
 *
 * A sweep chases a bulge down the matrix with plane rotations. The shift, the eigenvalue of the
 * trailing 2×2 block nearest to its last entry, makes the last off-diagonal entry vanish with cubic
 * speed; then the problem shrinks by one.
 */
export function diagonalizeTridiagonal(
  d: Float64Array,
  e: Float64Array,
  q: Float64Array,
  n: number,
): void {
  const queue = new RotationQueue(q, n, n);
  const rot = new Float64Array(3);
  // At the bottom of the range, beside the largest entry, nothing can be told from zero.
  let bottom = 0;
  for (let i = 0; i < n; i++) bottom = Math.max(bottom, 1e-290 * Math.abs(d[i]));
  let sweeps = 0;
  for (let hi = n - 1; hi > 0; ) {
    let lo = hi;
    while (lo > 0) {
      const neighbours = Math.abs(d[lo - 1]) + Math.abs(d[lo]);
      const x = Math.abs(e[lo - 1]);
      if (x <= (Number.EPSILON / 2) * neighbours || x <= bottom) break;
      lo--;
    }
    if (lo === hi) {
      hi--;
      continue;
    }
    if (sweeps++ === MAX_SWEEPS * Math.max(n, 10)) {
      throw new LinAlgError("eigh: the iteration did not converge");
    }
    const delta = (d[hi - 1] - d[hi]) / (2 * e[hi - 1]);
    const root = Math.sqrt(delta * delta + 1);
    const shift = d[hi] - e[hi - 1] / (delta + (delta < 0 ? -root : root));
    // The sweep: (f, g) is what the next rotation has to turn into (r, 0).
    let f = d[lo] - shift;
    let g = e[lo];
    queue.begin(lo);
    for (let i = lo; i < hi; i++) {
      makeRotation(f, g, rot);
      const c = rot[0];
      const s = rot[1];
      if (i > lo) e[i - 1] = rot[2];
      queue.push(c, s);
      // The 2×2 block [[x, y], [y, z]] turned from both sides.
      const x = d[i];
      const y = e[i];
      const z = d[i + 1];
      const gap = (x - z) * s - 2 * c * y;
      d[i] = x - s * gap;
      d[i + 1] = z + s * gap;
      f = -c * gap - y;
      e[i] = f;
      if (i < hi - 1) {
        g = s * e[i + 1];
        e[i + 1] *= c;
      }
    }
  }
  queue.finish();
}
