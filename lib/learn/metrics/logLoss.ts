import {
  describeValue,
  type ReadonlyMatrix,
  requireMatrix,
  requireNumber,
  requireOptions,
} from "../../core";
import { distinct, type Label, requireLabels } from "../labels";

/** Options of `logLoss`. */
export interface LogLossOptions<T extends Label> {
  /** The class of each column of the probabilities. Default: the labels in yTrue, ascending. */
  classes?: readonly T[];
}

/**
 * Log loss, the mean negative log-likelihood of the true labels: −(1/N) Σ log p_n(y_n) (MML 8.3.1).
 * It judges the probabilities, where accuracy judges only their order. A true class given
 * probability 0 costs Infinity.
 *
 * @param yTrue - True labels, length N.
 * @param probabilities - N×K, rows sum to 1: what `predictProba` returns.
 * @returns A number ≥ 0.
 * @throws RangeError if an entry is outside [0, 1], a row does not sum to 1 (to 1e-6), or a label
 * has no column or two. O(NK).
 * @example
 * learn.logLoss(["a", "b"], [[0.5, 0.5], [0.75, 0.25]]) // => (Math.log(2) + Math.log(4)) / 2
 */
export function logLoss<T extends Label>(
  yTrue: readonly T[],
  probabilities: ReadonlyMatrix,
  options: LogLossOptions<T> = {},
): number {
  const caller = "logLoss";
  requireLabels(caller, "yTrue", yTrue);
  requireOptions(caller, options, ["classes"]);
  const { classes = distinct(yTrue) } = options;
  requireLabels(caller, "classes", classes);
  classes.forEach((label, k) => {
    const first = classes.indexOf(label);
    if (first < k) {
      throw new RangeError(
        `${caller}: classes must differ, classes[${first}] and classes[${k}] are ${describeValue(label)}`,
      );
    }
  });
  const P = requireMatrix(caller, "probabilities", probabilities, {
    rows: yTrue.length,
    rowsOf: "length of yTrue",
    cols: classes.length,
    colsOf: "number of classes",
  });
  let loss = 0;
  P.forEach((row, n) => {
    let sum = 0;
    row.forEach((p, k) => {
      sum += requireNumber(caller, `probabilities[${n}][${k}]`, p, { min: 0, max: 1 });
    });
    if (Math.abs(sum - 1) > 1e-6) {
      throw new RangeError(
        `${caller}: probabilities must have rows of sum 1, row ${n} sums to ${sum}`,
      );
    }
    const k = classes.indexOf(yTrue[n]);
    if (k < 0) {
      throw new RangeError(
        `${caller}: classes must hold every label, yTrue[${n}] is ${describeValue(yTrue[n])}`,
      );
    }
    loss += Math.log(row[k]);
  });
  return 0 - loss / yTrue.length;
}
