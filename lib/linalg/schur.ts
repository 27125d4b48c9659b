import { LinAlgError } from "../core";
import { francisStep, sweepTwoRows } from "./francis";
import { toHessenberg } from "./hessenberg";

/** Steps allowed for each eigenvalue; two to three suffice. */
const MAX_STEPS = 60;

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
  for (let hi = n - 1; hi > 0; ) {
    let lo = hi;
    while (lo > 0 && !negligible(h, n, lo, scale)) lo--;
    if (lo > 0) h[lo * n + lo - 1] = 0;
    if (lo >= hi - 1) {
      if (lo === hi - 1) splitBlock(h, q, n, lo);
      hi = lo - 1;
      steps = 0;
      continue;
    }
    if (steps++ === MAX_STEPS) throw new LinAlgError("eig: the iteration did not converge");
    francisStep(h, n, lo, hi, steps % 10 === 0, mirrors);
    for (let i = 0; i < lo; i += 2)
      sweepTwoRows(h, i * n, (i + 1 < lo ? i + 1 : i) * n, lo, hi, mirrors);
    for (let i = 0; i < n; i += 2)
      sweepTwoRows(q, i * n, (i + 1 < n ? i + 1 : i) * n, lo, hi, mirrors);
  }
}

/** Whether the entry left of the diagonal in row i may be set to zero: rounding would hide it. */
function negligible(h: Float64Array, n: number, i: number, scale: number): boolean {
  const size = Math.abs(h[i * n + i]) + Math.abs(h[(i - 1) * n + i - 1]);
  return Math.abs(h[i * n + i - 1]) <= (Number.EPSILON / 2) * (size === 0 ? scale : size);
}

/** Triangularises the 2×2 block at rows k, k + 1 if its eigenvalues are real. */
function splitBlock(h: Float64Array, q: Float64Array, n: number, k: number): void {
  const p = k * n + k;
  const c = h[p + n];
  const half = (h[p] - h[p + n + 1]) / 2;
  const discriminant = half * half + h[p + 1] * c;
  if (discriminant < 0) return;
  // (half ± root, c) is an eigenvector of the block; the sign that adds loses no digits.
  const root = Math.sqrt(discriminant);
  const f = half + (half < 0 ? -root : root);
  const length = Math.hypot(f, c);
  const cos = f / length;
  const sin = c / length;
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
