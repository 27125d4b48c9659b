import type { ReadonlyVector, Vector } from "../../core";
import { fisherF } from "../../prob";
import { centre, powerSum } from "../moments/centre";

/** How well a linear model fits, in one unit of y for all sums. */
export interface Summary {
  rss: number;
  /** √(RSS/(n − k)). */
  sigma: number;
  rSquared: number;
  adjustedRSquared: number;
  fStatistic: number;
  fPValue: number;
  logLikelihood: number;
  aic: number;
  bic: number;
  df: { model: number; residual: number };
  warnings: string[];
}

/**
 * Sums of squares and what is made of them.
 *
 * @param y - In a unit that brings it near 1, so that no square can over- or underflow.
 * @param k - Parameters, the constant included.
 * @param hasConstant - Whether R² and F are about the mean, or about 0.
 * @param unit - That of y, for the likelihood.
 */
export function summaryOf(
  y: Vector,
  residuals: ReadonlyVector,
  k: number,
  hasConstant: boolean,
  unit: number,
): Summary {
  const n = y.length;
  const constant = hasConstant ? 1 : 0;
  const df = { model: k - constant, residual: n - k };
  const centred = hasConstant ? centre(y) : { mean: 0, d: y, scale: 1 };
  const tss = powerSum(centred.d, 2) * centred.scale ** 2;
  const rss = powerSum(residuals, 2);
  const gain = y.map((v, i) => v - residuals[i] - centred.mean);
  const ess = powerSum(gain, 2);
  const warnings: string[] = [];
  if (tss === 0) {
    warnings.push("y is constant: R² and F are not defined");
  } else if (rss <= (10 * n * Number.EPSILON) ** 2 * powerSum(y, 2)) {
    warnings.push(
      "the fit is perfect up to rounding: standard errors, tests and intervals mean nothing",
    );
  }
  const rSquared = tss === 0 ? NaN : ess / (ess + rss);
  const fStatistic = df.model === 0 || tss === 0 ? NaN : ess / df.model / (rss / df.residual);
  const logLikelihood = (-n / 2) * (Math.log((2 * Math.PI * rss) / n) + 2 * Math.log(unit) + 1);
  return {
    rss,
    sigma: Math.sqrt(rss / df.residual),
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - constant)) / df.residual,
    fStatistic,
    fPValue: Number.isNaN(fStatistic) ? NaN : fisherF(df.model, df.residual).sf(fStatistic),
    logLikelihood,
    aic: 2 * k - 2 * logLikelihood,
    bic: k * Math.log(n) - 2 * logLikelihood,
    df,
    warnings,
  };
}
