import type { ReadonlyVector, Vector } from "../../core";
import { fisherF } from "../../prob";
import { centre, powerSum, productSum } from "../moments/centre";

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

/** What to say of a fit whose residuals are rounding. */
export const PERFECT =
  "the fit is perfect up to rounding: standard errors, tests and intervals mean nothing";

/** Whether the residual sum of squares is rounding beside that of n observations. */
export const isPerfect = (rss: number, total: number, n: number): boolean =>
  rss <= (10 * n * Number.EPSILON) ** 2 * total;

/**
 * Sums of squares and what is made of them.
 *
 * @param y - In a unit that brings it near 1, so that no square can over- or underflow.
 * @param k - Parameters, the constant included.
 * @param hasConstant - Whether R² and F are about the mean, or about 0.
 * @param unit - That of y, for the likelihood.
 * @param roots - With weights, their roots: y and the residuals are multiplied by them.
 */
export function summaryOf(
  y: Vector,
  residuals: ReadonlyVector,
  k: number,
  hasConstant: boolean,
  unit: number,
  roots: ReadonlyVector | null = null,
): Summary {
  const n = y.length;
  const constant = hasConstant ? 1 : 0;
  const df = { model: k - constant, residual: n - k };
  const about = hasConstant ? deviations(y, roots) : { level: y.map(() => 0), d: y, scale: 1 };
  const tss = powerSum(about.d, 2) * about.scale ** 2;
  const rss = powerSum(residuals, 2);
  const gain = y.map((v, i) => v - residuals[i] - about.level[i]);
  const ess = powerSum(gain, 2);
  const warnings: string[] = [];
  if (tss === 0) {
    warnings.push("y is constant: R² and F are not defined");
  } else if (isPerfect(rss, powerSum(y, 2), n)) warnings.push(PERFECT);
  const rSquared = tss === 0 ? NaN : ess / (ess + rss);
  const fStatistic = df.model === 0 || tss === 0 ? NaN : ess / df.model / (rss / df.residual);
  const jacobian = roots ? roots.reduce((s, r) => s + Math.log(r), 0) : 0;
  const logLikelihood =
    (-n / 2) * (Math.log((2 * Math.PI * rss) / n) + 2 * Math.log(unit) + 1) + jacobian;
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

/** y about its mean: with weights, √wᵢ(yᵢ − Σwy/Σw), and √wᵢ times the mean. */
function deviations(y: Vector, roots: ReadonlyVector | null) {
  if (!roots) {
    const { mean, d, scale } = centre(y);
    return { level: y.map(() => mean), d, scale };
  }
  const mean = productSum(y, roots) / productSum(roots, roots);
  const level = roots.map((r) => r * mean);
  return { level, d: y.map((v, i) => v - level[i]), scale: 1 };
}
