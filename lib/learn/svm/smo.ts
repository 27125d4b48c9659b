/** The solution of the dual of one two-class machine. */
export interface SmoResult {
  /** β_n = y_n α_n, length N: positive for the positive class, and not 0 for support vectors. */
  beta: Float64Array;
  /** b of the decision function f(x) = Σ β_n k(x_n, x) + b. */
  b: number;
  /** Dual objective Σ α_n − ½ βᵀKβ, which is maximised. */
  dual: number;
  /** Primal objective ½|w|² + C Σ max(0, 1 − y_n f(x_n)) of the same β and b. */
  primal: number;
  /** Dual objective after every N-th step and after the last. */
  history: number[];
  nit: number;
  converged: boolean;
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
  const dual = () => {
    let sum = 0;
    for (let n = 0; n < N; n++) sum += beta[n] * (y[n] + v[n]);
    return sum / 2;
  };
  const setBounds = (n: number) => {
    grows[n] = beta[n] < (y[n] > 0 ? C : 0) ? 1 : 0;
    falls[n] = beta[n] > (y[n] > 0 ? 0 : -C) ? 1 : 0;
  };

  let [nit, top, bottom] = [0, Infinity, -Infinity];
  for (; ; nit++) {
    let i = -1;
    [top, bottom] = [-Infinity, Infinity];
    for (let n = 0; n < N; n++) {
      if (grows[n] === 1 && v[n] > top) {
        top = v[n];
        i = n;
      }
      if (falls[n] === 1 && v[n] < bottom) bottom = v[n];
    }
    if (top - bottom <= tol || nit === maxIter) break;

    const Ki = K(i);
    let [j, gain] = [-1, -1];
    const own = diagonal[i];
    for (let n = 0; n < N; n++) {
      if (falls[n] === 0) continue;
      const d = top - v[n];
      if (d <= 0) continue;
      const a = own + diagonal[n] - 2 * Ki[n];
      const g = (d * d) / (a > 1e-12 ? a : 1e-12);
      if (g > gain) {
        gain = g;
        j = n;
      }
    }
    const Kj = K(j);
    const a = own + diagonal[j] - 2 * Ki[j];
    const room = Math.min((y[i] > 0 ? C : 0) - beta[i], beta[j] - (y[j] > 0 ? 0 : -C));
    const step = (top - v[j]) / (a > 1e-12 ? a : 1e-12);
    if (step < room) {
      beta[i] += step;
      beta[j] -= step;
      for (let n = 0; n < N; n++) v[n] -= step * (Ki[n] - Kj[n]);
    } else {
      // One of the two meets its bound: put it there exactly.
      const [roomI, roomJ] = [(y[i] > 0 ? C : 0) - beta[i], beta[j] - (y[j] > 0 ? 0 : -C)];
      beta[i] = roomI <= roomJ ? (y[i] > 0 ? C : 0) : beta[i] + room;
      beta[j] = roomJ <= roomI ? (y[j] > 0 ? 0 : -C) : beta[j] - room;
      for (let n = 0; n < N; n++) v[n] -= room * (Ki[n] - Kj[n]);
    }
    setBounds(i);
    setBounds(j);
    if ((nit + 1) % N === 0) history.push(dual());
  }

  // For a support vector strictly between its bounds, y f(x) = 1 and so b = v. Of these, the mean.
  let [sum, free] = [0, 0];
  for (let n = 0; n < N; n++) {
    if (grows[n] === 1 && falls[n] === 1) {
      sum += v[n];
      free++;
    }
  }
  const b = free > 0 ? sum / free : (top + bottom) / 2;
  let [square, slack] = [0, 0];
  for (let n = 0; n < N; n++) {
    square += beta[n] * (y[n] - v[n]);
    slack += Math.max(0, y[n] * (v[n] - b));
  }
  history.push(dual());
  const primal = square / 2 + (slack > 0 ? C * slack : 0);
  return { beta, b, dual: dual(), primal, history, nit, converged: top - bottom <= tol };
}
