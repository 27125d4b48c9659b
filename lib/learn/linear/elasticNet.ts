import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import type { FitReport } from "../report";
import { linearPredictor } from "./design";
import { gapMessage, type PenalisedOptions, penalised, requirePenalised } from "./penalised";

/** Options of `elasticNet`. */
export interface ElasticNetOptions extends PenalisedOptions {
  /** Strength α > 0 of the penalty. Default 1. */
  alpha?: number;
  /** Share ρ in (0, 1] of the |w|₁ part of the penalty; 1 is the lasso. Default 0.5. */
  l1Ratio?: number;
}

/** What `elasticNet` and `lasso` return; `history` holds objective and gap after each sweep over all weights. */
export interface ElasticNet extends FitReport<{ objective: number; gap: number }> {
  /** Weights w, length D; many are exactly 0. */
  coef: Vector;
  /** Constant term b; 0 without one. */
  intercept: number;
  /** The columns whose weight is not 0, ascending. */
  support: number[];
  /** The duality gap: the objective exceeds the least there is by this at most, up to rounding. */
  gap: number;
  /** b + xᵀw for each row. */
  predict(Xnew: ReadonlyMatrix): Vector;
}

/** The fit of `elasticNet` and `lasso`; the names of the options have been checked. */
export function fitElasticNet(
  caller: string,
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: ElasticNetOptions,
): ElasticNet {
  const { alpha = 1, l1Ratio = 0.5 } = options;
  requireNumber(caller, "alpha", alpha, { above: 0 });
  requireNumber(caller, "l1Ratio", l1Ratio, { above: 0, max: 1 });
  const intercept = requireBoolean(caller, "intercept", options.intercept ?? true);
  const { tol, maxIter } = requirePenalised(caller, options);
  const problem = penalised(caller, X, y, l1Ratio, { intercept, tol, maxIter });
  const { coef, intercept: b, gap, nit, converged, history } = problem.solve(alpha);
  return summarised(caller === "lasso" ? "lasso" : "elastic net", {
    coef,
    intercept: b,
    support: coef.map((_, j) => j).filter((j) => coef[j] !== 0),
    gap,
    predict: linearPredictor(caller, coef, problem.mean, problem.level),
    converged,
    nit,
    message: gapMessage(converged, tol, maxIter),
    history,
  });
}

/**
 * The elastic net (Zou & Hastie 2005): linear regression whose weights are both shrunk and chosen,
 *
 *   min_{w,b}  (1/2N) Σ (y_n − b − x_nᵀw)² + αρ Σ|w_j| + ½α(1 − ρ) Σ w_j².
 *
 * The |w_j| put weights to exactly 0; the squares let correlated columns share what the lasso gives to
 * one of them. α and ρ mean what `alpha` and `l1_ratio` do in scikit-learn. For ρ = 0 use `ridge` with
 * alpha Nα. The columns are centred where there is an intercept and otherwise taken as they are: the
 * penalty depends on their units, so `standardize` first. By coordinate descent; the duality gap bounds
 * how far the objective is from the least there is, and is what stops it.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ coef, intercept, support, gap, predict, converged, nit, message, history }`; see {@link ElasticNet}.
 * @throws RangeError if alpha is not positive, l1Ratio not in (0, 1], or the data hold NaN.
 * Cost O(ND) a sweep.
 * @example
 * learn.elasticNet([[1], [-1]], [3, -3], { alpha: 1, l1Ratio: 0.5 }).coef // => [5 / 3]
 */
export function elasticNet(
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: ElasticNetOptions = {},
): ElasticNet {
  requireOptions("elasticNet", options, ["alpha", "l1Ratio", "intercept", "tol", "maxIter"]);
  return fitElasticNet("elasticNet", X, y, options);
}
