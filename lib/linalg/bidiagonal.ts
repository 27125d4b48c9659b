import { LinAlgError } from "../core";
import { makeReflector, reflect } from "./householder";
import { makeRotation, rotate } from "./rotation";

/** A bidiagonal matrix B with A = U·B·Vᵀ: diagonal d, superdiagonal e, and columns of U and V. */
export interface Bidiagonal {
  d: Float64Array;
  e: Float64Array;
  /** Column-major, m rows. */
  u: Float64Array;
  /** Column-major, n×n. */
  v: Float64Array;
}

/**
 * Reduces A (m×n with m ≥ n, column-major, overwritten) to upper bidiagonal form by Householder
 * mirrors in turn from the left, to clear a column below the diagonal, and from the right, to clear a
 * row beyond the superdiagonal (Golub & Van Loan 5.4.8). Of U the first `columns` columns are formed.
 */
export function bidiagonalize(a: Float64Array, m: number, n: number, columns: number): Bidiagonal {
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const tauLeft = new Float64Array(n);
  const tauRight = new Float64Array(n);
  const g = new Float64Array(n * n); // column k holds the mirror that clears row k
  const w = new Float64Array(m);
  for (let k = 0; k < n; k++) {
    const p = k * m + k;
    tauLeft[k] = makeReflector(a, p, m - k);
    d[k] = a[p];
    reflect(a, p, m - k, tauLeft[k], a, p + m, m, n - k - 1);
    const rest = n - k - 1;
    if (rest === 0) continue;
    const x = k * n + k + 1;
    for (let j = 0; j < rest; j++) g[x + j] = a[(k + 1 + j) * m + k];
    tauRight[k] = makeReflector(g, x, rest);
    e[k] = g[x];
    if (tauRight[k] === 0) continue;
    g[x] = 1;
    // A ← A·H: w = τ·A·v, then column j loses vⱼ·w.
    w.fill(0, k + 1);
    for (let j = 0; j < rest; j++) {
      const t = tauRight[k] * g[x + j];
      const column = (k + 1 + j) * m;
      for (let i = k + 1; i < m; i++) w[i] += t * a[column + i];
    }
    for (let j = 0; j < rest; j++) {
      const t = g[x + j];
      const column = (k + 1 + j) * m;
      for (let i = k + 1; i < m; i++) a[column + i] -= t * w[i];
    }
  }
  const u = new Float64Array(m * columns);
  for (let j = 0; j < columns; j++) u[j * m + j] = 1;
  for (let k = n - 1; k >= 0; k--) {
    reflect(a, k * m + k, m - k, tauLeft[k], u, k * m + k, m, columns - k);
  }
  const v = new Float64Array(n * n);
  for (let j = 0; j < n; j++) v[j * n + j] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const o = k + 1;
    reflect(g, k * n + o, n - o, tauRight[k], v, o * n + o, n, n - o);
  }
  return { d, e, u, v };
}

/** Sweeps allowed for each singular value; about two suffice. */
const MAX_SWEEPS = 60;

/** The smaller singular value of the 2×2 matrix [[f, g], [0, h]]: |f·h| over the larger one. */
function smallerSingularValue(f: number, g: number, h: number): number {
  const [F, G, H] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const larger = (Math.hypot(F + H, G) + Math.hypot(F - H, G)) / 2;
  return larger === 0 ? 0 : Math.min(F, H) * (Math.max(F, H) / larger);
}

/**
 * Diagonalises a bidiagonal matrix by implicit QR sweeps; d becomes the singular values, unsorted and
 * of either sign, and the rotations are applied to the columns of u and v.
 *
 * A sweep turns neighbouring columns and rows by rotations that chase one unwanted entry down the
 * diagonal and out. It does one step of shifted QR iteration on BᵀB without ever forming BᵀB, whose
 * entries would have lost half of the digits (Golub & Kahan 1965). Where some singular value is so
 * small that a shift would drown it, the shift is zero, and the sweep is done in an order that adds
 * no numbers of opposite sign, so that small singular values keep their digits (Demmel & Kahan 1990,
 * Accurate singular values of bidiagonal matrices).
 */
export function diagonalizeBidiagonal(B: Bidiagonal, m: number, n: number): void {
  const { d, e, u, v } = B;
  const eps = Number.EPSILON;
  const rot = new Float64Array(3);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(d[i]), Math.abs(e[i]));
  const negligible = largest * 1e-290;
  let sweeps = 0;
  for (let hi = n - 1; hi > 0; ) {
    // The trailing block lo…hi without a negligible superdiagonal entry.
    let lo = hi;
    while (lo > 0) {
      const x = Math.abs(e[lo - 1]);
      if (x <= (eps / 2) * (Math.abs(d[lo - 1]) + Math.abs(d[lo])) || x <= negligible) break;
      lo--;
    }
    if (lo > 0) e[lo - 1] = 0;
    if (lo === hi) {
      hi--;
      sweeps = 0;
      continue;
    }
    if (sweeps++ === MAX_SWEEPS * 2) {
      throw new LinAlgError(`svd: no convergence to singular value ${hi + 1}`);
    }
    // A lower bound for the smallest singular value of the block, within a factor of √n.
    let mu = Math.abs(d[lo]);
    let smallest = mu;
    for (let i = lo; i < hi && mu > 0; i++) {
      mu = Math.abs(d[i + 1]) * (mu / (mu + Math.abs(e[i])));
      smallest = Math.min(smallest, mu);
    }
    let shift = smallerSingularValue(d[hi - 1], e[hi - 1], d[hi]);
    if (n * smallest <= eps * largest || (shift / d[lo]) ** 2 < eps) shift = 0;
    if (shift === 0) {
      let c = 1;
      let cLeft = 1;
      let sLeft = 0;
      for (let i = lo; i < hi; i++) {
        makeRotation(d[i] * c, e[i], rot);
        c = rot[0];
        const s = rot[1];
        const r = rot[2];
        if (i > lo) e[i - 1] = sLeft * r;
        rotate(v, i * n, (i + 1) * n, n, c, s);
        makeRotation(cLeft * r, d[i + 1] * s, rot);
        cLeft = rot[0];
        sLeft = rot[1];
        d[i] = rot[2];
        rotate(u, i * m, (i + 1) * m, m, cLeft, sLeft);
      }
      const h = d[hi] * c;
      d[hi] = h * cLeft;
      e[hi - 1] = h * sLeft;
    } else {
      let f = (Math.abs(d[lo]) - shift) * (Math.sign(d[lo]) + shift / d[lo]);
      let g = e[lo];
      for (let i = lo; i < hi; i++) {
        makeRotation(f, g, rot);
        let c = rot[0];
        let s = rot[1];
        if (i > lo) e[i - 1] = rot[2];
        f = c * d[i] + s * e[i];
        e[i] = c * e[i] - s * d[i];
        g = s * d[i + 1];
        d[i + 1] *= c;
        rotate(v, i * n, (i + 1) * n, n, c, s);
        makeRotation(f, g, rot);
        c = rot[0];
        s = rot[1];
        d[i] = rot[2];
        f = c * e[i] + s * d[i + 1];
        d[i + 1] = c * d[i + 1] - s * e[i];
        if (i < hi - 1) {
          g = s * e[i + 1];
          e[i + 1] *= c;
        }
        rotate(u, i * m, (i + 1) * m, m, c, s);
      }
      e[hi - 1] = f;
    }
  }
}
