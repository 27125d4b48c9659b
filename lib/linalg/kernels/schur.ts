import { LinAlgError } from "../../core";
import { francisStep, sweepTwoRows } from "./francis";
import { toHessenberg } from "./hessenberg";
import { makeRotation } from "./rotation";

/** Steps allowed for each eigenvalue on average; two to three suffice. */
const MAX_STEPS = 30;

/**
 * The real Schur form T = Qᵀ·A·Q of A (n×n, row-major, overwritten by T): upper triangular but for
 * 2×2 blocks on the diagonal, one for each pair of complex eigenvalues. q (n×n) receives Q, row-major.
 *
 * Francis' double-shift QR iteration on the Hessenberg form (Golub & Van Loan 7.5). A step does two
 * steps of QR iteration, with shifts the eigenvalues of the trailing 2×2 block, in real arithmetic:
 * the first column of (H − μ₁I)(H − μ₂I) has three entries only; a mirror made from it starts a bulge
 * that further 3×3 mirrors chase down the diagonal and out.
 */
export function realSchur(h: Float64Array, n: number, q: Float64Array): void {
  toHessenberg(h, n, q);
  let scale = 0;
  for (let p = 0; p < n * n; p++) scale = Math.max(scale, Math.abs(h[p]));
  const mirrors = new Float64Array(3 * n);
  let steps = 0;
  let start = 0; // of the block at hand, and how many steps it has been tried for
  let tries = 0;
  for (let hi = n - 1; hi > 0; ) {
    let lo = hi;
    while (lo > 0 && !negligible(h, n, lo, scale)) lo--;
    if (lo > 0) h[lo * n + lo - 1] = 0;
    if (lo >= hi - 1) {
      if (lo === hi - 1) splitBlock(h, q, n, lo);
      hi = lo - 1;
      tries = 0;
      continue;
    }
    if (steps++ === MAX_STEPS * Math.max(n, 10)) {
      throw new LinAlgError("eig: the iteration did not converge");
    }
    tries = lo === start ? tries + 1 : 1;
    start = lo;
    francisStep(h, n, lo, hi, tries % 10 === 0, mirrors);
    for (let i = 0; i < lo; i += 2)
      sweepTwoRows(h, i * n, (i + 1 < lo ? i + 1 : i) * n, lo, hi, mirrors);
    for (let i = 0; i < n; i += 2)
      sweepTwoRows(q, i * n, (i + 1 < n ? i + 1 : i) * n, lo, hi, mirrors);
  }
}

/** What `makeRotation` returns: c, s, r. */
const rot = new Float64Array(3);

/**
 * Whether the entry left of the diagonal in row i may be set to zero, because rounding would hide it
 * beside its neighbours, or because it is at the bottom of the range beside `scale`.
 */
function negligible(h: Float64Array, n: number, i: number, scale: number): boolean {
  const size = Math.abs(h[i * n + i]) + Math.abs(h[(i - 1) * n + i - 1]);
  const x = Math.abs(h[i * n + i - 1]);
  return x <= (Number.EPSILON / 2) * (size === 0 ? scale : size) || x <= 1e-290 * scale;
}

/**
 * What separates the eigenvalues of the 2×2 block at rows k, k + 1 from their mean: they are
 * mean ± root for a root ≥ 0, and mean ± i·|root| for a negative one.
 */
export function blockRoot(h: Float64Array, n: number, k: number): number {
  const p = k * n + k;
  const half = h[p] / 2 - h[p + n + 1] / 2;
  const size = Math.max(Math.abs(half), Math.abs(h[p + 1]), Math.abs(h[p + n]));
  const discriminant = (half / size) ** 2 + (h[p + 1] / size) * (h[p + n] / size);
  return discriminant < 0 ? -size * Math.sqrt(-discriminant) : size * Math.sqrt(discriminant);
}

/** Triangularises the 2×2 block at rows k, k + 1 if its eigenvalues are real. */
function splitBlock(h: Float64Array, q: Float64Array, n: number, k: number): void {
  const root = blockRoot(h, n, k);
  if (root < 0) return;
  // (half ± root, c) is an eigenvector of the block; the sign that adds loses no digits.
  const p = k * n + k;
  const half = h[p] / 2 - h[p + n + 1] / 2;
  makeRotation(half + (half < 0 ? -root : root), h[p + n], rot);
  const cos = rot[0];
  const sin = rot[1];
  for (let j = p; j < (k + 1) * n; j++) {
    const x = h[j];
    const y = h[j + n];
    h[j] = cos * x + sin * y;
    h[j + n] = cos * y - sin * x;
  }
  turnColumns(h, n, k, k + 2, cos, sin);
  turnColumns(q, n, k, n, cos, sin);
  h[p + n] = 0;
}

/** Turns columns k and k + 1 in the first `rows` rows. */
function turnColumns(
  a: Float64Array,
  n: number,
  k: number,
  rows: number,
  cos: number,
  sin: number,
): void {
  for (let i = 0, p = k; i < rows; i++, p += n) {
    const x = a[p];
    const y = a[p + 1];
    a[p] = cos * x + sin * y;
    a[p + 1] = cos * y - sin * x;
  }
}
