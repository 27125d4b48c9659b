import { describeValue, requireNumber, requireOptions } from "../../core";
import type { Label } from "../labels";
import { confusionMatrix } from "./confusion";
import { requireLabelPair } from "./pairs";

/** Options of `matthewsCorrelation`. */
export interface MatthewsOptions {
  /** Value where all labels or all predictions are of one class, which is 0/0. Default: an error. */
  zeroDivision?: number;
}

/**
 * Matthews' correlation coefficient: the correlation of true and predicted classes. With TP, TN, FP, FN
 * for two classes
 *
 *   (TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)),
 *
 * and for more (Gorodkin 2004) (cN − Σ p_k t_k) / √((N² − Σ p_k²)(N² − Σ t_k²)), c the number of hits and p_k, t_k how
 * often k was predicted and true. 1: all right; 0: no better than chance; it is not fooled by
 * classes of unequal size, as accuracy is.
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns A number in [−1, 1].
 * @throws RangeError if all labels, or all predictions, are of one class and `zeroDivision` is not given. O(N +
 * K²) for K classes.
 * @example
 * learn.matthewsCorrelation([1, 1, 1, 0], [1, 0, 1, 1]) // => -1 / 3
 */
export function matthewsCorrelation<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
  options: MatthewsOptions = {},
): number {
  const caller = "matthewsCorrelation";
  requireLabelPair(caller, yTrue, yPred);
  requireOptions(caller, options, ["zeroDivision"]);
  const { zeroDivision } = options;
  if (zeroDivision !== undefined) requireNumber(caller, "zeroDivision", zeroDivision);
  const { matrix, labels } = confusionMatrix(yTrue, yPred);
  // As shares of N, whose products stay small.
  const N = yTrue.length;
  const truth = matrix.map((row) => row.reduce((s, c) => s + c / N, 0));
  const guess = labels.map((_, k) => matrix.reduce((s, row) => s + row[k] / N, 0));
  for (const [what, y] of [
    ["yTrue", yTrue],
    ["yPred", yPred],
  ] as const) {
    if (y.some((label) => label !== y[0])) continue;
    if (zeroDivision !== undefined) return zeroDivision;
    throw new RangeError(
      `${caller}: ${what} must hold 2 classes, all are ${describeValue(y[0])} and the correlation is 0/0; pass { zeroDivision } to give it a value`,
    );
  }
  const inner = (a: number[], b: number[]) => a.reduce((s, v, k) => s + v * b[k], 0);
  const hits = labels.reduce((s, _, k) => s + matrix[k][k] / N, 0);
  const scale = Math.sqrt((1 - inner(guess, guess)) * (1 - inner(truth, truth)));
  return Math.max(-1, Math.min(1, (hits - inner(guess, truth)) / scale));
}
