import {
  describeValue,
  type Matrix,
  minOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireFunction,
  requireOneOf,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Fold, requireFolds, stratifiedKFold } from "../folds";
import { type Label, packClasses } from "../labels";
import type { FitReport } from "../report";
import { largest } from "../softmax";
import { isotonicRegression } from "./isotonic";
import { plattScaling } from "./platt";

/** A fitted classifier whose scores can be calibrated: it has `decisionFunction` or `predictProba`. */
export interface ScoringClassifier<T extends Label> {
  classes: readonly T[];
  decisionFunction?(X: ReadonlyMatrix): Matrix;
  predictProba?(X: ReadonlyMatrix): Matrix;
}

/** Options of `calibratedClassifier`. */
export interface CalibratedOptions {
  /** `"sigmoid"` (default): `plattScaling`; `"isotonic"`: `isotonicRegression`, for a thousand samples or more. */
  method?: "sigmoid" | "isotonic";
  /** Which samples are scored by a model that has not seen them. Default `stratifiedKFold(y)`. */
  folds?: readonly Fold[];
}

/** What `calibratedClassifier` returns; `history` holds the objective of the calibration of each class. */
export interface CalibratedClassifier<T extends Label, M> extends FitReport<{ objective: number }> {
  /** The labels, ascending. */
  classes: T[];
  /** The classifier fitted to all the data. */
  model: M;
  /** The most probable class of each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Calibrated probability of each class, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
}

/** A score for each class that is calibrated: for two classes the second only, for more each against the rest. */
function scoresOf<T extends Label>(
  caller: string,
  model: ScoringClassifier<T>,
  X: ReadonlyMatrix,
  classes: readonly T[],
): Matrix {
  const K = classes.length;
  const own: unknown = model?.classes;
  if (!Array.isArray(own) || own.length !== K || own.some((label, k) => label !== classes[k])) {
    throw new RangeError(
      `${caller}: fit must return a model of the ${K} classes of y, got ${describeValue(own)}; each fold must train on all of them`,
    );
  }
  const byDecision = typeof model.decisionFunction === "function";
  if (!byDecision && typeof model.predictProba !== "function") {
    throw new TypeError(
      `${caller}: fit must return a model with decisionFunction or predictProba, got ${describeValue(model)}`,
    );
  }
  return (byDecision ? model.decisionFunction!(X) : model.predictProba!(X)).map((row) => {
    if (K === 2 && row.length === 1) return row;
    if (row.length !== K) {
      throw new RangeError(
        `${caller}: the model must give ${K === 2 ? "1 or 2 scores" : `${K} scores (classes)`} a row, got ${row.length}`,
      );
    }
    if (K > 2) return row;
    return byDecision ? [row[1] - row[0]] : [row[1]];
  });
}

/**
 * A classifier whose probabilities mean what they say. On each fold a model is fitted to the training
 * part and scores the part held out; to these scores, of which none is of a sample that its model has
 * seen, a calibration is fitted, and the classifier itself to all the data. More than two classes are
 * calibrated each against the rest, and the probabilities brought to the sum 1 (Zadrozny & Elkan 2002).
 * scikit-learn's CalibratedClassifierCV with `ensemble=False`.
 *
 * @param fit - From (X, y) to a classifier with `classes` and with `decisionFunction` or `predictProba`.
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels, length N, at least two classes.
 * @returns `{ classes, model, predict, predictProba, converged, nit, message, history }`; see {@link CalibratedClassifier}.
 * @throws RangeError if a fold is not one, does not train on all classes, or the default folds are not to be had
 * for a class of one sample. Cost: K + 1 fits for K folds.
 * @example
 * learn.calibratedClassifier((A, t) => learn.svm(A, t, { kernel: "linear" }), [[-2], [-1], [1], [2]], [0, 0, 1, 1]).predict([[-3], [3]]) // => [0, 1]
 */
export function calibratedClassifier<T extends Label, M extends ScoringClassifier<T>>(
  fit: (X: Matrix, y: T[]) => M,
  X: ReadonlyMatrix,
  y: readonly T[],
  options: CalibratedOptions = {},
): CalibratedClassifier<T, M> {
  const caller = "calibratedClassifier";
  requireFunction(caller, "fit", fit);
  const { classes, counts, A } = packClasses(caller, X, y);
  requireOptions(caller, options, ["method", "folds"]);
  const { method = "sigmoid" } = options;
  requireOneOf(caller, "method", method, ["sigmoid", "isotonic"]);
  const least = minOf(counts);
  if (options.folds === undefined && least < 2) {
    const rare = classes[counts.indexOf(least)];
    throw new RangeError(
      `${caller}: y must hold at least 2 samples of each class for the default folds, got 1 of ${describeValue(rare)}`,
    );
  }
  const folds = options.folds ?? stratifiedKFold(y, { nSplits: Math.min(5, least) });
  requireFolds(caller, folds, A.rows);

  const labels: T[] = [];
  const scores: Matrix = [];
  for (const { train, test } of folds) {
    const pick = (rows: ReadonlyVector) => rows.map((n) => X[n].slice());
    const model = fit(
      pick(train),
      train.map((n) => y[n]),
    );
    scores.push(...scoresOf(caller, model, pick(test), classes));
    labels.push(...test.map((n) => y[n]));
  }
  const targets = classes.length === 2 ? [classes[1]] : classes;
  const calibrations = targets.map((label, k) => {
    const column = scores.map((row) => row[k]);
    const own: number[] = labels.map((one) => (one === label ? 1 : 0));
    return method === "sigmoid" ? plattScaling(column, own) : isotonicRegression(column, own);
  });
  const model = fit(
    X.map((row) => row.slice()),
    y.slice(),
  );
  const normalised = (p: Vector): Vector => {
    if (p.length === 1) return [1 - p[0], p[0]];
    const sum = p.reduce((s, v) => s + v, 0);
    return sum > 0 ? p.map((v) => v / sum) : p.map(() => 1 / p.length);
  };
  const predictProba = (Xnew: ReadonlyMatrix): Matrix => {
    const fresh = scoresOf(caller, model, Xnew, classes);
    const columns = calibrations.map((c, k) => c.predict(fresh.map((row) => row[k])));
    return fresh.map((_, n) => normalised(columns.map((column) => column[n])));
  };
  return summarised("calibrated classifier", {
    classes,
    model,
    predict: (Xnew) => largest(predictProba(Xnew), classes),
    predictProba,
    converged: calibrations.every((c) => c.converged),
    nit: calibrations.reduce((s, c) => s + c.nit, 0),
    message: calibrations.find((c) => !c.converged)?.message ?? calibrations[0].message,
    history: calibrations.map((c) => ({ objective: c.history[c.history.length - 1].objective })),
  });
}
