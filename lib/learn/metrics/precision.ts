import { describeValue, requireNumber, requireOneOf, requireOptions } from "../../core";
import { type Label, requireLabels } from "../labels";
import { confusionMatrix } from "./confusion";
import { requireLabelPair } from "./pairs";

/** Options of `precision`, `recall` and `f1`. */
export interface PrecisionOptions<T extends Label> {
  /** The class whose detection is scored. Default 1 where the labels are 0 and 1; else it or `average` must be given. */
  positive?: T;
  /**
   * Score of all classes in one number: `"macro"`, the mean over the classes; `"weighted"`, the mean
   * weighted by their true sizes; `"micro"`, from the counts of all classes together (for single
   * labels, the accuracy).
   */
  average?: "macro" | "weighted" | "micro";
  /** Value of a score 0/0, such as the precision of a class never predicted. Default: an error that names the class. */
  zeroDivision?: number;
}

/** True positives, and how often the class was predicted and was true. */
interface Counts {
  hits: number;
  predicted: number;
  actual: number;
  name: string;
}
type Ratio = (c: Counts) => { top: number; bottom: number; why: string };

function score<T extends Label>(
  caller: string,
  yTrue: readonly T[],
  yPred: readonly T[],
  options: PrecisionOptions<T>,
  ratio: Ratio,
): number {
  requireLabelPair(caller, yTrue, yPred);
  requireOptions(caller, options, ["positive", "average", "zeroDivision"]);
  const { positive, average, zeroDivision } = options;
  if (zeroDivision !== undefined) requireNumber(caller, "zeroDivision", zeroDivision);
  const { matrix, labels } = confusionMatrix(yTrue, yPred);
  const countsOf = (k: number): Counts => ({
    hits: k < 0 ? 0 : matrix[k][k],
    predicted: k < 0 ? 0 : matrix.reduce((s, row) => s + row[k], 0),
    actual: k < 0 ? 0 : matrix[k].reduce((s, c) => s + c, 0),
    name: describeValue(k < 0 ? positive : labels[k]),
  });
  const value = (c: Counts): number => {
    const { top, bottom, why } = ratio(c);
    if (bottom > 0) return top / bottom;
    if (zeroDivision !== undefined) return zeroDivision;
    throw new RangeError(
      `${caller}: class ${c.name} was never ${why}, so its ${caller} is 0/0; pass { zeroDivision } to give it a value`,
    );
  };
  if (average !== undefined) {
    requireOneOf(caller, "average", average, ["macro", "weighted", "micro"]);
    if (positive !== undefined) {
      throw new RangeError(`${caller}: options must give positive or average, got both`);
    }
    if (average === "micro") {
      const hits = labels.reduce((s, _, k) => s + matrix[k][k], 0);
      return hits / yTrue.length;
    }
    const all = labels.map((_, k) => countsOf(k));
    const weights = all.map((c) =>
      average === "macro" ? 1 / labels.length : c.actual / yTrue.length,
    );
    // A class of weight 0, predicted and never true, does not count, so its 0/0 does not matter.
    return all.reduce((s, c, k) => (weights[k] > 0 ? s + weights[k] * value(c) : s), 0);
  }
  const binary = labels.every((label) => label === 0 || label === 1);
  if (positive === undefined && !binary) {
    throw new RangeError(
      `${caller}: options must give positive (one of ${labels.map(describeValue).join(", ")}) or average`,
    );
  }
  const wanted = positive === undefined ? (1 as T) : positive;
  requireLabels(caller, "positive and yTrue", [wanted, yTrue[0]]);
  return value({ ...countsOf(labels.indexOf(wanted)), name: describeValue(wanted) });
}

/**
 * Precision: of the samples predicted positive, the share that is: TP / (TP + FP). See van Rijsbergen,
 * Information Retrieval, 1979, chapter 7.
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns A number in [0, 1].
 * @throws RangeError if the positive class is not determined, or was never predicted and
 * `zeroDivision` is not given. O(N + K²) for K classes.
 * @example
 * learn.precision([0, 1, 1, 0], [1, 1, 1, 0]) // => 2 / 3
 * learn.precision(["cat", "dog"], ["cat", "cat"], { positive: "cat" }) // => 0.5
 */
export function precision<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
  options: PrecisionOptions<T> = {},
): number {
  return score("precision", yTrue, yPred, options, (c) => ({
    top: c.hits,
    bottom: c.predicted,
    why: "predicted",
  }));
}

/**
 * Recall (sensitivity): of the samples that are positive, the share predicted so: TP / (TP + FN). See van
 * Rijsbergen, Information Retrieval, 1979, chapter 7.
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns A number in [0, 1].
 * @throws As `precision`, where the class never occurs in yTrue. O(N + K²) for K classes.
 * @example
 * learn.recall([0, 1, 1, 1], [0, 1, 1, 0]) // => 2 / 3
 */
export function recall<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
  options: PrecisionOptions<T> = {},
): number {
  return score("recall", yTrue, yPred, options, (c) => ({
    top: c.hits,
    bottom: c.actual,
    why: "true",
  }));
}

/**
 * F₁, the harmonic mean of precision and recall: 2TP / (2TP + FP + FN). See van Rijsbergen, Information
 * Retrieval, 1979, chapter 7.
 *
 * @param yTrue - True labels, length N.
 * @param yPred - Predicted labels, length N.
 * @returns A number in [0, 1].
 * @throws As `precision`, where the class is neither true nor predicted. O(N + K²) for K classes.
 * @example
 * learn.f1([0, 1, 1, 1], [0, 1, 1, 0]) // => 0.8
 * learn.f1([0, 1, 2], [0, 2, 2], { average: "macro" }) // => 5 / 9
 */
export function f1<T extends Label>(
  yTrue: readonly T[],
  yPred: readonly T[],
  options: PrecisionOptions<T> = {},
): number {
  return score("f1", yTrue, yPred, options, (c) => ({
    top: 2 * c.hits,
    bottom: c.predicted + c.actual,
    why: "true or predicted",
  }));
}
