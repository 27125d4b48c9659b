import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, dense, product, svd, unpack } from "../../linalg/flat";
import { packLike } from "../guards";
import { type Label, packClasses } from "../labels";
import { canonicalRows } from "../pca/canonical";
import { jointLikelihood, priorsOf, requireComparable } from "../posterior";
import type { FitReport } from "../report";
import { addToRows, rowRange } from "../rows";
import { largest, softmax } from "../softmax";
import { classParts, columnSizes, whiten } from "./whitening";

/** Options of `lda`. */
export interface LdaOptions {
  /** Prior probabilities of the classes, in ascending order of labels. Default: their shares in y. */
  priors?: ReadonlyVector;
  /**
   * s in [0, 1]: the covariance is drawn towards a multiple of the identity, (1 − s)S + s·(tr S/D)·I. Needed where
   * columns are collinear or more than samples. Default 0.
   */
  shrinkage?: number;
  /** Most discriminants to keep, up to min(K − 1, D), the default. */
  nComponents?: number;
}

/** What `lda` returns; `history` holds the log-likelihood Σ ln p(x_n, y_n). */
export interface Lda<T extends Label> extends FitReport<{ logLikelihood: number }> {
  /** The labels, ascending. */
  classes: T[];
  /** Prior probability of each class, length K. */
  priors: Vector;
  /** Mean of each class, K×D. */
  means: Matrix;
  /** The covariance Σ that all classes share, D×D; divisor N, maximum likelihood. */
  covariance: Matrix;
  /** Σ⁻¹(μ_k − μ), K×D, μ the mean of the class means under the priors. */
  coef: Matrix;
  /** Constant terms, length K. */
  intercept: Vector;
  /** M×D: row m is the m-th discriminant direction; within the classes the data have variance 1 along it. */
  components: Matrix;
  /** Share of the variance between the class means along each discriminant, length M, descending. */
  explainedVarianceRatio: Vector;
  /** M. */
  nComponents: number;
  /** Coordinates along the discriminants, rows × M: (x − μ)·componentsᵀ. */
  transform(Xnew: ReadonlyMatrix): Matrix;
  /** δ_k(x) = xᵀcoef_k + intercept_k, rows × K: ln P(k | x) up to a term that is the same for all k. */
  decisionFunction(Xnew: ReadonlyMatrix): Matrix;
  /** The most probable class of each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Posterior probability of each class, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
}

/** Directions along which the whitened class means m (K×D) vary most, as rows, and how much. */
function discriminants(m: Dense, priors: Vector, most: number) {
  const weighted = {
    ...m,
    data: m.data.map((v, p) => v * Math.sqrt(priors[Math.floor(p / m.cols)])),
  };
  const { s, Vt } = svd(weighted);
  const least = s[0] * Math.max(m.rows, m.cols) * Number.EPSILON;
  let M = 0;
  while (M < Math.min(most, s.length) && s[M] > least) M++;
  const total = s.reduce((sum, v) => sum + (v / (s[0] || 1)) ** 2, 0);
  const ratio = Array.from(s.subarray(0, M), (v) => (v / s[0]) ** 2 / total);
  return { directions: rowRange(Vt, 0, M), ratio };
}

/**
 * Linear discriminant analysis (Fisher 1936; Hastie, Tibshirani & Friedman, The Elements of Statistical
 * Learning, 4.3): each class is normal with its own mean and a covariance Σ that all share. By Bayes'
 * theorem (MML 6.3) the log-odds of two classes are then linear in x,
 *
 *   δ_k(x) = xᵀΣ⁻¹μ_k − ½ μ_kᵀΣ⁻¹μ_k + ln π_k,
 *
 * and the class with the greatest δ_k is predicted. The discriminants are the directions, at most
 * K − 1, along which the class means are furthest apart for the spread within the classes; `transform` is
 * PCA's counterpart that knows the labels. Without shrinkage nothing depends on the units of the columns.
 *
 * @param X - Data, N×D, a row a sample, N ≥ K + D unless there is shrinkage.
 * @param y - Labels, length N, K ≥ 2 classes.
 * @returns `{ classes, priors, means, covariance, coef, intercept, components: M×D,
 * explainedVarianceRatio, nComponents, transform, decisionFunction, predict, predictProba, converged,
 * nit, message, history }`; see {@link Lda}.
 * @throws LinAlgError if the covariance is singular, with the column that makes it so where there is one;
 * RangeError if y holds one class only, or the data hold NaN.
 * Cost O(ND·min(N, D)).
 * @example
 * learn.lda([[0], [2], [8], [10]], ["low", "low", "high", "high"]).predict([[4], [6]]) // => ["low", "high"]
 * learn.lda([[0], [2], [8], [10]], [0, 0, 1, 1]).predictProba([[5]]) // => [[0.5, 0.5]]
 * learn.lda([[0, 3], [2, 3], [8, 4], [10, 4]], [0, 0, 1, 1]) // throws the covariance within the classes is singular (rank 1 of 2), for X column 1 does not vary there
 */
export function lda<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: LdaOptions = {},
): Lda<T> {
  const caller = "lda";
  const { A, classes, codes, counts } = packClasses(caller, X, y);
  const { rows: N, cols: D } = A;
  const K = classes.length;
  requireOptions(caller, options, ["priors", "shrinkage", "nComponents"]);
  const { shrinkage = 0 } = options;
  requireNumber(caller, "shrinkage", shrinkage, { min: 0, max: 1 });
  const limit = Math.min(K - 1, D);
  const { nComponents = limit } = options;
  requireNumber(caller, "nComponents", nComponents, { min: 1, max: limit, integer: true });
  const priors = priorsOf(caller, options.priors, counts);

  const parts = classParts(A, codes, K);
  const all = dense(N, D);
  parts.reduce((at, { deviations }) => {
    all.data.set(deviations.data, at);
    return at + deviations.data.length;
  }, 0);
  const rule = {
    divisor: N,
    shrinkage,
    whose: "within the classes",
    size: columnSizes(A),
  };
  const { covariance, W, logDet } = whiten(caller, all, rule);

  const means = dense(K, D);
  const centre = new Float64Array(D);
  parts.forEach(({ mean }, k) => {
    means.data.set(mean, k * D);
    // As deviations from the first mean, so that equal means give it exactly.
    for (let j = 0; j < D; j++) centre[j] += priors[k] * (mean[j] - parts[0].mean[j]);
  });
  for (let j = 0; j < D; j++) centre[j] += parts[0].mean[j];
  const m = product(addToRows({ ...means, data: means.data.slice() }, centre, -1), W);
  const { directions, ratio } = discriminants(m, priors, nComponents);
  const components = canonicalRows(product(directions, W, { transposeB: true }));
  const M = components.rows;
  const coef = product(m, W, { transposeB: true });
  const half = Array.from(
    { length: K },
    (_, k) => m.data.subarray(k * D, (k + 1) * D).reduce((s, v) => s + v * v, 0) / 2,
  );
  const level = half.map((h, k) => Math.log(priors[k]) - h);

  const centred = (method: string, Xnew: ReadonlyMatrix) =>
    addToRows(packLike(`${caller}.${method}`, Xnew, D), centre, -1);
  const decide = (method: string, Xnew: ReadonlyMatrix): Matrix => {
    const delta = product(centred(method, Xnew), coef, { transposeB: true });
    return requireComparable(`${caller}.${method}`, unpack(addToRows(delta, level)));
  };
  // ln p(x, k) = δ_k(x) − ½|Wᵀ(x − μ)|² − ½ ln det 2πΣ.
  const white = product(addToRows(A, centre, -1), W);
  const joint = addToRows(product(white, m, { transposeB: true }), level);
  const common = (D * Math.log(2 * Math.PI) + logDet) / 2;
  const logLikelihood =
    jointLikelihood(joint, codes) -
    white.data.subarray(0, N * D).reduce((s, v) => s + v * v, 0) / 2 -
    N * common;
  const fewer = M < nComponents ? `; the class means span ${M} discriminants only` : "";
  return summarised("linear discriminant analysis", {
    classes,
    priors,
    means: unpack(means),
    covariance: unpack(covariance),
    coef: unpack(coef),
    intercept: level.map((l, k) => {
      let b = l;
      for (let j = 0; j < D; j++) b -= centre[j] * coef.data[k * D + j];
      return b;
    }),
    components: unpack(components),
    explainedVarianceRatio: ratio,
    nComponents: M,
    transform: (Xnew) =>
      unpack(product(centred("transform", Xnew), components, { transposeB: true })),
    decisionFunction: (Xnew) => decide("decisionFunction", Xnew),
    predict: (Xnew) => largest(decide("predict", Xnew), classes),
    predictProba: (Xnew) => decide("predictProba", Xnew).map(softmax),
    converged: true,
    nit: 1,
    message: `solved directly${fewer}`,
    history: [{ logLikelihood }],
  });
}
