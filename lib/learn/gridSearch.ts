import type { DataFrame } from "danfojs-node";
import {
  describeValue,
  type Iteration,
  type Matrix,
  type ReadonlyMatrix,
  requireFunction,
  requireOneOf,
  requireOptions,
  summarised,
} from "../core";
import {
  type CrossValidateOptions,
  type CrossValidation,
  type Predictor,
  pickSamples,
  requireValidation,
  type Samples,
  scoreFolds,
} from "./crossValidate";

/** Where a search stands: how many of the points are tried, and the mean score of the last. */
export interface SearchProgress<P> extends Iteration {
  /** The point just tried. */
  params: P;
}

/** Options of `gridSearch`. */
export interface GridSearchOptions<T, P> extends CrossValidateOptions<T> {
  /** Whether a greater score is better (`"maximize"`, the default) or a smaller one. */
  goal?: "maximize" | "minimize";
  /** Called after each point of the grid; `progress.handler(label)` makes a bar of it. */
  onProgress?: (now: SearchProgress<P>) => void;
}

/** What `gridSearch` returns. */
export interface GridSearch<P, M> {
  /** The point with the best mean score; of equal ones, the first in the order of the grid. */
  bestParams: P;
  /** Its mean score. */
  bestScore: number;
  /** The model fitted with it to all the data. */
  model: M;
  /** Every point with its scores, in the order of the grid (the last parameter changes fastest). */
  results: (CrossValidation & { params: P })[];
}

/** The Cartesian product of the lists of values. */
function points<P extends object>(grid: { [K in keyof P]: readonly P[K][] }): P[] {
  if (typeof grid !== "object" || grid === null || Array.isArray(grid)) {
    throw new TypeError(
      `gridSearch: grid must be an object of lists such as { C: [1, 10] }, got ${describeValue(grid)}`,
    );
  }
  let all: object[] = [{}];
  for (const [name, values] of Object.entries<readonly unknown[]>(grid)) {
    if (!Array.isArray(values) || values.length === 0) {
      throw new TypeError(
        `gridSearch: grid.${name} must be a non-empty list of values, got ${describeValue(values)}`,
      );
    }
    all = all.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  }
  return all as P[];
}

/**
 * Tries every combination of hyperparameters on a grid by cross-validation, on the same folds, and
 * fits the best to all the data (MML 8.6.1).
 *
 * The best score is an optimistic estimate, for it was chosen as the best: keep a test set apart, or
 * nest the search in an outer `crossValidate`.
 *
 * @param fit - From (X, y, params) to a model with `predict`.
 * @param X - Data, N×D, or a frame of N rows where `fit` takes one.
 * @param y - Labels or targets, length N.
 * @param grid - A list of values for each parameter: `{ C: [1, 10], gamma: [0.1, 1] }`.
 * @returns `{ bestParams, bestScore, model, results }`; see {@link GridSearch}.
 * @throws TypeError for an empty list; what `crossValidate` throws.
 * Cost: K fits for each point, and one more.
 * @example
 * learn.gridSearch((X, y, { a }) => ({ predict: (Z) => Z.map((z) => a * z[0]) }), [[1], [2], [3], [4]], [2, 4, 6, 8], { a: [1, 2, 3] }, { score: learn.r2, folds: [{ train: [0, 1], test: [2, 3] }] }).bestParams // => { a: 2 }
 */
export function gridSearch<T, P extends object, M extends Predictor<T>>(
  fit: (X: Matrix, y: T[], params: P) => M,
  X: ReadonlyMatrix,
  y: readonly T[],
  grid: { [K in keyof P]: readonly P[K][] },
  options: GridSearchOptions<T, P>,
): GridSearch<P, M>;
export function gridSearch<T, P extends object, M extends { predict(X: DataFrame): T[] }>(
  fit: (X: DataFrame, y: T[], params: P) => M,
  X: DataFrame,
  y: readonly T[],
  grid: { [K in keyof P]: readonly P[K][] },
  options: GridSearchOptions<T, P>,
): GridSearch<P, M>;
export function gridSearch<T, P extends object, M extends Predictor<T>>(
  fit: (X: Matrix & DataFrame, y: T[], params: P) => M,
  X: Samples,
  y: readonly T[],
  grid: { [K in keyof P]: readonly P[K][] },
  options: GridSearchOptions<T, P>,
): GridSearch<P, M> {
  const caller = "gridSearch";
  requireFunction(caller, "fit", fit);
  requireOptions(caller, options, ["score", "folds", "groups", "goal", "onProgress"]);
  const { score, goal = "maximize", onProgress } = options;
  requireOneOf(caller, "goal", goal, ["maximize", "minimize"]);
  if (onProgress !== undefined) requireFunction(caller, "onProgress", onProgress);
  const folds = requireValidation(caller, X, y, score, options);
  const tried = points(grid);
  const results = tried.map((params, i) => {
    const fold = (Xs: Matrix, ys: T[]) => fit(Xs as Matrix & DataFrame, ys, params);
    const result = { params, ...scoreFolds(caller, fold, X, y, score, folds) };
    onProgress?.({ iteration: i + 1, of: tried.length, value: result.mean, params });
    return result;
  });
  const sign = goal === "maximize" ? 1 : -1;
  const best = results.reduce((a, b) => (sign * b.mean > sign * a.mean ? b : a));
  const all = y.map((_, n) => n);
  const model = fit(pickSamples(X, all) as Matrix & DataFrame, y.slice(), best.params);
  return summarised("grid search", {
    bestParams: best.params,
    bestScore: best.mean,
    model,
    results,
  });
}
