import type { DataFrame } from "danfojs-node";
import {
  describeValue,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireFunction,
  requireNumber,
  requireOptions,
  summarised,
  type Vector,
} from "../core";
import { takeRows, toColumns } from "../data";
import { type Fold, kFold, requireFolds } from "./folds";
import { groupKFold, requireGroupsApart } from "./groupKFold";
import { packSamples } from "./guards";
import { encodeLabels, type Label } from "./labels";
import { differences, sumOfSquares } from "./metrics/errors";
import { isFrame } from "./preparation/columns";

/** A fitted model, as far as validation is concerned. */
export interface Predictor<T> {
  predict(X: ReadonlyMatrix): T[];
}

/** Options of `crossValidate`. */
export interface CrossValidateOptions<T> {
  /** How good a prediction is: `learn.accuracy`, `learn.meanSquaredError`, or any function of (yTrue, yPred). Required. */
  score: (yTrue: readonly T[], yPred: readonly T[]) => number;
  /** The folds. Default `kFold(N)`; for classes of unequal size pass `stratifiedKFold(y)`. */
  folds?: readonly Fold[];
  /**
   * What the samples belong to (a patient, a day), length N: no group is both trained and tested on. The
   * default folds are then `groupKFold(groups)`, and folds that part a group are refused.
   */
  groups?: readonly Label[];
}

/** The option of `crossValidate` by which `fit` gets the numbers of the rows it learns from as a third argument. */
export interface PassRows {
  passRows: true;
}

/** `fit` as the work inside sees it, whatever the data are. */
export type FitAny<T> = (X: Matrix, y: T[], rows: number[]) => Predictor<T>;

/** What `crossValidate` returns. K is the number of folds. */
export interface CrossValidation {
  /** Score on the held-out part of each fold, length K. */
  scores: Vector;
  /** Mean of the scores. */
  mean: number;
  /** Standard deviation of the scores, divisor K − 1: how far the folds differ (0 for one fold). */
  std: number;
  /** Score on the part each model was fitted on, length K: far better than `scores` means overfitting. */
  trainScores: Vector;
}

/** Data by rows: a matrix, or a frame for a `pipeline` that makes a matrix of it. */
export type Samples = ReadonlyMatrix | DataFrame;

/** Some rows of the data. What `fit` does to a matrix does not reach ours. */
export const pickSamples = (X: Samples, rows: ReadonlyVector): Matrix | DataFrame =>
  isFrame(X) ? takeRows(X, rows) : rows.map((n) => X[n].slice());

/** Number of rows, after a look at the data. */
function countSamples(caller: string, X: Samples): number {
  if (!isFrame(X)) return packSamples(caller, "X", X, { minRows: 2, anyMagnitude: true }).rows;
  const [first = []] = toColumns(X).values();
  if (first.length >= 2) return first.length;
  throw new RangeError(`${caller}: X must have at least 2 rows, got ${first.length}`);
}

/** Checks what `crossValidate` and `gridSearch` are given, and fills in the folds. */
export function requireValidation<T>(
  caller: string,
  X: Samples,
  y: readonly T[],
  score: (yTrue: readonly T[], yPred: readonly T[]) => number,
  { folds, groups }: { folds?: readonly Fold[]; groups?: readonly Label[] },
): readonly Fold[] {
  const N = countSamples(caller, X);
  if (!Array.isArray(y)) {
    throw new TypeError(`${caller}: y must be an array, got ${describeValue(y)}`);
  }
  if (y.length !== N) {
    throw new RangeError(`${caller}: y must have length ${N} (rows of X), got ${y.length}`);
  }
  requireFunction(caller, "score", score);
  if (groups === undefined) {
    const used = folds ?? kFold(N, { nSplits: Math.min(5, N) });
    requireFolds(caller, used, N);
    return used;
  }
  const rule = { length: N, lengthOf: "rows of X", minClasses: 2 };
  const { classes } = encodeLabels(caller, "groups", groups, rule);
  if (folds === undefined) return groupKFold(groups, { nSplits: Math.min(5, classes.length) });
  requireFolds(caller, folds, N);
  requireGroupsApart(caller, folds, groups);
  return folds;
}

/** Fits and scores on every fold; arguments are already checked. */
export function scoreFolds<T>(
  caller: string,
  fit: FitAny<T>,
  X: Samples,
  y: readonly T[],
  score: (yTrue: readonly T[], yPred: readonly T[]) => number,
  folds: readonly Fold[],
): CrossValidation {
  const pick = (rows: ReadonlyVector) => ({
    X: pickSamples(X, rows) as Matrix,
    y: rows.map((n) => y[n]),
  });
  const scores: Vector = [];
  const trainScores: Vector = [];
  folds.forEach((fold, k) => {
    const train = pick(fold.train);
    const test = pick(fold.test);
    const model = fit(train.X, train.y, fold.train.slice());
    if (typeof model?.predict !== "function") {
      throw new TypeError(
        `${caller}: fit must return a model with predict, got ${describeValue(model)}`,
      );
    }
    const rate = (part: { X: Matrix; y: T[] }) => {
      const predicted: unknown = model.predict(part.X);
      if (!Array.isArray(predicted) || predicted.length !== part.y.length) {
        throw new RangeError(
          `${caller}: predict must return ${part.y.length} values (rows), got ${describeValue(predicted)}`,
        );
      }
      return requireNumber(caller, `score on fold ${k}`, score(part.y, predicted));
    };
    scores.push(rate(test));
    trainScores.push(rate(train));
  });
  const K = scores.length;
  const mean = scores.reduce((s, v) => s + v, 0) / K;
  const spread = differences(scores, mean);
  const std = K > 1 ? spread.unit * Math.sqrt(sumOfSquares(spread) / (K - 1)) : 0;
  return summarised("cross-validation", { scores, mean, std, trainScores });
}

/**
 * Cross-validation (MML 8.2.4): for each fold, fits on the training part and scores the predictions
 * for the part held out; the mean over the folds estimates the score on new data.
 *
 * All that learns from data belongs inside `fit`, standardising too: a mean taken over all rows
 * tells the model about its test set.
 *
 * A search for hyperparameters goes inside `fit` as well: `(X, y) => gridSearch(…).model`. Where it needs the
 * groups or weights of the rows it learns from, `passRows` tells it which rows of X these are.
 *
 * @param fit - From (X, y) to a model with `predict`.
 * @param X - Data, N×D, or a frame of N rows where `fit` is a `pipeline` that begins with frames.
 * @param y - Labels or targets, length N.
 * @returns `{ scores, mean, std, trainScores }`; see {@link CrossValidation}.
 * @throws TypeError if `fit` returns no model; RangeError if a fold is empty, names a row that there is
 * not, names a row twice or both to train and to test on, or if a score is not a finite number.
 * Cost: K fits.
 * @example
 * learn.crossValidate((X, y) => ({ predict: (Z) => Z.map((z) => z[0]) }), [[1], [2], [3], [4]], [1, 2, 3, 5], { score: learn.meanSquaredError, folds: [{ train: [0, 1], test: [2, 3] }] }).scores // => [0.5]
 * learn.crossValidate(() => ({ predict: () => [0] }), [[1], [2]], [0, 0], { score: learn.accuracy, folds: [{ train: [0, 1], test: [1] }] }) // throws crossValidate: folds[0].train and folds[0].test share row 1
 */
export function crossValidate<T>(
  fit: (X: Matrix, y: T[]) => Predictor<T>,
  X: ReadonlyMatrix,
  y: readonly T[],
  options: CrossValidateOptions<T> & { passRows?: false },
): CrossValidation;
export function crossValidate<T>(
  fit: (X: Matrix, y: T[], rows: number[]) => Predictor<T>,
  X: ReadonlyMatrix,
  y: readonly T[],
  options: CrossValidateOptions<T> & PassRows,
): CrossValidation;
export function crossValidate<T>(
  fit: (X: DataFrame, y: T[], rows: number[]) => { predict(X: DataFrame): T[] },
  X: DataFrame,
  y: readonly T[],
  options: CrossValidateOptions<T> & { passRows?: boolean },
): CrossValidation;
export function crossValidate<T>(
  fit: unknown,
  X: Samples,
  y: readonly T[],
  options: CrossValidateOptions<T> & { passRows?: boolean },
): CrossValidation {
  const caller = "crossValidate";
  const any = requireFunction(caller, "fit", fit as FitAny<T>);
  requireOptions(caller, options, ["score", "folds", "groups", "passRows"]);
  const passRows = requireBoolean(caller, "passRows", options.passRows ?? false);
  const folds = requireValidation(caller, X, y, options.score, options);
  const train = passRows
    ? any
    : (Xs: Matrix, ys: T[]) => (any as (X: Matrix, y: T[]) => Predictor<T>)(Xs, ys);
  return scoreFolds(caller, train, X, y, options.score, folds);
}
