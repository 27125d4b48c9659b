import { type ReadonlyMatrix, type ReadonlyVector, requireOptions } from "../../core";
import { type ElasticNet, fitElasticNet } from "./elasticNet";
import type { PenalisedOptions } from "./penalised";

/** Options of `lasso`. */
export interface LassoOptions extends PenalisedOptions {
  /** Strength α > 0 of the penalty. Default 1. */
  alpha?: number;
}

/**
 * The lasso (Tibshirani 1996): linear regression that sets weights to exactly 0,
 *
 *   min_{w,b}  (1/2N) Σ (y_n − b − x_nᵀw)² + α Σ|w_j|,
 *
 * the MAP estimate under Laplace priors on the weights (MML 9.2.3 has the Gaussian one, which gives
 * `ridge`). At the solution each column's (1/N)x_jᵀr, r the residuals, is at most α in magnitude, and α·sign(w_j)
 * where w_j is not 0. The columns are centred where there is an intercept and otherwise taken as they
 * are: the penalty depends on their units, so `standardize` first. `lassoPath` tells what α to try.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ coef, intercept, support, gap, predict, converged, nit, message, history }`; see {@link ElasticNet}.
 * @throws RangeError if alpha is not positive (for 0 use `linearRegression`), or the data hold NaN.
 * Cost O(ND) a sweep of coordinate descent.
 * @example
 * learn.lasso([[1, 1], [-1, -1], [1, -1], [-1, 1]], [4, -4, 2, -2], { alpha: 1 }).coef // => [2, 0]
 */
export function lasso(
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: LassoOptions = {},
): ElasticNet {
  requireOptions("lasso", options, ["alpha", "intercept", "tol", "maxIter"]);
  return fitElasticNet("lasso", X, y, { ...options, l1Ratio: 1 });
}
