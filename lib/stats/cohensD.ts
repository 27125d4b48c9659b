import type { ReadonlyVector } from "../core";
import {
  type StandardizedMean,
  type StandardizedMeanOptions,
  standardizedMean,
} from "./inference/standardizedMean";

/**
 * Cohen's d, the difference of two means in standard deviations: d = (x̄ − ȳ)/s with the pooled s,
 * s² = (Σ(xᵢ − x̄)² + Σ(yᵢ − ȳ)²)/(nx + ny − 2). For one sample d = (x̄ − μ₀)/s; for pairs it is that of the
 * differences (d_z).
 *
 * t = d/√(1/nx + 1/ny) has a noncentral t law with δ = (difference of the population)/σ/√(1/nx + 1/ny), if
 * both populations are normal with one variance. The interval holds the differences under which t is not
 * too far out in either tail (Steiger and Fouladi 1997). About .2, .5 and .8 are called small, medium and
 * large (Cohen 1988). d overestimates in small samples: see `hedgesG`.
 *
 * @param x - At least 2 numbers.
 * @param y - The second sample (at least 2; for pairs as many as x), or left out.
 * @param options - `mean`, `paired`, `confidence`.
 * @returns `{ estimate, confidenceInterval, df }`.
 * @throws TypeError for an undefined y; RangeError for samples too short or without spread. O(n).
 * @example
 * stats.cohensD([2, 4, 6], [1, 3, 5]).estimate // => 0.5
 * stats.cohensD([1, 2, 3], { mean: 1 }).estimate // => 1
 * stats.cohensD([1, 1], [1, 1]) // throws cohensD: x or y must not be constant
 */
export function cohensD(x: ReadonlyVector, options?: StandardizedMeanOptions): StandardizedMean;
export function cohensD(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options?: StandardizedMeanOptions,
): StandardizedMean;
export function cohensD(x: ReadonlyVector, ...rest: readonly unknown[]): StandardizedMean {
  return standardizedMean("cohensD", x, rest);
}
