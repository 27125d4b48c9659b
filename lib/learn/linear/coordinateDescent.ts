import { maxOf } from "../../core";
import type { Dense } from "../../linalg/flat";
import { innerProduct } from "../distance";

/** ½|y − Xw|² + Σ_j l_j|w_j| + ½ Σ_j q_j w_j², to be made least over w. */
export interface PenalisedSquares {
  /** Xᵀ, D×N: a column of the data is a row here, so that it lies in one piece. */
  Xt: Dense;
  y: Float64Array;
  /** l, length D. */
  lasso: Float64Array;
  /** q, length D. */
  ridge: Float64Array;
}

/** Where the descent has come to. */
export interface Descent {
  objective: number;
  /** The objective exceeds the least there is by this at most. */
  gap: number;
  nit: number;
  converged: boolean;
  /** Objective and gap after each sweep over all coordinates. */
  history: { objective: number; gap: number }[];
}

/** Part of an inner product that may be rounding. */
const ROUNDING = 8 * Number.EPSILON;

/** How many sweeps over the weights that are not 0 go between two over all. */
const INNER = 20;

/** r − c·x in place, x the j-th row of Xt. */
function takeOff(r: Float64Array, c: number, { data, cols: N }: Dense, j: number): void {
  for (let n = 0, p = j * N; n < N; n++, p++) r[n] -= c * data[p];
}

/**
 * Objective and duality gap. With residuals r and g_j = x_jᵀr − q_j w_j, the dual point s·r is feasible
 * where s|g_j| ≤ l_j for all j, and its value is s·rᵀy − ½s²(|r|² + Σ q_j w_j²); of these s the best.
 */
function certify(
  { Xt, y, lasso, ridge }: PenalisedSquares,
  w: Float64Array,
  r: Float64Array,
): { objective: number; gap: number } {
  const N = y.length;
  let bound = Infinity;
  let penalty = 0;
  let norm = innerProduct(r, 0, r, 0, N);
  const loss = norm / 2;
  for (let j = 0; j < w.length; j++) {
    const g = Math.abs(innerProduct(Xt.data, j * N, r, 0, N) - ridge[j] * w[j]);
    if (g > 0) bound = Math.min(bound, lasso[j] / g);
    const square = ridge[j] * w[j] * w[j];
    penalty += lasso[j] * Math.abs(w[j]) + square / 2;
    norm += square;
  }
  const objective = loss + penalty;
  if (norm === 0) return { objective, gap: objective };
  const along = innerProduct(r, 0, y, 0, N);
  const s = Math.max(Math.min(along / norm, bound), -bound);
  const dual = s * along - (s * s * norm) / 2;
  return { objective, gap: Math.max(objective - dual, 0) };
}

/**
 * Coordinate descent (Friedman, Hastie & Tibshirani 2010): each weight in turn is put where the objective
 * is least for the others as they are,
 *
 *   w_j = S(x_jᵀr_j, l_j) / (|x_j|² + q_j),   S(z, l) = sign(z)·max(|z| − l, 0),
 *
 * r_j the residuals without x_j. Between sweeps over all weights those that are not 0 are swept alone. It
 * stops when the duality gap is at most tol·|y|². `w` is where to start, and is overwritten.
 */
export function coordinateDescent(
  problem: PenalisedSquares,
  w: Float64Array,
  tol: number,
  maxIter: number,
): Descent {
  const { Xt, y, lasso, ridge } = problem;
  const { data: x, rows: D, cols: N } = Xt;
  const squares = Float64Array.from({ length: D }, (_, j) => innerProduct(x, j * N, x, j * N, N));
  const r = y.slice();
  const refresh = () => {
    r.set(y);
    w.forEach((v, j) => {
      if (v !== 0) takeOff(r, v, Xt, j);
    });
  };
  refresh();
  /** One sweep; the greatest change of the fit, squared. */
  const sweep = (activeOnly: boolean): number => {
    let most = 0;
    for (let j = 0; j < D; j++) {
      const old = w[j];
      if (squares[j] === 0 || (activeOnly && old === 0)) continue;
      const z = innerProduct(x, j * N, r, 0, N) + old * squares[j];
      // What exceeds l by rounding alone is 0: of two equal columns one gets no weight.
      const excess = Math.abs(z) - lasso[j];
      const size = excess > ROUNDING * Math.abs(z) ? excess : 0;
      w[j] = (Math.sign(z) * size) / (squares[j] + ridge[j]);
      const change = w[j] - old;
      if (change === 0) continue;
      takeOff(r, change, Xt, j);
      most = Math.max(most, change * change * squares[j]);
    }
    return most;
  };
  const enough = tol * innerProduct(y, 0, y, 0, N);
  const history: Descent["history"] = [];
  let nit = 0;
  for (;;) {
    sweep(false);
    nit++;
    refresh();
    const now = certify(problem, w, r);
    history.push(now);
    const converged = now.gap <= enough;
    if (converged || nit >= maxIter) return { ...now, nit, converged, history };
    for (let i = 0; i < INNER && nit < maxIter - 1; i++, nit++)
      if (sweep(true) <= enough / 10) break;
  }
}

/** The least factor t for which the penalties t·l_j leave all weights 0: max_j |x_jᵀy| / l_j. */
export function leastPenalty({ Xt, y, lasso }: PenalisedSquares): number {
  const N = y.length;
  return maxOf(lasso.map((l, j) => Math.abs(innerProduct(Xt.data, j * N, y, 0, N)) / l));
}
