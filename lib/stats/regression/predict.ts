import { type ReadonlyMatrix, type ReadonlyVector, requireMatrix, type Vector } from "../../core";
import { type Dense, matvec } from "../../linalg/flat";
import type { ContinuousDistribution } from "../../prob";
import { productSum } from "../moments/centre";
import { intervals } from "./coefficients";

/** What `predict` returns, an entry for each row of X. */
export interface OlsPrediction {
  mean: Vector;
  /** Of the mean. */
  standardError: Vector;
  /** Where the mean lies. */
  confidenceInterval: [low: number, high: number][];
  /** Where a new observation lies. */
  predictionInterval: [low: number, high: number][];
}

/** What a prediction needs of a fit. */
export interface Fitted {
  intercept: boolean;
  parameters: ReadonlyVector;
  scale: ReadonlyVector;
  /** C with CᵀC the covariance of the scaled parameters, in units of y. */
  spread: Dense;
  /** Residual standard error, σ times the unit of y. */
  sigma: number;
  unit: number;
  law: ContinuousDistribution;
  confidence: number;
}

/** Means, standard errors √(xᵀ·covariance·x) and intervals at new rows. */
export function predictRows(fit: Fitted, X: ReadonlyMatrix): OlsPrediction {
  const { intercept, parameters, scale, spread, sigma, unit, law, confidence } = fit;
  const cols = parameters.length - (intercept ? 1 : 0);
  requireMatrix("ols.predict", "X", X, { cols, colsOf: "columns of the fitted X" });
  const rows = X.map((row) => (intercept ? [1, ...row] : row));
  const mean = rows.map((row) => productSum(row, parameters));
  const standardError = rows.map((row) => {
    const x = Float64Array.from(row, (v, j) => v / scale[j]);
    return Math.hypot(...matvec(spread, x)) * unit;
  });
  const around = (errors: Vector) => intervals(mean, errors, law, confidence);
  return {
    mean,
    standardError,
    confidenceInterval: around(standardError),
    predictionInterval: around(standardError.map((e) => Math.hypot(sigma * unit, e))),
  };
}
