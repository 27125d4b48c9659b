import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
} from "../core";
import { gram, unpack } from "../linalg/flat";
import { studentT } from "../prob";
import { unitOf } from "./moments/powerOfTwo";
import { coefficientTable, tRatio } from "./regression/coefficients";
import { factorDesign, rootsOf } from "./regression/design";
import { conditionOf, influenceOf } from "./regression/diagnostics";
import { leastSquares } from "./regression/leastSquares";
import type { OlsOptions, OlsResult } from "./regression/olsResult";
import { predictRows } from "./regression/predict";
import { requireKind, spreadOf } from "./regression/spread";
import { summaryOf } from "./regression/summary";
import { waldTest } from "./regression/wald";
import { requireWeights } from "./regression/weights";

/** Belsley, Kuh and Welsch call 30 to 100 moderate to strong collinearity. */
const COLLINEAR = 100;

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
 * With `weights` wᵢ the sum Σwᵢeᵢ² is least, for errors with variance σ²/wᵢ; s is then that of weight 1. A robust
 * `covariance` lets the variances differ in any way: standard errors, tests, intervals and F (Wald's) then come
 * from the sandwich Σωᵢeᵢ²aᵢaᵢᵀ, with Student's law all the same (as in R's `coeftest`; statsmodels takes the normal one
 * unless told). HC3 is the one for small samples (Long and Ervin 2000).
 *
 * @param X - n×p with n > k; no column may depend on those before it.
 * @param y - n finite numbers.
 * @param options - `intercept` (default true), `names`, `confidence` (default 0.95), `weights`, `covariance`.
 * @returns `coef` (the slopes) and `intercept`; `parameters` (the intercept first, as in `names`) with
 * their standard errors, tests and intervals, also as `table`; diagnostics, `warnings` (scaled condition
 * number over 100, perfect fit, constant y, leverage 1) and `predict(X)`.
 * @throws LinAlgError naming the first column that depends on those before it; TypeError, RangeError
 * for bad X, y or options. O(n·k²).
 * @example
 * stats.ols([[1], [2], [3]], [3, 5, 8]).coef // => [2.5]
 * stats.ols([[1], [2], [3]], [3, 5, 8]).parameters // => [1 / 3, 2.5]
 * stats.ols([[1, 2], [2, 4], [3, 6], [4, 8]], [1, 2, 3, 5]) // throws column 1 ("x2") equals 2·x1
 */
export function ols(X: ReadonlyMatrix, y: ReadonlyVector, options: OlsOptions = {}): OlsResult {
  requireOptions("ols", options, ["intercept", "names", "confidence", "weights", "covariance"]);
  const { intercept = true, confidence = 0.95, covariance = "nonrobust" } = options;
  requireBoolean("ols", "intercept", intercept);
  requireNumber("ols", "confidence", confidence, { above: 0, below: 1 });
  requireKind("ols", covariance);
  const weights = requireWeights("ols", options.weights, X);
  const { roots, unit: rootUnit } = weights ? rootsOf(weights) : { roots: null, unit: 1 };
  const design = factorDesign("ols", X, intercept, options.names, roots ?? undefined);
  const { names, scale, constant } = design;
  requireVector("ols", "y", y, { length: X.length, lengthOf: "rows of X" });

  // y in a unit that brings it near 1: its squares can neither overflow nor underflow
  const unit = unitOf(y);
  const target = y.map((v, i) => (v / unit) * (roots ? roots[i] : 1));
  const { beta, residuals } = leastSquares(design, target);
  const parameters = beta.map((b, j) => (b / scale[j]) * unit);
  const summary = summaryOf(target, residuals, names.length, constant >= 0, unit, roots);
  const { sigma, df, warnings } = summary;

  const law = studentT(df.residual);
  const { leverage, cooksDistance, pinned } = influenceOf(design, residuals, sigma);
  const spread = spreadOf("ols", covariance, design, residuals, leverage, pinned, sigma);
  const uncertainty = unpack(gram(spread));
  const relative = beta.map((_, j) => Math.sqrt(uncertainty[j][j]));
  const table = coefficientTable(
    names,
    parameters,
    relative.map((s, j) => (s / scale[j]) * unit),
    beta.map((b, j) => tRatio(b, relative[j])),
    law,
    confidence,
  );
  const robust = covariance === "nonrobust" ? {} : waldTest(beta, spread, constant, df.residual);

  if (pinned.length > 0) {
    warnings.push(`row ${pinned.join(", ")} has leverage 1: the fit passes through it whatever y`);
  }
  const [conditionNumber, scaledConditionNumber] = conditionOf(design);
  if (scaledConditionNumber > COLLINEAR) {
    warnings.push(
      `the scaled condition number is ${scaledConditionNumber.toPrecision(3)}, over ${COLLINEAR}: some columns are nearly dependent, so their coefficients are poorly determined`,
    );
  }

  const errors = residuals.map((e, i) => (e / (roots ? roots[i] : 1)) * unit);
  const perUnit = scale.map((s) => unit / s);
  // with weights s is that of an observation of weight 1
  const perWeight = rootUnit * sigma;
  const fitted = { intercept, parameters, scale, spread, sigma: perWeight, unit, law, confidence };
  return summarised("ordinary least squares", {
    coef: parameters.slice(intercept ? 1 : 0),
    intercept: intercept ? parameters[0] : 0,
    ...table,
    covariance: uncertainty.map((row, i) => row.map((v, j) => v * perUnit[i] * perUnit[j])),
    fitted: y.map((v, i) => v - errors[i]),
    residuals: errors,
    leverage,
    cooksDistance,
    weights: weights ? weights.slice() : y.map(() => 1),
    ...summary,
    ...robust,
    sigma: perWeight * unit,
    rss: summary.rss * (unit * rootUnit) ** 2,
    conditionNumber,
    scaledConditionNumber,
    warnings,
    predict: (newX) => predictRows(fitted, newX),
  });
}
