import { requireNumber, requireOneOf, type Vector } from "../../core";
import { type Dense, dense, unpack } from "../../linalg/flat";
import type { Bound } from "../types";
import { covarianceOf } from "./covariance";
import { levenbergMarquardt } from "./levenbergMarquardt";
import { LOSSES } from "./loss";
import { reflective } from "./reflective";
import type { Residuals } from "./residuals";
import type { FitRun } from "./state";
import type { FitHistoryEntry, FitOptions, LeastSquaresResult } from "./types";

/** The columns of J that are marked. */
function someColumns({ data, rows, cols }: Dense, marked: readonly boolean[]): Dense {
  const chosen = marked.map((_, j) => j).filter((j) => marked[j]);
  const out = dense(rows, chosen.length);
  for (let i = 0; i < rows; i++) {
    chosen.forEach((j, k) => {
      out.data[i * chosen.length + k] = data[i * cols + j];
    });
  }
  return out;
}

/** A matrix for the marked variables spread out over all, zero for the others. */
function spread(C: number[][], marked: readonly boolean[]): number[][] {
  const place = marked.map((m, j) => (m ? marked.slice(0, j).filter(Boolean).length : -1));
  return place.map((a) => place.map((b) => (a < 0 || b < 0 ? 0 : C[a][b])));
}

/**
 * Runs a fit on checked arguments and says what the parameters are worth: what `leastSquares` and
 * `curveFit` have in common.
 *
 * @param variance - The variance of a residual, where it is known. Default: 2·cost/(m − n).
 */
export function fit(
  model: Residuals,
  start: Vector,
  bounds: readonly Bound[] | undefined,
  options: FitOptions,
  variance?: number,
): LeastSquaresResult {
  const { loss = "linear", lossScale = 1, tol = 1e-8, maxIter = 1000 } = options;
  const { caller } = model;
  requireOneOf(caller, "loss", loss, LOSSES);
  requireNumber(caller, "lossScale", lossScale, { above: 0 });
  requireNumber(caller, "tol", tol, { min: 0, below: 1 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  const history: FitHistoryEntry[] = [];
  const run: FitRun = {
    model,
    loss,
    lossScale,
    tol,
    maxIter,
    record: (entry) => history.push(entry),
  };
  const bounded = bounds?.some((b) => b.some(Number.isFinite));
  const { state, converged, message } = bounded
    ? reflective(run, start, bounds!)
    : levenbergMarquardt(run, start);
  const free = start.map((_, j) => bounds?.[j][0] !== bounds?.[j][1] || !bounds);
  const left = state.plain.length - free.filter(Boolean).length;
  const spare = left > 0 ? (2 * state.cost) / left : Infinity;
  const C = covarianceOf(someColumns(state.J, free), variance ?? spare, model.error);
  const covariance = spread(C, free);
  return {
    x: state.x.slice(),
    cost: state.cost,
    residuals: Array.from(state.plain),
    jac: unpack(state.plainJ),
    grad: Array.from(state.grad),
    covariance,
    standardErrors: covariance.map((row, j) => Math.sqrt(row[j])),
    nit: history.length - 1,
    nfev: model.nfev,
    njev: model.njev,
    converged,
    message,
    history,
  };
}
