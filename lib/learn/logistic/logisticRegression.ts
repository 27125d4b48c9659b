import {
  type Matrix,
  type OnProgress,
  type ReadonlyMatrix,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOnProgress,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { release } from "../../linalg/flat";
import { minimize } from "../../optimize";
import { packLike } from "../guards";
import { type Label, packClasses } from "../labels";
import { collinearity } from "../linear/columns";
import { predictCentred } from "../linear/design";
import type { FitReport } from "../report";
import { pickRows } from "../rows";
import { largest, softmax } from "../softmax";
import { sampleWeights, type WeightOptions } from "../weights";
import { coordinates } from "./coordinates";
import { logisticObjective } from "./objective";
import { separation } from "./separation";

/** Options of `logisticRegression`. */
export interface LogisticOptions extends WeightOptions {
  /** Inverse strength of the penalty |w|²/(2C), as in scikit-learn. Infinity: no penalty. Default 1. */
  C?: number;
  /** Whether to fit constant terms, which are not penalised. Default true. */
  intercept?: boolean;
  /** `"newton"`, `"l-bfgs"`, or `"auto"` (default): Newton up to 100 parameters. */
  method?: "newton" | "l-bfgs" | "auto";
  /**
   * Stops when each partial derivative of the objective per sample has fallen to this share of the most
   * it was, in coordinates in which the Hessian at the start is the identity. Default 1e-4: objectives
   * then agree to about ten digits.
   */
  tol?: number;
  /** Most iterations. Default 1000. */
  maxIter?: number;
  /** Called after every iteration, with the objective; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** What `logisticRegression` returns; `history` holds the objective, at the start and after each iteration. */
export interface LogisticRegression<T extends Label> extends FitReport<{ objective: number }> {
  /** The labels, ascending. */
  classes: T[];
  /** Weights: K×D for K > 2 classes (columns sum to 0); 1×D for two, for the second class against the first. */
  coef: Matrix;
  /** Constant terms, length K or 1. */
  intercept: Vector;
  /** The most probable class of each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Probability of each class, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
}

/**
 * Logistic regression: the log-odds of the classes are linear in the features (MML 8.3, 12.1),
 *
 *   P(k | x) = exp(b_k + w_kᵀx) / Σ_j exp(b_j + w_jᵀx),
 *
 * and w, b make the penalised negative log-likelihood Σ_n −v_n ln P(y_n | x_n) + |w|²/(2C) least: the MAP
 * estimate under a prior N(0, C·I) on the w; v_n are the weights of the samples, 1 by default. For two classes the difference w₂ − w₁ is the one
 * unknown, P(2 | x) = 1/(1 + exp(−b − wᵀx)). The objective is convex and, for C < ∞, has one minimum.
 *
 * The optimiser works in coordinates in which the Hessian starts as the identity: this changes its
 * path and not the minimum; the penalty is on the weights of the columns as given.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels, length N, at least two classes.
 * @returns `{ classes, coef, intercept, predict, predictProba, converged, nit, message, history }`;
 * see {@link LogisticRegression}. Without penalty, classes that some plane parts without error, or on one
 * side without error (quasi-separation), have no minimum: `converged` is false and `message` says why. Of
 * collinear columns the weights are then not unique: they are the shortest, and `message` says so.
 * @throws RangeError if y holds one class only, lengths differ, or the data hold NaN.
 * Cost for each iteration: O(NDK) (l-bfgs), O(ND²K² + D³K³) (newton).
 * @example
 * learn.logisticRegression([[-2], [-1], [1], [2]], ["no", "no", "yes", "yes"]).predict([[0.5]]) // => ["yes"]
 * learn.logisticRegression([[-1], [1]], [0, 1]).predictProba([[0]])[0] // => [0.5, 0.5]
 */
export function logisticRegression<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: LogisticOptions = {},
): LogisticRegression<T> {
  const caller = "logisticRegression";
  const { A: all, ...encoded } = packClasses(caller, X, y);
  const { classes } = encoded;
  const known = [
    "C",
    "intercept",
    "method",
    "tol",
    "maxIter",
    "weights",
    "classWeight",
    "onProgress",
  ] as const;
  requireOptions(caller, options, known);
  const given = sampleWeights(caller, options, encoded);
  // A sample of weight 0 is as if it were not there, and weights of mean s ask for what weights of mean 1
  // do with C·s.
  const counts = (n: number) => given === undefined || given[n] > 0;
  const A = given ? pickRows(all, [...given.keys()].filter(counts)) : all;
  const codes = encoded.codes.filter((_, n) => counts(n));
  const { rows: N, cols: D } = A;
  const size = given ? given.reduce((s, v) => s + v / N, 0) : 1;
  const weights = given?.filter((v) => v > 0).map((v) => v / size);
  const { C = 1, method = "auto", tol = 1e-4, maxIter = 1000 } = options;
  requireNumber(caller, "C", C, { above: 0, allowInfinite: true });
  const withIntercept = requireBoolean(caller, "intercept", options.intercept ?? true);
  requireOneOf(caller, "method", method, ["newton", "l-bfgs", "auto"]);
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });

  const features = coordinates(A, classes.length, C * size, withIntercept);
  const P = features.X.cols;
  if (P === 0) throw new RangeError(`${caller}: X must vary where there is no intercept`);
  const K = classes.length === 2 ? 1 : classes.length;
  const problem = { ...features, K, codes, weights };
  const { valueAndGrad, hessian } = logisticObjective(problem);
  const start = new Array<number>(K * P).fill(0);
  const newton = method === "newton" || (method === "auto" && K * P <= 100);
  const told = requireOnProgress(caller, options.onProgress);
  const onProgress: OnProgress = (now) => told?.({ ...now, value: now.value * N * size });
  const rules = { grad: true, tol, maxIter, ...(told && { onProgress }) } as const;
  const best = newton
    ? minimize(valueAndGrad, start, { ...rules, method: "newton", hess: hessian })
    : minimize(valueAndGrad, start, { ...rules, method: "l-bfgs" });

  const { mean, rank, condition, toWeights } = features;
  const fitted = Array.from({ length: K }, (_, k) => toWeights(best.x.slice(k * P, (k + 1) * P)));
  const logits = (method: string, Xnew: ReadonlyMatrix) => {
    const Z = packLike(`${caller}.${method}`, Xnew, D);
    const columns = fitted.map(({ w, level }) => predictCentred(Z, w, mean, level));
    return Array.from({ length: Z.rows }, (_, n) =>
      K === 1 ? [0, columns[0][n]] : columns.map((a) => a[n]),
    );
  };
  const parted = C === Infinity ? separation(problem, Float64Array.from(best.x)) : null;
  release(features.X, A);
  return summarised("logistic regression", {
    classes,
    coef: fitted.map(({ w }) => w),
    intercept: fitted.map(({ b }) => b),
    predict: (Xnew) => largest(logits("predict", Xnew), classes),
    predictProba: (Xnew) => logits("predictProba", Xnew).map(softmax),
    converged: best.converged && parted === null,
    nit: best.nit,
    message: parted ?? `${best.message}${collinearity({ rank, condition }, D, "weights")}`,
    history: best.history.map(({ fun }) => ({ objective: fun * N * size })),
  });
}
