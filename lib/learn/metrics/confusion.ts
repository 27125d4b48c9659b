import { type Matrix, requireOptions } from "../../core";
import type { Label } from "../labels";
import { weightsOrOnes } from "../weights";
import { requireLabelPair } from "./pairs";
import type { MetricWeights } from "./regression";

/** What `confusionMatrix` returns. */
export interface Confusion<T extends Label> {
  /** matrix[i][j]: how many samples of class labels[i] were predicted as labels[j]. K×K. */
  matrix: Matrix;
  /** The labels that occur in either vector, ascending. */
  labels: T[];
}

/**
 * Share of the predictions that are right: (1/N) Σ [ŷ_n = y_n], or with weights Σ w_n [ŷ_n = y_n] / Σ w_n. See
 * Sokolova & Lapalme 2009, "A systematic analysis of performance measures for classification tasks".
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns A number in [0, 1].
 * @throws RangeError if the lengths differ or are 0; TypeError if labels are of different kinds. O(N + K log
 * K).
 * @example
 * learn.accuracy([0, 1, 1, 0], [0, 1, 0, 0]) // => 0.75
 */
export function accuracy<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
  options: MetricWeights = {},
): number {
  requireLabelPair("accuracy", yTrue, yPred);
  requireOptions("accuracy", options, ["weights"]);
  const w = weightsOrOnes("accuracy", options.weights, yTrue.length, "length of yTrue");
  let [right, total] = [0, 0];
  for (let n = 0; n < yTrue.length; n++) {
    total += w[n];
    if (yTrue[n] === yPred[n]) right += w[n];
  }
  return right / total;
}

/**
 * Counts of true against predicted classes. Row i is the truth, column j the prediction; the
 * diagonal holds what is right. See Sokolova & Lapalme 2009, "A systematic analysis of performance measures for
 * classification tasks".
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns `{ matrix: K×K, labels }`, K the number of labels that occur in either.
 * @throws As `accuracy`. O(N + K²).
 * @example
 * learn.confusionMatrix(["a", "a", "b"], ["a", "b", "b"]).matrix // => [[1, 1], [0, 1]]
 */
export function confusionMatrix<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
): Confusion<T> {
  const labels = requireLabelPair("confusionMatrix", yTrue, yPred);
  const index = new Map(labels.map((label, k) => [label, k]));
  const matrix = labels.map(() => labels.map(() => 0));
  yTrue.forEach((label, n) => {
    matrix[index.get(label)!][index.get(yPred[n])!]++;
  });
  return { matrix, labels };
}
