import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { matvec, unpackVector } from "../../linalg/flat";
import { packTargets } from "../guards";
import { meanSquaredError } from "../metrics";
import type { FitReport } from "../report";
import { errorWeights } from "../weights";
import { collinearity, columnsOf, directionsOf } from "./columns";
import { centredTargets, interceptOf, linearPredictor } from "./design";

/** Options of `linearRegression`. */
export interface LinearRegressionOptions {
  /** Whether to fit a constant term b. Default true. */
  intercept?: boolean;
  /** Weight v_n ≥ 0 of each squared error, such as one over the variance of its noise. Default 1. */
  weights?: ReadonlyVector;
}

/** What `linearRegression` returns; `history` holds the loss, the mean squared error. */
export interface LinearRegression extends FitReport<{ loss: number }> {
  /** Weights w, length D. */
  coef: Vector;
  /** Constant term b; 0 without one. */
  intercept: number;
  /** Rank of the (centred) data; less than D where columns are collinear and the weights not unique. */
  rank: number;
  /** b + xᵀw for each row. */
  predict(Xnew: ReadonlyMatrix): Vector;
}

/**
 * Linear regression by least squares: w and b that make Σ v_n(y_n − b − x_nᵀw)² least, which is maximum
 * likelihood under Gaussian noise (MML 9.2.1) and the orthogonal projection of y onto the columns of
 * X (MML 9.4). Where columns are collinear there are many such w: we return the shortest and say so in
 * `message`. Whether they are is judged in units of the columns, so that it does not hang on those of
 * the data.
 *
 * For standard errors and tests use `stats.ols`.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ coef, intercept, rank, predict, converged, nit, message, history }`.
 * @throws RangeError if the lengths differ, or the data hold NaN.
 * Cost O(ND·min(N, D)), by the singular value decomposition of the centred data.
 * @example
 * learn.linearRegression([[0], [1], [2]], [1, 3, 5]).intercept // => 1
 * learn.linearRegression([[0], [1], [2]], [1, 3, 5]).predict([[10]]) // => [21]
 */
export function linearRegression(
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: LinearRegressionOptions = {},
): LinearRegression {
  const caller = "linearRegression";
  const { A, t } = packTargets(caller, X, y);
  requireOptions(caller, options, ["intercept", "weights"]);
  const centre = requireBoolean(caller, "intercept", options.intercept ?? true);
  const D = A.cols;
  const weights = errorWeights(caller, options.weights, A.rows);
  const columns = columnsOf(A, centre, weights);
  const { y: rest, level } = centredTargets(t, centre, weights);
  const { U, s, T, rank, condition } = directionsOf(columns);
  const along = matvec(U, rest, { transpose: true }).map((a, i) => a / s[i]);
  const coef = unpackVector(matvec(T, along), D);
  const { mean } = columns;
  const predict = linearPredictor(caller, coef, mean, level);
  return summarised("linear regression", {
    coef,
    intercept: interceptOf(coef, mean, level),
    rank,
    predict,
    converged: true,
    nit: 1,
    message: `solved directly${collinearity({ rank, condition }, D)}`,
    history: [
      {
        loss: meanSquaredError(
          Array.from(t),
          predict(X),
          weights ? { weights: Array.from(weights) } : {},
        ),
      },
    ],
  });
}
