import { LinAlgError } from "../core";
import { toHessenberg } from "./hessenberg";
import { rotate } from "./rotation";

/** Iterations allowed for each eigenvalue; two to three suffice. */
const MAX_ITERATIONS = 60;

/**
 * The real Schur form T = Qᵀ·A·Q of A (n×n, row-major, overwritten by T): upper triangular but for
 * 2×2 blocks on the diagonal, one for each pair of complex eigenvalues.
 *
 * Francis' double-shift QR iteration on the Hessenberg form (Golub & Van Loan 7.5). A step does two
 * steps of QR iteration, with shifts the eigenvalues of the trailing 2×2 block, in real arithmetic:
 * the first column of (H − μ₁I)(H − μ₂I) has three entries only; a mirror made from it starts a bulge
 * that further 3×3 mirrors chase down the diagonal and out.
 *
 * @returns Qᵀ in row-major storage.
 */
export function realSchur(h: Float64Array, n: number): Float64Array {
  const qt = toHessenberg(h, n);
  let scale = 0;
  for (const x of h) scale = Math.max(scale, Math.abs(x));
  let iteration = 0;
  for (let hi = n - 1; hi > 0; ) {
    let lo = hi;
    while (lo > 0 && !negligible(h, n, lo, scale)) lo--;
    if (lo > 0) h[lo * n + lo - 1] = 0;
    if (lo === hi) {
      hi -= 1;
      iteration = 0;
    } else if (lo === hi - 1) {
      splitBlock(h, qt, n, lo);
      hi -= 2;
      iteration = 0;
    } else {
      if (iteration === MAX_ITERATIONS) {
        throw new LinAlgError(`eig: no convergence to eigenvalue ${hi + 1}`);
      }
      francisStep(h, qt, n, lo, hi, ++iteration % 10 === 0);
    }
  }
  return qt;
}

/** Whether the entry left of the diagonal in row i may be set to zero: rounding would hide it. */
function negligible(h: Float64Array, n: number, i: number, scale: number): boolean {
  const size = Math.abs(h[i * n + i]) + Math.abs(h[(i - 1) * n + i - 1]);
  return Math.abs(h[i * n + i - 1]) <= (Number.EPSILON / 2) * (size === 0 ? scale : size);
}

/** One double-shift step on rows and columns lo…hi; with `exceptional`, with shifts off the track. */
function francisStep(
  h: Float64Array,
  qt: Float64Array,
  n: number,
  lo: number,
  hi: number,
  exceptional: boolean,
): void {
  const at = (i: number, j: number) => h[i * n + j];
  let sum = at(hi - 1, hi - 1) + at(hi, hi);
  let product = at(hi - 1, hi - 1) * at(hi, hi) - at(hi - 1, hi) * at(hi, hi - 1);
  if (exceptional) {
    // Shifts that repeat themselves (as on a cyclic permutation) are replaced by arbitrary ones.
    const s = Math.abs(at(hi, hi - 1)) + Math.abs(at(hi - 1, hi - 2));
    sum = 1.5 * s;
    product = s * s;
  }
  const h11 = at(lo, lo);
  let x = h11 * h11 + at(lo, lo + 1) * at(lo + 1, lo) - sum * h11 + product;
  let y = at(lo + 1, lo) * (h11 + at(lo + 1, lo + 1) - sum);
  let z = at(lo + 1, lo) * at(lo + 2, lo + 1);
  for (let k = lo; k < hi; k++) {
    const three = k < hi - 1;
    if (k > lo) {
      x = at(k, k - 1);
      y = at(k + 1, k - 1);
      z = three ? at(k + 2, k - 1) : 0;
    }
    const scale = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
    if (scale === 0) continue;
    x /= scale;
    y /= scale;
    z /= scale;
    const length = Math.sqrt(x * x + y * y + z * z);
    const beta = x > 0 ? -length : length;
    const tau = (beta - x) / beta;
    const v1 = y / (x - beta);
    const v2 = z / (x - beta);
    if (k > lo) {
      h[k * n + k - 1] = beta * scale;
      h[(k + 1) * n + k - 1] = 0;
      if (three) h[(k + 2) * n + k - 1] = 0;
    }
    mirrorRows(h, n, k, k, n, tau, v1, v2, three);
    mirrorRows(qt, n, k, 0, n, tau, v1, v2, three);
    const last = Math.min(hi, k + 3);
    for (let i = 0, p = k; i <= last; i++, p += n) {
      const t = tau * (h[p] + v1 * h[p + 1] + (three ? v2 * h[p + 2] : 0));
      h[p] -= t;
      h[p + 1] -= t * v1;
      if (three) h[p + 2] -= t * v2;
    }
  }
}

/** Applies the mirror with v = (1, v1, v2) to rows k, k + 1, k + 2 in columns from … to − 1. */
function mirrorRows(
  a: Float64Array,
  n: number,
  k: number,
  from: number,
  to: number,
  tau: number,
  v1: number,
  v2: number,
  three: boolean,
): void {
  const p = k * n;
  const q = p + n;
  const r = q + n;
  if (three) {
    for (let j = from; j < to; j++) {
      const t = tau * (a[p + j] + v1 * a[q + j] + v2 * a[r + j]);
      a[p + j] -= t;
      a[q + j] -= t * v1;
      a[r + j] -= t * v2;
    }
  } else {
    for (let j = from; j < to; j++) {
      const t = tau * (a[p + j] + v1 * a[q + j]);
      a[p + j] -= t;
      a[q + j] -= t * v1;
    }
  }
}

/** Triangularises the 2×2 block at rows k, k + 1 if its eigenvalues are real. */
function splitBlock(h: Float64Array, qt: Float64Array, n: number, k: number): void {
  const b = h[k * n + k + 1];
  const c = h[(k + 1) * n + k];
  const half = (h[k * n + k] - h[(k + 1) * n + k + 1]) / 2;
  const discriminant = half * half + b * c;
  if (discriminant < 0 || c === 0) return;
  // (half ± root, c) is an eigenvector of the block; the sign that adds loses no digits.
  const root = Math.sqrt(discriminant);
  const f = half + (half < 0 ? -root : root);
  const length = Math.hypot(f, c);
  const cos = f / length;
  const sin = c / length;
  rotate(h, k * n + k, (k + 1) * n + k, n - k, cos, sin);
  rotate(qt, k * n, (k + 1) * n, n, cos, sin);
  for (let i = 0, p = k; i <= k + 1; i++, p += n) {
    const x = h[p];
    const y = h[p + 1];
    h[p] = cos * x + sin * y;
    h[p + 1] = cos * y - sin * x;
  }
  h[(k + 1) * n + k] = 0;
}
