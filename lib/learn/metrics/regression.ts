import type { ReadonlyVector } from "../../core";
import { requireNumberPair } from "./pairs";

/**
 * Mean squared error: (1/N) Σ (y_n − ŷ_n)² (MML 8.2.2).
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @throws RangeError if the lengths differ or are 0.
 * @example
 * learn.meanSquaredError([1, 2, 3], [1, 2, 6]) // => 3
 */
export function meanSquaredError(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("meanSquaredError", yTrue, yPred);
  return t.reduce((s, y, n) => s + (y - p[n]) ** 2, 0) / t.length;
}

/**
 * Root mean squared error, √((1/N) Σ (y_n − ŷ_n)²), in the units of y (MML 9.23).
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @throws RangeError if the lengths differ or are 0.
 * @example
 * learn.rootMeanSquaredError([1, 2, 3, 4], [1, 2, 3, 8]) // => 2
 */
export function rootMeanSquaredError(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("rootMeanSquaredError", yTrue, yPred);
  return Math.sqrt(meanSquaredError(t, p));
}

/**
 * Mean absolute error: (1/N) Σ |y_n − ŷ_n|.
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @throws RangeError if the lengths differ or are 0.
 * @example
 * learn.meanAbsoluteError([1, 2, 3], [1, 2, 6]) // => 1
 */
export function meanAbsoluteError(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("meanAbsoluteError", yTrue, yPred);
  return t.reduce((s, y, n) => s + Math.abs(y - p[n]), 0) / t.length;
}

/**
 * Coefficient of determination: R² = 1 − Σ(y_n − ŷ_n)² / Σ(y_n − ȳ)². 1 is perfect, 0 is no better
 * than the mean, and worse predictions are negative.
 *
 * @param yTrue - Targets, length N, not all equal.
 * @param yPred - Predictions, length N.
 * @throws RangeError if the lengths differ, or the targets are all equal (then R² is not defined).
 * @example
 * learn.r2([1, 2, 3], [1, 2, 4]) // => 0.5
 */
export function r2(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("r2", yTrue, yPred);
  const mean = t[0] + t.reduce((s, y) => s + (y - t[0]), 0) / t.length;
  const total = t.reduce((s, y) => s + (y - mean) ** 2, 0);
  if (total === 0) throw new RangeError(`r2: yTrue must vary, all ${t.length} are ${t[0]}`);
  return 1 - t.reduce((s, y, n) => s + (y - p[n]) ** 2, 0) / total;
}
