import { greatest } from "../guards";
import { type Certificate, certify, dualObjective } from "./certificate";

/** The solution of the dual of one two-class machine. */
export interface SmoResult extends Certificate {
  /** β_n = y_n α_n, length N: positive for the positive class, and not 0 for support vectors. */
  beta: Float64Array;
  /** Dual objective after every N-th step and after the last. */
  history: number[];
  nit: number;
  converged: boolean;
  /** How far rounding may disturb the conditions: no use asking for a tol below it. */
  rounding: number;
}

/** Keeps the rows of the kernel matrix that were used last, at most about 200 MB of them. */
function rowCache(N: number, row: (n: number) => Float64Array) {
  const most = Math.max(2, Math.floor(2.5e7 / N));
  const kept = new Map<number, Float64Array>();
  return (n: number): Float64Array => {
    const known = kept.get(n);
    if (known) {
      if (most < N) {
        kept.delete(n);
        kept.set(n, known);
      }
      return known;
    }
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    const fresh = row(n);
    kept.set(n, fresh);
    return fresh;
  };
}

/** v = y − Kβ anew, without the rounding errors that the steps have gathered; and how large its own may be. */
function refresh(
  y: Int8Array,
  K: (n: number) => Float64Array,
  beta: Float64Array,
  v: Float64Array,
): number {
  const size = new Float64Array(y.length).fill(1);
  v.set(y);
  beta.forEach((b, m) => {
    if (b === 0) return;
    const Km = K(m);
    for (let n = 0; n < v.length; n++) {
      const term = b * Km[n];
      v[n] -= term;
      size[n] += Math.abs(term);
    }
  });
  return Number.EPSILON * greatest(size);
}

/** Share of K_ii + K_jj below which a = |φ(x_i) − φ(x_j)|² is taken for this share. */
const FLAT = 1e-12;

/** How often v is computed anew before the steps are taken to lead no further. */
const REFRESHES = 10;

/**
 * Sequential minimal optimisation (Platt 1998) with second-order choice of the pair (Fan, Chen & Lin
 * 2005), for the dual of the support vector machine (MML 12.3) in β_n = y_n α_n:
 *
 *   max  Σ y_n β_n − ½ βᵀKβ   over   Σ β_n = 0,   L_n ≤ β_n ≤ U_n,
 *
 * [L, U] = [0, C] where y = 1 and [−C, 0] where y = −1. With the gradient v = y − Kβ, the optimum has
 * v_i ≤ v_j whenever β_i may grow and β_j may fall. While some pair violates this by more than `tol`,
 * we take i with the greatest v_i, the j that promises the greatest gain (v_i − v_j)²/2a with
 * a = K_ii + K_jj − 2K_ij, and move δ = (v_i − v_j)/a, or as far as the bounds allow, from β_j to β_i.
 *
 * @param y - Labels ±1.
 * @param row - The n-th row of the kernel matrix.
 * @param diagonal - The diagonal of the kernel matrix.
 */
export function smo(
  y: Int8Array,
  row: (n: number) => Float64Array,
  diagonal: Float64Array,
  C: number,
  tol: number,
  maxIter: number,
): SmoResult {
  const N = y.length;
  const K = rowCache(N, row);
  const beta = new Float64Array(N);
  const v = Float64Array.from(y);
  const grows = Uint8Array.from(y, (label) => (label > 0 ? 1 : 0));
  const falls = Uint8Array.from(y, (label) => (label > 0 ? 0 : 1));
  const history: number[] = [];
  const largest = greatest(diagonal);
  const setBounds = (n: number) => {
    grows[n] = beta[n] < (y[n] > 0 ? C : 0) ? 1 : 0;
    falls[n] = beta[n] > (y[n] > 0 ? 0 : -C) ? 1 : 0;
  };

  let [nit, moved, rounding, refreshes] = [0, 0, 0, 0];
  let [i, top, bottom] = [-1, Infinity, -Infinity];
  /** v ← v − step·(K_i − K_j), and what of v violates the conditions most: the next i. */
  const follow = (step: number, Ki: Float64Array, Kj: Float64Array) => {
    let first = -1;
    let above = -Infinity;
    let below = Infinity;
    for (let n = 0; n < N; n++) {
      const w = v[n] - step * (Ki[n] - Kj[n]);
      v[n] = w;
      if (grows[n] === 1 && w > above) {
        above = w;
        first = n;
      }
      if (falls[n] === 1 && w < below) below = w;
    }
    [i, top, bottom] = [first, above, below];
  };
  follow(0, diagonal, diagonal);
  for (; ; nit++) {
    if (top - bottom <= tol || nit === maxIter) {
      // Each step has left rounding errors in v, of this size at most if it were all one way.
      const drift = 4 * Number.EPSILON * moved * largest;
      if (drift <= tol / 10 || refreshes++ === REFRESHES) {
        rounding += drift;
        break;
      }
      rounding = refresh(y, K, beta, v);
      follow(0, diagonal, diagonal);
      moved = 0;
      nit--;
      continue;
    }

    const Ki = K(i);
    let [j, gain] = [-1, -1];
    const own = diagonal[i];
    const most = top;
    for (let n = 0; n < N; n++) {
      if (falls[n] === 0) continue;
      const d = most - v[n];
      if (d <= 0) continue;
      const both = own + diagonal[n];
      const a = both - 2 * Ki[n];
      const g = (d * d) / (a > FLAT * both ? a : FLAT * both || FLAT);
      if (g > gain) {
        gain = g;
        j = n;
      }
    }
    const Kj = K(j);
    const both = own + diagonal[j];
    const a = both - 2 * Ki[j];
    const [roomI, roomJ] = [(y[i] > 0 ? C : 0) - beta[i], beta[j] - (y[j] > 0 ? 0 : -C)];
    const wanted = (top - v[j]) / (a > FLAT * both ? a : FLAT * both || FLAT);
    const step = Math.min(wanted, roomI, roomJ);
    // Where one of the two meets its bound, it is put there exactly.
    beta[i] = step === roomI ? (y[i] > 0 ? C : 0) : beta[i] + step;
    beta[j] = step === roomJ ? (y[j] > 0 ? 0 : -C) : beta[j] - step;
    moved += step;
    setBounds(i);
    setBounds(j);
    follow(step, Ki, Kj);
    if ((nit + 1) % N === 0) history.push(dualObjective(y, beta, v));
  }

  const certificate = certify(y, beta, v, C, (top + bottom) / 2);
  history.push(certificate.dual);
  const converged = top - bottom <= tol && rounding <= tol;
  return { ...certificate, beta, history, nit, converged, rounding };
}
