import type { DataFrame } from "danfojs-node";
import { describeValue, type Matrix, type ReadonlyMatrix } from "../../core";
import type { FitReport } from "../report";

/** What a step gets: a matrix, or a frame before the step that turns it into one. */
export type Table = Matrix & DataFrame;

/** What a step leaves behind: how data are changed, with the numbers learnt from the training data. */
export interface Transformer {
  transform(X: Table): Matrix | DataFrame;
}

/**
 * A step: learns from the training data. It gets the labels or targets too if it has a second parameter
 * without a default (`never` lets that parameter be of any type).
 */
export type PipelineStep = (X: Table, y: never) => Transformer;

/** What the last step leaves behind. */
export interface PipelineModel {
  predict(X: ReadonlyMatrix): unknown[];
  predictProba?(X: ReadonlyMatrix): Matrix;
  decisionFunction?(X: ReadonlyMatrix): Matrix;
  classes?: readonly unknown[];
}

/** A fitted pipeline. What its model says of new data, it says of data as they came in. */
export interface Pipeline<M extends PipelineModel> extends FitReport {
  /** What the steps before the model have learnt, in order. */
  steps: Transformer[];
  /** The model, fitted to the data as the steps have changed them. */
  model: M;
  /** The labels of a classifier. */
  classes?: M["classes"];
  /** Data as the model sees them. */
  transform(Xnew: ReadonlyMatrix | DataFrame): Matrix;
  predict(Xnew: ReadonlyMatrix | DataFrame): ReturnType<M["predict"]>;
  /** Where the model has it. */
  predictProba?(Xnew: ReadonlyMatrix | DataFrame): Matrix;
  /** Where the model has it. */
  decisionFunction?(Xnew: ReadonlyMatrix | DataFrame): Matrix;
}

/** Asserts that what a step has returned has the method that its place asks for. */
function requireMethod<F>(fitted: F, method: "transform" | "predict", i: number): F {
  const f = (fitted as { [name: string]: unknown } | null | undefined)?.[method];
  if (typeof f === "function") return fitted;
  throw new TypeError(
    `pipeline: steps[${i}] must return an object with ${method}, got ${describeValue(fitted)}`,
  );
}

/**
 * Steps that prepare data and the model that learns from them, as one: a function `fit` from (X, y) to a
 * model, which is what `crossValidate` and `gridSearch` take. In each fold all steps learn from the
 * training part alone, and what is held out is changed by what they have learnt there. To standardize, select or
 * impute on all the data first would tell the model about its test set.
 *
 * A step is a function of X, or of X and y, that returns something with `transform`: `standardize`,
 * `(X) => pca(X, { nComponents: 2 })`, `lda`, `oneHot` and `imputer` (of frames). The last is a function of X and y
 * that returns something with `predict`. See Hastie, Tibshirani & Friedman, The Elements of Statistical
 * Learning, 7.10.2.
 *
 * @param steps - At least the model.
 * @returns `fit`, from (X, y) to `{ steps, model, classes, transform, predict, predictProba, decisionFunction, converged, nit,
 * message, history }`; see {@link Pipeline}. The report is that of the model.
 * @throws TypeError if there is no step, a step is no function, or returns nothing with `transform` (the last: `predict`).
 * Cost: that of the steps.
 * @example
 * learn.pipeline([learn.standardize, learn.ridge])([[0, 10], [2, 30]], [1, 3]).predict([[1, 20]]) // => [2]
 * learn.pipeline([(X) => learn.pca(X, { nComponents: 1 }), learn.naiveBayes])([[0, 0], [1, 1], [7, 7], [8, 8]], ["a", "a", "b", "b"]).predict([[6, 5]]) // => ["b"]
 */
export function pipeline<T, M extends PipelineModel>(
  steps: readonly [...PipelineStep[], (X: Matrix, y: T[]) => M],
): (X: ReadonlyMatrix | DataFrame, y: readonly T[]) => Pipeline<M> {
  if (!Array.isArray(steps) || steps.length === 0) {
    throw new TypeError(`pipeline: steps must be a list of functions, got ${describeValue(steps)}`);
  }
  steps.forEach((step: unknown, i) => {
    if (typeof step === "function") return;
    throw new TypeError(`pipeline: steps[${i}] must be a function, got ${describeValue(step)}`);
  });
  const before = steps.slice(0, -1) as PipelineStep[];
  const last = steps[steps.length - 1] as (X: Matrix, y: T[]) => M;
  return (X, y) => {
    let data = X as Table;
    const fitted = before.map((step, i) => {
      const learnt =
        step.length >= 2
          ? step(data, y.slice() as never)
          : (step as (X: Table) => Transformer)(data);
      requireMethod(learnt, "transform", i);
      data = learnt.transform(data) as Table;
      return learnt;
    });
    const model = requireMethod(last(data, y.slice()), "predict", before.length);
    const transform = (Xnew: ReadonlyMatrix | DataFrame): Matrix =>
      fitted.reduce((Z, step) => step.transform(Z) as Table, Xnew as Table);
    const report = model as Partial<FitReport>;
    const reports = [...fitted, model] as Partial<FitReport>[];
    return {
      steps: fitted,
      model,
      ...(model.classes === undefined ? {} : { classes: model.classes }),
      transform,
      predict: (Xnew) => model.predict(transform(Xnew)) as ReturnType<M["predict"]>,
      ...(typeof model.predictProba === "function"
        ? { predictProba: (Xnew) => model.predictProba!(transform(Xnew)) }
        : {}),
      ...(typeof model.decisionFunction === "function"
        ? { decisionFunction: (Xnew) => model.decisionFunction!(transform(Xnew)) }
        : {}),
      converged: reports.every(({ converged }) => converged !== false),
      nit: report.nit ?? 1,
      message: report.message ?? "fitted",
      history: report.history ?? [],
    };
  };
}
