import { type ReadonlyVector, requireVector, type Vector } from "../../core";
import type { Label } from "../labels";
import { type BinaryOptions, requireBinary } from "./binary";

/** What `rocCurve` returns: points in order of falling threshold. */
export interface RocCurve {
  /** False positive rate: share of the negatives with score ≥ threshold; ascending from 0 to 1. */
  fpr: Vector;
  /** True positive rate: share of the positives with score ≥ threshold; ascending from 0 to 1. */
  tpr: Vector;
  /** The scores as thresholds, descending; the first is Infinity (nothing predicted positive). */
  thresholds: Vector;
}

/**
 * Receiver operating characteristic: what a classifier gains in true positives and pays in false
 * ones as its threshold falls. One point for each distinct score, and (0, 0) before them. See Fawcett 2006, "An
 * introduction to ROC analysis".
 *
 * @param yTrue - Labels of two classes, length N.
 * @param scores - The greater, the more likely positive: probabilities or decision values, length N.
 * @returns `{ fpr, tpr, thresholds }`; see {@link RocCurve}.
 * @throws RangeError unless yTrue holds exactly two classes. Cost O(N log N).
 * @example
 * learn.rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).tpr // => [0, 0.5, 0.5, 1, 1]
 */
export function rocCurve<T extends Label>(
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T> = {},
): RocCurve {
  const { order, isPositive } = requireBinary("rocCurve", yTrue, scores, options);
  const curve: RocCurve = { fpr: [0], tpr: [0], thresholds: [Infinity] };
  let [hits, alarms] = [0, 0];
  order.forEach((n, place) => {
    if (isPositive(n)) hits++;
    else alarms++;
    if (place + 1 < order.length && scores[order[place + 1]] === scores[n]) return;
    curve.tpr.push(hits);
    curve.fpr.push(alarms);
    curve.thresholds.push(scores[n]);
  });
  curve.tpr = curve.tpr.map((t) => t / hits);
  curve.fpr = curve.fpr.map((f) => f / alarms);
  return curve;
}

/**
 * Area under a curve of points (x_i, y_i) with x ascending, by trapezia. See Bradley 1997, "The use of the area
 * under the ROC curve in the evaluation of machine learning algorithms".
 *
 * @param x - Ascending, length at least 2.
 * @param y - Of the same length.
 * @returns A number; in [0, 1] for curves in the unit square.
 * @throws RangeError if x is not ascending. O(n).
 * @example
 * learn.auc([0, 0.5, 1], [0, 1, 1]) // => 0.75
 */
export function auc(x: ReadonlyVector, y: ReadonlyVector): number {
  requireVector("auc", "x", x, { minLength: 2 });
  requireVector("auc", "y", y, { length: x.length, lengthOf: "length of x" });
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    if (x[i] < x[i - 1]) {
      throw new RangeError(
        `auc: x must be ascending, x[${i - 1}] is ${x[i - 1]} and x[${i}] is ${x[i]}`,
      );
    }
    area += ((x[i] - x[i - 1]) * (y[i] + y[i - 1])) / 2;
  }
  return area;
}

/**
 * Area under the ROC curve: the probability that a random positive scores above a random negative,
 * ties counting half (the Mann–Whitney statistic over the number of pairs). 0.5 is guessing. See Hanley &
 * McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC) curve".
 *
 * @param yTrue - Labels of two classes, length N.
 * @param scores - The greater, the more likely positive, length N.
 * @returns A number in [0, 1].
 * @throws As `rocCurve`. Cost O(N log N).
 * @example
 * learn.rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // => 0.75
 */
export function rocAuc<T extends Label>(
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T> = {},
): number {
  const { order, isPositive } = requireBinary("rocAuc", yTrue, scores, options);
  let [positives, negatives, wins] = [0, 0, 0];
  for (let start = 0; start < order.length; ) {
    let [tiedPositives, tiedNegatives, end] = [0, 0, start];
    for (; end < order.length && scores[order[end]] === scores[order[start]]; end++) {
      if (isPositive(order[end])) tiedPositives++;
      else tiedNegatives++;
    }
    wins += tiedNegatives * (positives + tiedPositives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
    start = end;
  }
  return wins / (positives * negatives);
}
