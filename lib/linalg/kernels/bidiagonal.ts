import { borrow, giveBack } from "../storage/scratch";
import { makeReflector, reflect } from "./householder";

/** Householder's mirrors that made a matrix bidiagonal: vectors and factors τ, in borrowed buffers. */
export interface Mirrors {
  /** Those from the left stand below the diagonal of the reduced matrix itself. */
  tauLeft: Float64Array;
  /** (n − 1)×(n − 1): column k holds the vector that cleared row k, from the diagonal down. */
  right: Float64Array;
  tauRight: Float64Array;
}

/**
 * Reduces A (m×n with m ≥ n, column-major, overwritten) to upper bidiagonal form B = Uᵀ·A·V by
 * Householder mirrors in turn from the left, to clear a column below the diagonal, and from the right,
 * to clear a row beyond the superdiagonal (Golub & Van Loan 5.4.8). d and e receive B's diagonal and
 * superdiagonal, and e a 0 at its end.
 */
export function bidiagonalize(
  a: Float64Array,
  m: number,
  n: number,
  d: Float64Array,
  e: Float64Array,
): Mirrors {
  const tauLeft = borrow(n);
  const tauRight = borrow(n);
  const right = borrow((n - 1) * (n - 1));
  const w = borrow(m);
  e[n - 1] = 0;
  for (let k = 0; k < n; k++) {
    const p = k * m + k;
    tauLeft[k] = makeReflector(a, p, m - k);
    d[k] = a[p];
    reflect(a, p, m - k, tauLeft[k], a, p + m, m, n - k - 1);
    const rest = n - k - 1;
    if (rest === 0) continue;
    const v = k * (n - 1) + k;
    for (let j = 0; j < rest; j++) right[v + j] = a[p + (j + 1) * m];
    tauRight[k] = makeReflector(right, v, rest);
    e[k] = right[v];
    right[v] = 1;
    if (tauRight[k] !== 0) reflectColumns(a, m, k + 1, n, right, v, tauRight[k], w);
  }
  giveBack(w);
  return { tauLeft, right, tauRight };
}

/** A ← A·H on rows and columns from k on: w = τ·A·v, then column j loses vⱼ·w. Two columns at once. */
function reflectColumns(
  a: Float64Array,
  m: number,
  k: number,
  n: number,
  right: Float64Array,
  v: number,
  tau: number,
  w: Float64Array,
): void {
  w.fill(0, k, m);
  const count = n - k;
  for (let j = 0; j < count; j += 2) {
    const p = (k + j) * m;
    const q = j + 1 < count ? p + m : p;
    const x = tau * right[v + j];
    const y = j + 1 < count ? tau * right[v + j + 1] : 0;
    for (let i = k; i < m; i++) w[i] += x * a[p + i] + y * a[q + i];
  }
  for (let j = 0; j < count; j++) {
    const x = right[v + j];
    const p = (k + j) * m;
    for (let i = k; i < m; i++) a[p + i] -= x * w[i];
  }
}
