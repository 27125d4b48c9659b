import type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "../../core";
import type { CoefficientTable } from "./coefficients";
import type { OlsPrediction } from "./predict";
import type { CovarianceKind } from "./spread";

/** Options of `ols`. */
export interface OlsOptions {
  /** Whether to put a column of ones before X. Default true. */
  intercept?: boolean;
  /** Names of the columns of X. Default "x1", "x2", …. */
  names?: readonly string[];
  /** Level of the confidence intervals, in (0, 1). Default 0.95. */
  confidence?: number;
  /** One for each row, > 0: the error of row i has variance σ²/wᵢ. Default: all 1. */
  weights?: ReadonlyVector;
  /**
   * "nonrobust" (default): one variance for all errors (of weight 1). "HC0" to "HC3": whatever they are, by White's
   * sandwich, HC1 with n/(n − k), HC2 and HC3 with the leverages.
   */
  covariance?: CovarianceKind;
}

/**
 * What `ols` returns. Vectors have an entry for each parameter (k, in the order of `names`), for each
 * column of X (`coef`) or for each row of X (n).
 */
export interface OlsResult extends CoefficientTable {
  /** The slopes, one for each column of X. */
  coef: Vector;
  /** The constant term; 0 without one. */
  intercept: number;
  /** Covariance of the parameters, s²(DᵀD)⁻¹ or the sandwich: k×k. */
  covariance: Matrix;
  fitted: Vector;
  residuals: Vector;
  /** hᵢ, the diagonal of the projection onto the columns; they sum to k. */
  leverage: Vector;
  /** Dᵢ: how far all fitted values move when row i is left out. NaN where hᵢ = 1. */
  cooksDistance: Vector;
  /** As they were given, or all 1. */
  weights: Vector;
  /** Residual standard error s = √(RSS/(n − k)). */
  sigma: number;
  /** Σeᵢ², with weights Σwᵢeᵢ². */
  rss: number;
  /** About the mean with a constant column, about 0 without. NaN for a constant y. */
  rSquared: number;
  adjustedRSquared: number;
  /** Of all parameters but the constant being 0. NaN if there are none, or for a constant y. */
  fStatistic: number;
  fPValue: number;
  df: { model: number; residual: number };
  logLikelihood: number;
  /** 2k − 2 log L, with k parameters as in statsmodels (R counts σ too). */
  aic: number;
  /** k log n − 2 log L. */
  bic: number;
  /** κ₂ of the design as it stands, large also when units differ. */
  conditionNumber: number;
  /** κ₂ with columns of length 1: what collinearity leaves. */
  scaledConditionNumber: number;
  warnings: string[];
  predict(X: ReadonlyMatrix): OlsPrediction;
}
