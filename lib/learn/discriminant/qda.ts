import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { copyOf, type Dense, dense, product, unpack, unpackVector } from "../../linalg/flat";
import { squaredLengths } from "../distance";
import { packLike } from "../guards";
import { type Label, packClasses } from "../labels";
import { jointLikelihood, priorsOf, requireComparable } from "../posterior";
import type { FitReport } from "../report";
import { addToRows } from "../rows";
import { largest, softmax } from "../softmax";
import { classParts, columnSizes, ofClass, whiten } from "./whitening";

/** Options of `qda`. */
export interface QdaOptions {
  /** Prior probabilities of the classes, in ascending order of labels. Default: their shares in y. */
  priors?: ReadonlyVector;
  /**
   * s in [0, 1]: each covariance is drawn towards a multiple of the identity, (1 − s)S_k + s·(tr S_k/D)·I. Default 0.
   */
  shrinkage?: number;
}

/** What `qda` returns; `history` holds the log-likelihood Σ ln p(x_n, y_n). */
export interface Qda<T extends Label> extends FitReport<{ logLikelihood: number }> {
  /** The labels, ascending. */
  classes: T[];
  /** Prior probability of each class, length K. */
  priors: Vector;
  /** Mean of each class, K×D. */
  means: Matrix;
  /** Covariance Σ_k of each class, K matrices D×D; divisor N_k, maximum likelihood. */
  covariances: Matrix[];
  /** δ_k(x), rows × K: ln p(x, k) up to a constant. */
  decisionFunction(Xnew: ReadonlyMatrix): Matrix;
  /** The most probable class of each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Posterior probability of each class, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
}

/**
 * Quadratic discriminant analysis (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning,
 * 4.3): each class is normal with its own mean and its own covariance, so that the borders between the
 * classes are quadratic,
 *
 *   δ_k(x) = −½ (x − μ_k)ᵀΣ_k⁻¹(x − μ_k) − ½ ln det Σ_k + ln π_k.
 *
 * With K·D(D + 1)/2 numbers to estimate it asks for more data than `lda`, of which it is the case of
 * unequal covariances; with diagonal ones it would be `naiveBayes`.
 *
 * @param X - Data, N×D, a row a sample, more than D in each class unless there is shrinkage.
 * @param y - Labels, length N, K ≥ 2 classes.
 * @returns `{ classes, priors, means, covariances, decisionFunction, predict, predictProba, converged,
 * nit, message, history }`; see {@link Qda}.
 * @throws LinAlgError if the covariance of a class is singular, with its label; RangeError if y holds one
 * class only, or the data hold NaN.
 * Cost O(ND² + KD³).
 * @example
 * learn.qda([[-1], [1], [-6], [6]], ["near", "near", "far", "far"]).predict([[0.5], [9]]) // => ["near", "far"]
 * learn.qda([[0, 0], [1, 1], [2, 2], [4, 0], [5, 1], [4, 2]], [0, 0, 0, 1, 1, 1]) // throws qda: the covariance of class 0 is singular (rank 1 of 2)
 */
export function qda<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: QdaOptions = {},
): Qda<T> {
  const caller = "qda";
  const { A, classes, codes, counts } = packClasses(caller, X, y);
  const D = A.cols;
  const K = classes.length;
  requireOptions(caller, options, ["priors", "shrinkage"]);
  const { shrinkage = 0 } = options;
  requireNumber(caller, "shrinkage", shrinkage, { min: 0, max: 1 });
  const priors = priorsOf(caller, options.priors, counts);
  const size = columnSizes(A);
  const laws = classParts(A, codes, K).map(({ mean, deviations }, k) => {
    const rule = { divisor: counts[k], shrinkage, whose: ofClass(classes[k]), size };
    return { mean, ...whiten(caller, deviations, rule) };
  });

  const delta = (Z: Dense): Dense => {
    const out = dense(Z.rows, K);
    laws.forEach(({ mean, W, logDet }, k) => {
      const white = product(addToRows(copyOf(Z), mean, -1), W);
      const squares = squaredLengths(white);
      const level = Math.log(priors[k]) - logDet / 2;
      for (let n = 0; n < Z.rows; n++) out.data[n * K + k] = level - squares[n] / 2;
    });
    return out;
  };
  const decide = (method: string, Xnew: ReadonlyMatrix): Matrix => {
    const Z = packLike(`${caller}.${method}`, Xnew, D);
    return requireComparable(`${caller}.${method}`, unpack(delta(Z)));
  };
  const constant = (A.rows * D * Math.log(2 * Math.PI)) / 2;
  return summarised("quadratic discriminant analysis", {
    classes,
    priors,
    means: laws.map(({ mean }) => unpackVector(mean)),
    covariances: laws.map(({ covariance }) => unpack(covariance)),
    decisionFunction: (Xnew) => decide("decisionFunction", Xnew),
    predict: (Xnew) => largest(decide("predict", Xnew), classes),
    predictProba: (Xnew) => decide("predictProba", Xnew).map(softmax),
    converged: true,
    nit: 1,
    message: "solved directly",
    history: [{ logLikelihood: jointLikelihood(delta(A), codes) - constant }],
  });
}
