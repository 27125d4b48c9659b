import type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "../../core";
import type { FamilyName } from "./families";
import type { LinkName } from "./links";

/** Options of `glm`. */
export interface GlmOptions {
  /** The law of y. Default "gaussian". */
  family?: FamilyName;
  /** g in g(μ) = η. Default the canonical one: "identity", "logit", "log". */
  link?: LinkName;
  /** One for each row, > 0. Of proportions: the number of trials. Default: all 1. */
  weights?: ReadonlyVector;
  /** A known part of η, one for each row: the logarithm of the exposure of a count. Default: 0. */
  offset?: ReadonlyVector;
  /** Whether to put a column of ones before X. Default true. */
  intercept?: boolean;
  /** Names of the columns of X. Default "x1", "x2", …. */
  names?: readonly string[];
  /** Level of the confidence intervals, in (0, 1). Default 0.95. */
  confidence?: number;
  /** Stops when a step lowers the deviance by less than this share. Default 1e-12. */
  tol?: number;
  /** Most steps. Default 100. */
  maxIter?: number;
}

/** A line of the table of a generalised linear model. */
export interface GlmRow {
  name: string;
  coef: number;
  standardError: number;
  z: number;
  pValue: number;
  low: number;
  high: number;
}

/** What `predict` returns, an entry for each row. */
export interface GlmPrediction {
  /** μ. */
  mean: Vector;
  /** η. */
  linearPredictor: Vector;
  /** Of η. */
  standardError: Vector;
  /** Of μ: the interval of η carried over by the link. */
  confidenceInterval: [low: number, high: number][];
}

/** What `glm` returns. Vectors have an entry for each parameter (in the order of `names`) or for each row of X. */
export interface GlmResult {
  /** The slopes, one for each column of X. */
  coef: Vector;
  /** The constant term; 0 without one. */
  intercept: number;
  /** Of the parameters; that of the intercept comes first if there is one. */
  names: string[];
  parameters: Vector;
  standardErrors: Vector;
  /** Parameters over standard errors (of a gaussian family t values). */
  zValues: Vector;
  pValues: Vector;
  /** Wald's. */
  confidenceIntervals: [low: number, high: number][];
  /** The vectors above as rows, for show(). */
  table: GlmRow[];
  /** Covariance of the parameters, φ(DᵀWD)⁻¹. */
  covariance: Matrix;
  /** Twice the log-likelihood ratio to a model that fits each row. */
  deviance: number;
  /** That of the model with the intercept (or nothing) and the offset alone. */
  nullDeviance: number;
  df: { model: number; residual: number; null: number };
  /** φ: 1, of a gaussian family Pearson's χ² over the residual degrees of freedom. */
  dispersion: number;
  /** Σ of the squares of Pearson's residuals. */
  pearsonChiSquare: number;
  logLikelihood: number;
  /** 2k − 2 log L, with k parameters as in statsmodels. */
  aic: number;
  /** μ. */
  fitted: Vector;
  /** η. */
  linearPredictor: Vector;
  residuals: {
    /** y − μ. */
    response: Vector;
    /** Signed roots of the parts of the deviance. */
    deviance: Vector;
    /** (y − μ)√(w/V(μ)). */
    pearson: Vector;
    /** (y − μ)·dη/dμ. */
    working: Vector;
  };
  /** Diagonal of the projection of the weighted regression. */
  leverage: Vector;
  converged: boolean;
  message: string;
  nit: number;
  /** The deviance after each step. */
  history: { deviance: number }[];
  warnings: string[];
  predict(X: ReadonlyMatrix, options?: { offset?: ReadonlyVector }): GlmPrediction;
}
