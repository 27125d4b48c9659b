import { type ReadonlyVector, requireOptions } from "../../core";
import { weightsOrOnes } from "../weights";
import { differences, requireRepresentable, sumOfSquares } from "./errors";
import { requireNumberPair } from "./pairs";

/** The option of scores in which samples weigh differently. */
export interface MetricWeights {
  /** Weight of each sample, ≥ 0. Default 1. */
  weights?: ReadonlyVector;
}

/** Σ w e² / Σ w. */
function weightedSquares(e: Float64Array, w: Float64Array): number {
  const total = w.reduce((s, v) => s + v, 0);
  return e.reduce((s, d, n) => s + (w[n] / total) * d * d, 0);
}

/**
 * Mean squared error: (1/N) Σ (y_n − ŷ_n)² (MML 8.2.2), or with weights Σ w_n (y_n − ŷ_n)² / Σ w_n. Of errors beyond 1e154 it exceeds the range of
 * doubles, the root of it does not.
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @returns A number ≥ 0.
 * @throws RangeError if the lengths differ or are 0, or the mean is beyond the range of doubles. O(N).
 * @example
 * learn.meanSquaredError([1, 2, 3], [1, 2, 6]) // => 3
 */
export function meanSquaredError(
  yTrue: ReadonlyVector,
  yPred: ReadonlyVector,
  options: MetricWeights = {},
): number {
  const { t, p } = requireNumberPair("meanSquaredError", yTrue, yPred);
  requireOptions("meanSquaredError", options, ["weights"]);
  const error = differences(t, p);
  const { weights } = options;
  const mean =
    weights !== undefined
      ? weightedSquares(
          error.e,
          weightsOrOnes("meanSquaredError", weights, t.length, "length of yTrue"),
        )
      : sumOfSquares(error) / t.length;
  return requireRepresentable("meanSquaredError", mean * error.unit * error.unit);
}

/**
 * Root mean squared error, √((1/N) Σ (y_n − ŷ_n)²), in the units of y (MML 9.23).
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @returns A number ≥ 0.
 * @throws RangeError if the lengths differ or are 0. O(N).
 * @example
 * learn.rootMeanSquaredError([1, 2, 3, 4], [1, 2, 3, 8]) // => 2
 */
export function rootMeanSquaredError(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("rootMeanSquaredError", yTrue, yPred);
  const error = differences(t, p);
  const root = Math.sqrt(sumOfSquares(error) / t.length);
  return requireRepresentable("rootMeanSquaredError", root * error.unit);
}

/**
 * Mean absolute error: (1/N) Σ |y_n − ŷ_n|. See Willmott & Matsuura 2005, "Advantages of the mean absolute
 * error (MAE) over the root mean square error (RMSE)".
 *
 * @param yTrue - Targets, length N.
 * @param yPred - Predictions, length N.
 * @returns A number ≥ 0.
 * @throws RangeError if the lengths differ or are 0. O(N).
 * @example
 * learn.meanAbsoluteError([1, 2, 3], [1, 2, 6]) // => 1
 */
export function meanAbsoluteError(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("meanAbsoluteError", yTrue, yPred);
  const { unit, e } = differences(t, p);
  const mean = e.reduce((s, d) => s + Math.abs(d), 0) / t.length;
  return requireRepresentable("meanAbsoluteError", mean * unit);
}

/**
 * Coefficient of determination: R² = 1 − Σ(y_n − ŷ_n)² / Σ(y_n − ȳ)². 1 is perfect, 0 is no better
 * than the mean, and worse predictions are negative. Other things are called R² as well: Kvålseth 1985,
 * "Cautionary note about R²".
 *
 * @param yTrue - Targets, length N, not all equal.
 * @param yPred - Predictions, length N.
 * @returns A number ≤ 1.
 * @throws RangeError if the lengths differ, the targets are all equal (then R² is not defined), or the
 * errors are so large beside the targets' spread that R² is beyond the range of doubles. O(N).
 * @example
 * learn.r2([1, 2, 3], [1, 2, 4]) // => 0.5
 */
export function r2(yTrue: ReadonlyVector, yPred: ReadonlyVector): number {
  const { t, p } = requireNumberPair("r2", yTrue, yPred);
  const { unit, e } = differences(t, t[0]);
  if (e.every((d) => d === 0)) {
    throw new RangeError(`r2: yTrue must vary, all ${t.length} are ${t[0]}`);
  }
  const mean = e.reduce((s, d) => s + d, 0) / t.length;
  const total = e.reduce((s, d) => s + (d - mean) ** 2, 0);
  const error = differences(t, p);
  const squares = sumOfSquares(error);
  if (squares === 0) return 1;
  const relative = error.unit / unit;
  return requireRepresentable("r2", 1 - (squares / total) * relative * relative);
}
