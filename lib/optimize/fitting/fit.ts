import { requireNumber, requireOneOf, type Vector } from "../../core";
import { type Dense, dense, unpack } from "../../linalg/flat";
import type { Bound } from "../types";
import { lowerBeside } from "./beside";
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
  const costOf = ({ cost }: { cost: number }) => cost * model.unit * model.unit;
  const history: FitHistoryEntry[] = [];
  const run: FitRun = {
    model,
    loss,
    lossScale,
    tol,
    maxIter,
    record: (entry) => history.push({ ...entry, cost: costOf(entry) }),
  };
  const bounded = bounds?.some((b) => b.some(Number.isFinite));
  const { state, ...ending } = bounded
    ? reflective(run, start, bounds!)
    : levenbergMarquardt(run, start);
  const beside = ending.converged && state.cost > 0 ? lowerBeside(run, state, bounds) : null;
  const converged = ending.converged && beside === null;
  const message = beside
    ? `${ending.message}, but no minimum: the cost is lower at [${beside}]`
    : ending.message;
  const free = start.map((_, j) => bounds?.[j][0] !== bounds?.[j][1] || !bounds);
  const left = state.plain.length - free.filter(Boolean).length;
  const spare = left > 0 ? (2 * state.cost) / left : Infinity;
  const { error, unit } = model;
  // where each parameter stands among the free ones
  const place = free.map((is, j) => (is ? free.slice(0, j).filter(Boolean).length : -1));
  const columns = someColumns(state.J, free);
  const worth =
    variance === undefined
      ? covarianceOf(columns, spare, error, 1)
      : covarianceOf(columns, variance, error, unit);
  return {
    x: state.x.slice(),
    cost: costOf(state),
    residuals: Array.from(state.plain, (v) => v * unit),
    jac: unpack(state.plainJ).map((row) => row.map((v) => v * unit)),
    grad: Array.from(state.grad, (v) => v * unit * unit),
    covariance: place.map((a) => place.map((b) => (a < 0 || b < 0 ? 0 : worth.covariance[a][b]))),
    standardErrors: place.map((a) => (a < 0 ? 0 : worth.errors[a])),
    nit: history.length - 1,
    nfev: model.nfev,
    njev: model.njev,
    converged,
    message,
    history,
  };
}
