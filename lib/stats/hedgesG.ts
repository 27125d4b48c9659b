import { type ReadonlyVector, summarised } from "../core";
import {
  hedgesFactor,
  type StandardizedMean,
  type StandardizedMeanOptions,
  standardizedMean,
} from "./inference/standardizedMean";

/**
 * Hedges' g: Cohen's d without its bias in small samples, g = J·d with
 * J = Γ(m/2)/(√(m/2)·Γ((m − 1)/2)) ≈ 1 − 3/(4m − 1), m the degrees of freedom of s (Hedges 1981).
 * The interval is J times that of d.
 *
 * @param x - At least 2 numbers, 3 if there is no second sample or one of pairs.
 * @param y - The second sample (at least 2; for pairs as many as x), or left out.
 * @param options - `mean`, `paired`, `confidence`, as of `cohensD`.
 * @returns `{ estimate, confidenceInterval, df }`.
 * @throws TypeError for an undefined y; RangeError for samples too short or without spread. O(n).
 * @example
 * stats.hedgesG([2, 4, 6], [1, 3, 5]).estimate // => 0.5 * Math.sqrt(2 / Math.PI)
 */
export function hedgesG(x: ReadonlyVector, options?: StandardizedMeanOptions): StandardizedMean;
export function hedgesG(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options?: StandardizedMeanOptions,
): StandardizedMean;
export function hedgesG(x: ReadonlyVector, ...rest: readonly unknown[]): StandardizedMean {
  const { estimate, confidenceInterval, df } = standardizedMean("hedgesG", x, rest);
  if (df < 2) {
    throw new RangeError(
      `hedgesG: x must have at least 3 entries where it is compared with a number or in pairs, got ${x.length}`,
    );
  }
  const J = hedgesFactor(df);
  return summarised("Hedges' g", {
    estimate: J * estimate,
    confidenceInterval: [J * confidenceInterval[0], J * confidenceInterval[1]],
    df,
  });
}
