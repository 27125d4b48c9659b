import type { Matrix, ReadonlyMatrix, Vector } from "../../core";

/** Options of `ols`. */
export interface OlsOptions {
  /** Whether to put a column of ones before X. Default true. */
  intercept?: boolean;
  /** Names of the columns of X. Default "x1", "x2", …. */
  names?: readonly string[];
  /** Level of the confidence intervals, in (0, 1). Default 0.95. */
  confidence?: number;
}

/** A line of the table of coefficients. */
export interface OlsRow {
  name: string;
  coef: number;
  standardError: number;
  t: number;
  pValue: number;
  low: number;
  high: number;
}

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

/** What `ols` returns. Vectors have an entry for each coefficient (k) or for each row of X (n). */
export interface OlsResult {
  names: string[];
  coef: Vector;
  standardErrors: Vector;
  tValues: Vector;
  pValues: Vector;
  confidenceIntervals: [low: number, high: number][];
  /** The five vectors above as rows, for show(). */
  table: OlsRow[];
  /** Covariance of the coefficients, s²(DᵀD)⁻¹: k×k. */
  covariance: Matrix;
  fitted: Vector;
  residuals: Vector;
  /** hᵢ, the diagonal of the projection onto the columns; they sum to k. */
  leverage: Vector;
  /** Dᵢ: how far all fitted values move when row i is left out. NaN where hᵢ = 1. */
  cooksDistance: Vector;
  /** Residual standard error s = √(RSS/(n − k)). */
  sigma: number;
  rss: number;
  /** About the mean with a constant column, about 0 without. NaN for a constant y. */
  rSquared: number;
  adjustedRSquared: number;
  /** Of all coefficients but the constant being 0. NaN if there are none, or for a constant y. */
  fStatistic: number;
  fPValue: number;
  df: { model: number; residual: number };
  logLikelihood: number;
  /** 2k − 2 log L, with k coefficients as in statsmodels (R counts σ too). */
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
