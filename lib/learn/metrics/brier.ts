import { type ReadonlyVector, requireOptions } from "../../core";
import type { Label } from "../labels";
import { type BinaryOptions, requireProbabilities, requireTwoClasses } from "./binary";

/**
 * Brier score (1950): the mean squared error of probabilities, (1/N) Σ (p_n − [y_n positive])². It is least
 * on average for the true probabilities (a proper score), and unlike `logLoss` finite for an error made
 * with certainty. 0: all certain and right; p = ½ throughout gives ¼.
 *
 * @param yTrue - Labels of two classes, length N.
 * @param probabilities - Probability of the positive class, length N.
 * @returns A number in [0, 1].
 * @throws RangeError unless yTrue holds two classes and probabilities are in [0, 1]. O(N).
 * @example
 * learn.brierScore(["rain", "dry"], [0.8, 0.4], { positive: "rain" }) // => 0.1
 */
export function brierScore<T extends Label>(
  yTrue: readonly T[],
  probabilities: ReadonlyVector,
  options: BinaryOptions<T> = {},
): number {
  const caller = "brierScore";
  requireOptions(caller, options, ["positive"]);
  const { isPositive } = requireTwoClasses(caller, yTrue, options.positive);
  const p = requireProbabilities(caller, probabilities, yTrue.length);
  return p.reduce((s, v, n) => s + (v - (isPositive(n) ? 1 : 0)) ** 2, 0) / p.length;
}
