/** Share of K_ii + K_jj below which a = |φ(x_i) − φ(x_j)|² is taken for this share. */
const FLAT = 1e-12;

/** a = |φ(x_i) − φ(x_j)|² = K_ii + K_jj − 2K_ij, from the sum of the first two. */
export function curvature(both: number, inner: number): number {
  const a = both - 2 * inner;
  return a > FLAT * both ? a : FLAT * both || FLAT;
}

/** Where the conditions are violated most: β_i may grow, v_i is `top`; `bottom` is the least v_j that may fall. */
export interface Pair {
  i: number;
  top: number;
  bottom: number;
}

/** v ← v − step·(K_i − K_j), and the next i. */
export function follow(
  v: Float64Array,
  step: number,
  Ki: Float64Array,
  Kj: Float64Array,
  grows: Uint8Array,
  falls: Uint8Array,
  found: Pair,
): void {
  let first = -1;
  let top = -Infinity;
  let bottom = Infinity;
  for (let n = 0; n < v.length; n++) {
    const w = v[n] - step * (Ki[n] - Kj[n]);
    v[n] = w;
    if (grows[n] === 1 && w > top) {
      top = w;
      first = n;
    }
    if (falls[n] === 1 && w < bottom) bottom = w;
  }
  found.i = first;
  found.top = top;
  found.bottom = bottom;
}

/** The j with which i promises the greatest gain. */
export function partner(
  v: Float64Array,
  i: number,
  top: number,
  Ki: Float64Array,
  diagonal: Float64Array,
  falls: Uint8Array,
): number {
  let best = -1;
  let gain = -1;
  const own = diagonal[i];
  for (let n = 0; n < v.length; n++) {
    if (falls[n] === 0) continue;
    const d = top - v[n];
    if (d <= 0) continue;
    const g = (d * d) / curvature(own + diagonal[n], Ki[n]);
    if (g > gain) {
      gain = g;
      best = n;
    }
  }
  return best;
}
