import {
  type Matrix,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { cond, matvec } from "../linalg";
import { fisherF, studentT } from "../prob";
import { centre, powerSum, productSum } from "./centre";
import { type Design, factorDesign } from "./design";

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
  /** About the mean with a constant column, about 0 without. */
  rSquared: number;
  adjustedRSquared: number;
  /** Of all coefficients but the constant being 0. NaN if there are none. */
  fStatistic: number;
  fPValue: number;
  df: { model: number; residual: number };
  logLikelihood: number;
  /** 2k − 2 log L and k log n − 2 log L, with k coefficients as in statsmodels (R counts σ too). */
  aic: number;
  bic: number;
  /** κ₂ of the design as it stands, large also when units differ. */
  conditionNumber: number;
  /** κ₂ with columns of length 1: what collinearity leaves. */
  scaledConditionNumber: number;
  warnings: string[];
  predict(X: readonly (readonly number[])[]): OlsPrediction;
}

/** Belsley, Kuh and Welsch call 30 to 100 moderate to strong collinearity. */
const COLLINEAR = 100;

/**
 * Solves for the coefficients of the scaled columns, and once more for what is left of y: the second
 * step takes off most of the rounding of the first. Returns them with the residuals.
 */
function fit(design: Design, y: Vector): { beta: Vector; residuals: Vector } {
  const { D, Q, inverse, scale } = design;
  const columnsOfQ = inverse.map((_, j) => Q.map((row) => row[j]));
  let beta: Vector = scale.map(() => 0);
  let residuals = y;
  for (let step = 0; step < 2; step++) {
    const projection = columnsOfQ.map((q) => productSum(q, residuals));
    const change = matvec(inverse, projection);
    beta = beta.map((b, j) => b + change[j]);
    const units = beta.map((b, j) => b / scale[j]);
    residuals = y.map((v, i) => -productSum([-1, ...units], [v, ...D[i]]));
  }
  return { beta, residuals };
}

/** Coefficient over standard error; with a perfect fit both may be 0. */
function ratio(coef: number, standardError: number): number {
  if (standardError > 0) return coef / standardError;
  return coef === 0 ? 0 : Math.sign(coef) * Infinity;
}

/**
 * Ordinary least squares, y = D·β + ε, with the inference people expect: β̂ minimises ‖y − D·β‖²
 * (MML 8.2.4, 9.2), found through QR of D, never through DᵀD, whose condition number is the square.
 *
 * X: n×p, y: n; D is X with a column of ones before it. With k columns of D, s² = RSS/(n − k) and
 * (DᵀD)⁻¹ = R⁻¹R⁻ᵀ: standard errors s·√((DᵀD)⁻¹ⱼⱼ), t and p-values by Student's law with n − k
 * degrees of freedom, R² = 1 − RSS/TSS, F of all slopes together, log L = −(n/2)(log(2π·RSS/n) + 1),
 * leverage hᵢ = ‖row i of Q‖², Cook's Dᵢ = eᵢ²/(k·s²)·hᵢ/(1 − hᵢ)². Tests and intervals hold for
 * independent normal errors of one variance.
 *
 * @param X - n×p with n > k; no column may depend on those before it.
 * @param y - n finite numbers.
 * @param options - `intercept` (default true), `names`, `confidence` (default 0.95).
 * @returns Coefficients with their table, diagnostics, `warnings` (scaled condition number over 100,
 * perfect fit, constant y, leverage 1) and `predict(X)`.
 * @throws LinAlgError naming the first column that depends on the others; TypeError, RangeError for
 * bad X, y or options. O(n·k²).
 * @example
 * stats.ols([[1], [2], [3]], [3, 5, 8]).coef // => [1 / 3, 2.5]
 * stats.ols([[1, 2], [2, 4], [3, 6], [4, 8]], [1, 2, 3, 5]) // throws column 1 ("x2") equals 2·x1
 */
export function ols(
  X: readonly (readonly number[])[],
  y: readonly number[],
  options: OlsOptions = {},
): OlsResult {
  requireOptions("ols", options, ["intercept", "names", "confidence"]);
  const { intercept = true, confidence = 0.95 } = options;
  requireNumber("ols", "confidence", confidence, { above: 0, below: 1 });
  const design = factorDesign(X, intercept, options.names);
  const { names, scale, Q, R, inverse, hasConstant } = design;
  const [n, k] = [Q.length, names.length];
  requireVector("ols", "y", y, { length: n, lengthOf: "rows of X" });
  const warnings: string[] = [];

  // coefficients and sums of squares
  const { beta, residuals } = fit(design, [...y]);
  const coef = beta.map((b, j) => b / scale[j]);
  const fitted = y.map((v, i) => v - residuals[i]);
  const about = hasConstant ? centre(y) : null;
  const rss = productSum(residuals, residuals);
  const gain = fitted.map((v) => v - (about ? about.mean : 0));
  const ess = productSum(gain, gain);
  const tss = about ? powerSum(about.d, 2) * about.scale ** 2 : productSum(y, y);
  const df = { model: k - (hasConstant ? 1 : 0), residual: n - k };
  const sigma = Math.sqrt(rss / df.residual);
  if (tss === 0) {
    warnings.push("y is constant: R² and F are not defined");
  } else if (rss <= (10 * n * Number.EPSILON) ** 2 * productSum(y, y)) {
    warnings.push(
      "the fit is perfect up to rounding: standard errors, tests and intervals mean nothing",
    );
  }

  // what each coefficient is worth
  const law = studentT(df.residual);
  const covariance = inverse.map((a, i) =>
    inverse.map((b, j) => ((sigma ** 2 * productSum(a, b)) / scale[i]) * (1 / scale[j])),
  );
  const standardErrors = inverse.map((a, j) => (sigma * Math.hypot(...a)) / scale[j]);
  const tValues = coef.map((b, j) => ratio(b, standardErrors[j]));
  const pValues = tValues.map((t) => 2 * law.sf(Math.abs(t)));
  const reach = -law.ppf((1 - confidence) / 2);
  const interval = (centre: number, standardError: number): [number, number] => [
    centre - reach * standardError,
    centre + reach * standardError,
  ];
  const confidenceIntervals = coef.map((b, j) => interval(b, standardErrors[j]));

  // the fit as a whole
  const rSquared = tss === 0 ? NaN : ess / (ess + rss);
  const fStatistic = df.model === 0 || tss === 0 ? NaN : ess / df.model / (rss / df.residual);
  const logLikelihood = (-n / 2) * (Math.log((2 * Math.PI * rss) / n) + 1);

  // what each row does to it
  const leverage = Q.map((row) => Math.min(1, productSum(row, row)));
  const pinned = leverage.flatMap((h, i) => (1 - h <= 100 * k * Number.EPSILON ? [i] : []));
  if (pinned.length > 0) {
    warnings.push(`row ${pinned.join(", ")} has leverage 1: the fit passes through it whatever y`);
  }
  const cooksDistance = residuals.map((e, i) =>
    pinned.includes(i) ? NaN : ((e / sigma) ** 2 / k) * (leverage[i] / (1 - leverage[i]) ** 2),
  );
  const unitColumns = R.map((row) =>
    row.map((v, j) => v / Math.hypot(...R.map((other) => other[j]))),
  );
  const scaledConditionNumber = cond(unitColumns);
  if (scaledConditionNumber > COLLINEAR) {
    warnings.push(
      `the scaled condition number is ${scaledConditionNumber.toPrecision(3)}, over ${COLLINEAR}: some columns are nearly dependent, so their coefficients are poorly determined`,
    );
  }

  return {
    names,
    coef,
    standardErrors,
    tValues,
    pValues,
    confidenceIntervals,
    table: names.map((name, j) => ({
      name,
      coef: coef[j],
      standardError: standardErrors[j],
      t: tValues[j],
      pValue: pValues[j],
      low: confidenceIntervals[j][0],
      high: confidenceIntervals[j][1],
    })),
    covariance,
    fitted,
    residuals,
    leverage,
    cooksDistance,
    sigma,
    rss,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - (hasConstant ? 1 : 0))) / df.residual,
    fStatistic,
    fPValue: Number.isNaN(fStatistic) ? NaN : fisherF(df.model, df.residual).sf(fStatistic),
    df,
    logLikelihood,
    aic: 2 * k - 2 * logLikelihood,
    bic: k * Math.log(n) - 2 * logLikelihood,
    conditionNumber: cond(R.map((row) => row.map((v, j) => v * scale[j]))),
    scaledConditionNumber,
    warnings,
    predict(newX) {
      requireMatrix("ols.predict", "X", newX, {
        cols: intercept ? k - 1 : k,
        colsOf: "columns of the fitted X",
      });
      const rows = newX.map((row) => (intercept ? [1, ...row] : row));
      const mean = rows.map((row) => productSum(row, coef));
      const standardError = rows.map((row) => {
        const w = inverse[0].map((_, j) =>
          inverse.reduce((sum, a, i) => sum + (row[i] / scale[i]) * a[j], 0),
        );
        return sigma * Math.hypot(...w);
      });
      return {
        mean,
        standardError,
        confidenceInterval: mean.map((m, i) => interval(m, standardError[i])),
        predictionInterval: mean.map((m, i) => interval(m, Math.hypot(sigma, standardError[i]))),
      };
    },
  };
}
