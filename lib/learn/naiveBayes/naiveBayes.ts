import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, unpack } from "../../linalg/flat";
import { packLike } from "../guards";
import { type Label, packClasses } from "../labels";
import { jointLikelihood, priorsOf, requireComparable } from "../posterior";
import type { FitReport } from "../report";
import { addToRows } from "../rows";
import { largest, softmax } from "../softmax";
import { bernoulli, multinomial, requireCounts } from "./counts";
import { gaussian } from "./gaussian";
import type { Likelihood } from "./likelihood";

/** Options of `naiveBayes`. */
export interface NaiveBayesOptions {
  /**
   * What the features are in a class: `"gaussian"` (default) measurements, `"multinomial"` counts
   * such as those of words, `"bernoulli"` zeros and ones.
   */
  features?: "gaussian" | "multinomial" | "bernoulli";
  /** Pseudo-count added to each count (multinomial, bernoulli); 1, the default, is Laplace's rule. */
  alpha?: number;
  /** gaussian: share of the greatest variance of a column that is added to all variances. Default 1e-9. */
  varSmoothing?: number;
  /** Prior probabilities of the classes, in ascending order of labels. Default: their shares in y. */
  priors?: ReadonlyVector;
}

/** What `naiveBayes` returns; `history` holds the log-likelihood Σ ln p(x_n, y_n) up to a constant. */
export interface NaiveBayes<T extends Label>
  extends FitReport<{ logLikelihood: number }>,
    Omit<Likelihood, "logLikelihood" | "note"> {
  /** The labels, ascending. */
  classes: T[];
  /** Prior probability of each class, length K. */
  priors: Vector;
  /** The most probable class of each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Posterior probability of each class, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
}

/**
 * Naive Bayes: Bayes' theorem with features taken as independent within a class (MML 6.3, 6.4.5),
 *
 *   P(k | x) ∝ P(k) Π_d p(x_d | k).
 *
 * The independence is hardly ever true, and the probabilities are then too sure of themselves; the
 * class that comes first is often right all the same.
 *
 * @param X - Data, N×D, a row a sample. bernoulli: zeros and ones; multinomial: counts ≥ 0.
 * @param y - Labels, length N, at least two classes.
 * @returns `{ classes, priors, means and variances, or probabilities, predict, predictProba,
 * converged, nit, message, history }`; see {@link NaiveBayes}.
 * @throws RangeError if an entry of X is not of the kind the features ask for, or a class has a
 * feature without variance or with probability 0 and smoothing is off.
 * Cost O(ND).
 * @example
 * learn.naiveBayes([[0], [1], [8], [9]], ["low", "low", "high", "high"]).predict([[2], [7]]) // => ["low", "high"]
 * learn.naiveBayes([[1, 0], [0, 1]], [0, 1], { features: "bernoulli" }).probabilities // => [[2 / 3, 1 / 3], [1 / 3, 2 / 3]]
 */
export function naiveBayes<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: NaiveBayesOptions = {},
): NaiveBayes<T> {
  const caller = "naiveBayes";
  const { A, ...encoded } = packClasses(caller, X, y);
  const D = A.cols;
  requireOptions(caller, options, ["features", "alpha", "varSmoothing", "priors"]);
  const { features = "gaussian", alpha = 1, varSmoothing = 1e-9 } = options;
  requireOneOf(caller, "features", features, ["gaussian", "multinomial", "bernoulli"]);
  requireNumber(caller, "alpha", alpha, { min: 0 });
  requireNumber(caller, "varSmoothing", varSmoothing, { min: 0 });
  const { classes, counts, codes } = encoded;
  const priors = priorsOf(caller, options.priors, counts);
  const {
    logLikelihood,
    note = "",
    ...parameters
  } = features === "gaussian"
    ? gaussian(caller, A, encoded, varSmoothing)
    : (features === "multinomial" ? multinomial : bernoulli)(caller, A, encoded, alpha);

  const joint = (rows: Dense) => addToRows(logLikelihood(rows), priors.map(Math.log));
  const jointRows = (method: string, Xnew: ReadonlyMatrix) => {
    const rows = packLike(`${caller}.${method}`, Xnew, D);
    if (features !== "gaussian") {
      requireCounts(`${caller}.${method}`, "Xnew", rows, features === "bernoulli");
    }
    return requireComparable(`${caller}.${method}`, unpack(joint(rows)));
  };
  return summarised("naive Bayes", {
    classes,
    priors,
    ...parameters,
    predict: (Xnew) => largest(jointRows("predict", Xnew), classes),
    predictProba: (Xnew) => jointRows("predictProba", Xnew).map(softmax),
    converged: true,
    nit: 1,
    message: `solved directly${note}`,
    history: [{ logLikelihood: jointLikelihood(joint(A), codes) }],
  });
}
