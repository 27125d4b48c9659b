import {
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
} from "../core";
import { cond } from "../linalg";
import { fisherF, studentT } from "../prob";
import { centre, powerSum, productSum } from "./moments/centre";
import { unitOf } from "./moments/powerOfTwo";
import { type Design, factorDesign } from "./regression/design";
import { leastSquares } from "./regression/leastSquares";
import type { OlsOptions, OlsPrediction, OlsResult } from "./regression/olsResult";

/** Belsley, Kuh and Welsch call 30 to 100 moderate to strong collinearity. */
const COLLINEAR = 100;

/** Coefficient over standard error; with a perfect fit both may be 0. */
function ratio(coef: number, standardError: number): number {
  if (standardError > 0) return coef / standardError;
  return coef === 0 ? 0 : Math.sign(coef) * Infinity;
}

/** Condition numbers of the design: as it stands, and with columns of length 1. */
function conditionOf({ R, scale }: Design): [plain: number, scaled: number] {
  const lengths = scale.map((_, j) => Math.hypot(...R.map((row) => row[j])));
  const largest = maxOf(scale);
  return [
    cond(R.map((row) => row.map((v, j) => v * (scale[j] / largest)))),
    cond(R.map((row) => row.map((v, j) => v / lengths[j]))),
  ];
}

/** Leverages, Cook's distances, and which rows have leverage 1. */
function influenceOf({ Q, names }: Design, residuals: ReadonlyVector, sigma: number) {
  const k = names.length;
  const leverage = Q.map((row) => Math.min(1, productSum(row, row)));
  const pinned = leverage.map((h) => 1 - h <= 100 * k * Number.EPSILON);
  const cooksDistance = leverage.map((h, i) =>
    pinned[i] ? NaN : ((ratio(residuals[i], sigma) ** 2 / k) * h) / (1 - h) ** 2,
  );
  return { leverage, cooksDistance, pinned: pinned.flatMap((yes, i) => (yes ? [i] : [])) };
}

/**
 * Ordinary least squares, y = D·β + ε, with the inference people expect: β̂ minimises ‖y − D·β‖²
 * (MML 9.2, 9.4), found through QR of D, never through DᵀD, whose condition number is the square. The
 * coefficients are then refined until rounding shows in their last digits only, also where the columns
 * are as close to dependent as can be told (longley and NIST's kind of polynomials keep 15 digits).
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
 * @throws LinAlgError naming the first column that depends on those before it; TypeError, RangeError
 * for bad X, y or options. O(n·k²).
 * @example
 * stats.ols([[1], [2], [3]], [3, 5, 8]).coef // => [1 / 3, 2.5]
 * stats.ols([[1, 2], [2, 4], [3, 6], [4, 8]], [1, 2, 3, 5]) // throws column 1 ("x2") equals 2·x1
 */
export function ols(X: ReadonlyMatrix, y: ReadonlyVector, options: OlsOptions = {}): OlsResult {
  requireOptions("ols", options, ["intercept", "names", "confidence"]);
  const { intercept = true, confidence = 0.95 } = options;
  requireBoolean("ols", "intercept", intercept);
  requireNumber("ols", "confidence", confidence, { above: 0, below: 1 });
  const design = factorDesign(X, intercept, options.names);
  const { names, scale, inverse, hasConstant } = design;
  const [n, k] = [X.length, names.length];
  requireVector("ols", "y", y, { length: n, lengthOf: "rows of X" });
  const df = { model: k - (hasConstant ? 1 : 0), residual: n - k };
  const warnings: string[] = [];

  // the fit, with y in a unit that brings it near 1: its squares can neither overflow nor underflow
  const unit = unitOf(y);
  const target = y.map((v) => v / unit);
  const { beta, residuals } = leastSquares(design, target);
  const coef = beta.map((b, j) => (b / scale[j]) * unit);
  const centred = hasConstant ? centre(target) : { mean: 0, d: target, scale: 1 };
  const tss = powerSum(centred.d, 2) * centred.scale ** 2;
  const gain = target.map((v, i) => v - residuals[i] - centred.mean);
  const rss = powerSum(residuals, 2);
  const ess = powerSum(gain, 2);
  const sigma = Math.sqrt(rss / df.residual);
  if (tss === 0) {
    warnings.push("y is constant: R² and F are not defined");
  } else if (rss <= (10 * n * Number.EPSILON) ** 2 * powerSum(target, 2)) {
    warnings.push(
      "the fit is perfect up to rounding: standard errors, tests and intervals mean nothing",
    );
  }

  // what each coefficient is worth
  const law = studentT(df.residual);
  const reach = -law.ppf((1 - confidence) / 2);
  const around = (middle: number, standardError: number): [number, number] => [
    middle - reach * standardError,
    middle + reach * standardError,
  ];
  const relative = inverse.map((row) => sigma * Math.hypot(...row));
  const standardErrors = relative.map((s, j) => (s / scale[j]) * unit);
  const tValues = beta.map((b, j) => ratio(b, relative[j]));
  const pValues = tValues.map((t) => 2 * law.sf(Math.abs(t)));
  const confidenceIntervals = coef.map((b, j) => around(b, standardErrors[j]));

  // the fit as a whole
  const rSquared = tss === 0 ? NaN : ess / (ess + rss);
  const fStatistic = df.model === 0 || tss === 0 ? NaN : ess / df.model / (rss / df.residual);
  const logLikelihood = (-n / 2) * (Math.log((2 * Math.PI * rss) / n) + 2 * Math.log(unit) + 1);

  const { leverage, cooksDistance, pinned } = influenceOf(design, residuals, sigma);
  if (pinned.length > 0) {
    warnings.push(`row ${pinned.join(", ")} has leverage 1: the fit passes through it whatever y`);
  }
  const [conditionNumber, scaledConditionNumber] = conditionOf(design);
  if (scaledConditionNumber > COLLINEAR) {
    warnings.push(
      `the scaled condition number is ${scaledConditionNumber.toPrecision(3)}, over ${COLLINEAR}: some columns are nearly dependent, so their coefficients are poorly determined`,
    );
  }

  const predict = (newX: ReadonlyMatrix): OlsPrediction => {
    const p = intercept ? k - 1 : k;
    requireMatrix("ols.predict", "X", newX, { cols: p, colsOf: "columns of the fitted X" });
    const rows = newX.map((row) => (intercept ? [1, ...row] : row));
    const mean = rows.map((row) => productSum(row, coef));
    const standardError = rows.map((row) => {
      const w = names.map((_, j) =>
        inverse.reduce((sum, a, i) => sum + (row[i] / scale[i]) * a[j], 0),
      );
      return sigma * Math.hypot(...w) * unit;
    });
    return {
      mean,
      standardError,
      confidenceInterval: mean.map((m, i) => around(m, standardError[i])),
      predictionInterval: mean.map((m, i) => around(m, Math.hypot(sigma * unit, standardError[i]))),
    };
  };

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
    covariance: inverse.map((a, i) =>
      inverse.map(
        (b, j) => productSum(a, b) * ((sigma / scale[i]) * unit) * ((sigma / scale[j]) * unit),
      ),
    ),
    fitted: y.map((v, i) => v - residuals[i] * unit),
    residuals: residuals.map((e) => e * unit),
    leverage,
    cooksDistance,
    sigma: sigma * unit,
    rss: rss * unit * unit,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - (hasConstant ? 1 : 0))) / df.residual,
    fStatistic,
    fPValue: Number.isNaN(fStatistic) ? NaN : fisherF(df.model, df.residual).sf(fStatistic),
    df,
    logLikelihood,
    aic: 2 * k - 2 * logLikelihood,
    bic: k * Math.log(n) - 2 * logLikelihood,
    conditionNumber,
    scaledConditionNumber,
    warnings,
    predict,
  };
}
