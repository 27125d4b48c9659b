import type { ReadonlyVector, Vector } from "../../core";
import type { Label } from "../labels";
import { type BinaryOptions, requireBinary } from "./binary";

/** What `precisionRecallCurve` returns: points in order of falling threshold. */
export interface PrecisionRecallCurve {
  /** Of the samples with score ≥ threshold, the share that is positive; 1 at the first point, where there are none. */
  precision: Vector;
  /** Of the positives, the share with score ≥ threshold; ascending from 0 to 1. */
  recall: Vector;
  /** The scores as thresholds, descending; the first is Infinity (nothing predicted positive). */
  thresholds: Vector;
}

/**
 * Precision against recall as the threshold of a classifier falls: one point for each distinct score, and
 * (recall 0, precision 1) before them. Where positives are rare it tells more than `rocCurve`, for the
 * many negatives do not dilute the false alarms. The order is that of `rocCurve`, the reverse of
 * scikit-learn's. See Davis & Goadrich 2006, "The relationship between precision–recall and ROC curves".
 *
 * @param yTrue - Labels of two classes, length N.
 * @param scores - The greater, the more likely positive: probabilities or decision values, length N.
 * @returns `{ precision, recall, thresholds }`; see {@link PrecisionRecallCurve}.
 * @throws RangeError unless yTrue holds exactly two classes. Cost O(N log N).
 * @example
 * learn.precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).precision // => [1, 1, 0.5, 2 / 3, 0.5]
 * learn.precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).recall // => [0, 0.5, 0.5, 1, 1]
 */
export function precisionRecallCurve<T extends Label>(
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T> = {},
): PrecisionRecallCurve {
  return curveOf("precisionRecallCurve", yTrue, scores, options);
}

function curveOf<T extends Label>(
  caller: string,
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T>,
): PrecisionRecallCurve {
  const { order, isPositive } = requireBinary(caller, yTrue, scores, options);
  const curve: PrecisionRecallCurve = { precision: [1], recall: [0], thresholds: [Infinity] };
  let hits = 0;
  order.forEach((n, place) => {
    if (isPositive(n)) hits++;
    if (place + 1 < order.length && scores[order[place + 1]] === scores[n]) return;
    curve.precision.push(hits / (place + 1));
    curve.recall.push(hits);
    curve.thresholds.push(scores[n]);
  });
  curve.recall = curve.recall.map((h) => h / hits);
  return curve;
}

/**
 * Average precision: Σ_i (R_i − R_{i−1}) P_i over the points of the precision-recall curve, the area under
 * its steps. Trapezia would be too high, for between two points precision does not run straight (Davis &
 * Goadrich 2006). Guessing gives the share of the positives.
 *
 * @param yTrue - Labels of two classes, length N.
 * @param scores - The greater, the more likely positive, length N.
 * @returns A number in (0, 1].
 * @throws As `precisionRecallCurve`. Cost O(N log N).
 * @example
 * learn.averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // => 5 / 6
 */
export function averagePrecision<T extends Label>(
  yTrue: readonly T[],
  scores: ReadonlyVector,
  options: BinaryOptions<T> = {},
): number {
  const { precision, recall } = curveOf("averagePrecision", yTrue, scores, options);
  return precision.reduce((s, p, i) => (i === 0 ? 0 : s + (recall[i] - recall[i - 1]) * p), 0);
}
