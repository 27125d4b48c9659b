import type { OnProgress } from "../../core";
import { greatest } from "../guards";
import { type Certificate, certify, dualObjective } from "./certificate";
import { curvature, follow, type Pair, partner } from "./pair";
import { rowCache } from "./rowCache";

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

/** When the steps stop, and who is told of every N-th. */
export interface SmoRules {
  tol: number;
  maxIter: number;
  onProgress?: OnProgress | undefined;
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

/** How often v is computed anew before the steps are taken to lead no further. */
const REFRESHES = 10;

/**
 * Sequential minimal optimisation (Platt 1998) with second-order choice of the pair (Fan, Chen & Lin
 * 2005), for the dual of the support vector machine (MML 12.3) in β_n = y_n α_n:
 *
 *   max  Σ y_n β_n − ½ βᵀKβ   over   Σ β_n = 0,   L_n ≤ β_n ≤ U_n,
 *
 * [L, U] = [0, C_n] where y = 1 and [−C_n, 0] where y = −1. With the gradient v = y − Kβ, the optimum has
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
  C: (n: number) => number,
  { tol, maxIter, onProgress }: SmoRules,
): SmoResult {
  const N = y.length;
  const K = rowCache(N, row);
  const beta = new Float64Array(N);
  const v = Float64Array.from(y);
  const grows = Uint8Array.from(y, (label, n) => (label > 0 && C(n) > 0 ? 1 : 0));
  const falls = Uint8Array.from(y, (label, n) => (label < 0 && C(n) > 0 ? 1 : 0));
  const history: number[] = [];
  const largest = greatest(diagonal);
  const setBounds = (n: number) => {
    grows[n] = beta[n] < (y[n] > 0 ? C(n) : 0) ? 1 : 0;
    falls[n] = beta[n] > (y[n] > 0 ? 0 : -C(n)) ? 1 : 0;
  };

  const found: Pair = { i: -1, top: Infinity, bottom: -Infinity };
  follow(v, 0, diagonal, diagonal, grows, falls, found);
  let [nit, moved, rounding, refreshes] = [0, 0, 0, 0];
  for (; ; nit++) {
    if (found.top - found.bottom <= tol || nit === maxIter) {
      // Each step has left rounding errors in v, of this size at most if it were all one way.
      const drift = 4 * Number.EPSILON * moved * largest;
      if (drift <= tol / 10 || refreshes++ === REFRESHES) {
        rounding += drift;
        break;
      }
      rounding = refresh(y, K, beta, v);
      follow(v, 0, diagonal, diagonal, grows, falls, found);
      moved = 0;
      nit--;
      continue;
    }
    const { i, top } = found;
    const Ki = K(i);
    const j = partner(v, i, top, Ki, diagonal, falls);
    const Kj = K(j);
    const [roomI, roomJ] = [(y[i] > 0 ? C(i) : 0) - beta[i], beta[j] - (y[j] > 0 ? 0 : -C(j))];
    const wanted = (top - v[j]) / curvature(diagonal[i] + diagonal[j], Ki[j]);
    const step = Math.min(wanted, roomI, roomJ);
    // Where one of the two meets its bound, it is put there exactly.
    beta[i] = step === roomI ? (y[i] > 0 ? C(i) : 0) : beta[i] + step;
    beta[j] = step === roomJ ? (y[j] > 0 ? 0 : -C(j)) : beta[j] - step;
    moved += step;
    setBounds(i);
    setBounds(j);
    follow(v, step, Ki, Kj, grows, falls, found);
    if ((nit + 1) % N === 0) {
      const value = dualObjective(y, beta, v);
      history.push(value);
      onProgress?.({ iteration: nit + 1, of: maxIter, value });
    }
  }

  const certificate = certify(y, beta, v, C, (found.top + found.bottom) / 2);
  history.push(certificate.dual);
  const converged = found.top - found.bottom <= tol && rounding <= tol;
  return { ...certificate, beta, history, nit, converged, rounding };
}
