import {
  LinAlgError,
  type Matrix,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  summarised,
  type Vector,
} from "../../core";
import { copyOf, type Dense, release, transpose, unpack } from "../../linalg/flat";
import { packData, packLike, rngOrDefault } from "../guards";
import { columnMeans, columnVariances } from "../moments";
import type { FitReport } from "../report";
import { addToRows } from "../rows";
import { drawMixture } from "./draw";
import { type EmRun, em, type GmmStep } from "./em";
import { jointLogDensities, normalise } from "./expectation";
import { type CovarianceType, covarianceMatrices, type Mixture, type Sample } from "./mixture";
import { type GmmOptions, readOptions } from "./options";
import { squaresOf } from "./squares";
import { kMeansStart, mixtureFrom } from "./start";

/**
 * What `gmm` returns; `history` holds the start and what each iteration made of it.
 */
export interface Gmm extends FitReport<GmmStep> {
  /** Weights π_k of the components, length K. */
  weights: Vector;
  /** Means μ_k, K×D. */
  means: Matrix;
  /** Covariances Σ_k: K matrices, D×D each, whatever the type. */
  covariances: Matrix[];
  /** Most probable component of each sample, length N. */
  labels: number[];
  /** Log-likelihood of the data, Σ_n ln p(x_n). */
  logLikelihood: number;
  /** Akaike's criterion, 2P − 2 ln L for P free parameters: lower is better. */
  aic: number;
  /** Bayesian information criterion, P ln N − 2 ln L: lower is better. */
  bic: number;
  /** The most probable component of each row. */
  predict(Xnew: ReadonlyMatrix): number[];
  /** Responsibilities: probability of each component given the row, rows × K. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
  /** Log-density ln p(x) of each row. */
  logDensity(Xnew: ReadonlyMatrix): Vector;
  /** n draws from the mixture, with the component each came from. */
  sample(random: Rng, n: number): { X: Matrix; labels: number[] };
}

/** The component of greatest responsibility for sample i of n; of equal ones, the first. */
function mostProbable(r: Float64Array, i: number, n: number, K: number): number {
  let best = 0;
  for (let k = 1; k < K; k++) if (r[k * n + i] > r[best * n + i]) best = k;
  return best;
}

/**
 * Names components that hold on to less than a plane, or the empty string. A direction in which Λ makes up
 * half of the variance adds ¼ to ½ tr(ΛΣ_k⁻¹).
 */
function collapseOf({ penalty }: Mixture): string {
  const fallen = Array.from(penalty.keys()).filter((k) => penalty[k] >= 0.25);
  if (fallen.length === 0) return "";
  const who =
    fallen.length === 1 ? `component ${fallen[0]} has` : `components ${fallen.join(", ")} have`;
  return `; ${who} collapsed: at least half of the variance in some direction is that of regCovar`;
}

/** Number of free parameters: K − 1 weights, K means, and the covariances. */
function freeParameters(type: CovarianceType, K: number, D: number): number {
  const symmetric = (D * (D + 1)) / 2;
  const covariances = { full: K * symmetric, tied: symmetric, diag: K * D, spherical: K };
  return K - 1 + K * D + covariances[type];
}

/**
 * Gaussian mixture model, p(x) = Σ_k π_k N(x | μ_k, Σ_k) (MML 11.1), fitted by maximum likelihood
 * with EM (MML 11.3).
 *
 * The E-step computes the responsibilities r_nk = π_k N(x_n | μ_k, Σ_k) / Σ_j π_j N(x_n | μ_j, Σ_j), the
 * M-step the weighted proportions, means and covariances. Neither lowers the log-likelihood. EM
 * finds a local maximum, so we start several times from k-means with k-means++ seeds. The global
 * maximum does not exist: a component that shrinks to one sample has a likelihood without bound.
 * `regCovar` prevents this, and the penalty it stands for is part of the objective.
 *
 * Choose the number of components by `bic`.
 *
 * @param X - Data, N×D, a row a sample, no constant column.
 * @returns `{ weights, means, covariances, labels, logLikelihood, aic, bic, predict, predictProba,
 * logDensity, sample, converged, nit, message, history }`; see {@link Gmm}.
 * @throws RangeError if X has a constant column, NaN, or fewer than K distinct rows; LinAlgError if
 * in every run a covariance becomes singular or a component loses all samples.
 * Cost O(NKD²) an iteration (full, tied), O(NKD) (diag, spherical).
 * @example
 * learn.gmm([[-1], [1], [9], [11]], { nComponents: 2, regCovar: 0, init: { weights: [0.5, 0.5], means: [[0], [10]], covariances: [[[1]], [[1]]] } }).weights // => [0.5, 0.5]
 * learn.gmm([[1], [2], [3]], { nComponents: 1, regCovar: 0 }).covariances[0] // => [[2 / 3]]
 */
export function gmm(X: ReadonlyMatrix, options: GmmOptions): Gmm {
  const caller = "gmm";
  const A = packData(caller, "X", X, 2);
  const { rows: N, cols: D } = A;
  const read = readOptions(caller, options, N);
  const { K, type, init, nInit, tol, maxIter, regCovar, random, onProgress } = read;
  const origin = columnMeans(A);
  const ridge = columnVariances(A, origin).map((variance, j) => {
    if (A.data.every((v, p) => p % D !== j || v === A.data[j])) {
      throw new RangeError(`${caller}: X column ${j} is constant (${A.data[j]}); drop it`);
    }
    return regCovar * requireNumber(caller, `variance of X column ${j}`, variance, { above: 0 });
  });
  addToRows(A, origin, -1);
  const squares = type === "diag" || type === "spherical" ? squaresOf(A) : null;
  const sample: Sample = { X: A, squares, ridge };

  let best: EmRun | null = null;
  let failure = "";
  for (let run = 0; run < (init ? 1 : nInit); run++) {
    try {
      const mix = init
        ? mixtureFrom(caller, init, type, K, sample, origin)
        : kMeansStart(caller, type, K, sample, random);
      const now = em(sample, mix, maxIter, tol, onProgress);
      if (best === null || now.objective > best.objective) best = now;
    } catch (error) {
      if (!(error instanceof LinAlgError)) throw error;
      failure = error.message;
    }
  }
  if (best === null) {
    throw new LinAlgError(
      `${caller}: X admits no mixture of ${K} such components (${failure}); use fewer, or a greater regCovar`,
    );
  }
  const { mixture, history, converged } = best;

  const infer = (Z: Dense) => {
    const n = Z.rows;
    const r = jointLogDensities(Z, mixture);
    const logDensity = new Float64Array(n);
    const total = normalise(r, n, K, logDensity);
    const proba = () => unpack(transpose({ data: r, rows: K, cols: n }));
    const labels = () => Array.from({ length: n }, (_, i) => mostProbable(r, i, n, K));
    return { total, logDensity, proba, labels };
  };
  const at = (method: string, Xnew: ReadonlyMatrix) =>
    infer(addToRows(packLike(`${caller}.${method}`, Xnew, D), origin, -1));
  const fitted = infer(A);
  release(A, ...(squares ? [squares.S] : []));
  const P = freeParameters(type, K, D);
  const means = unpack(addToRows(copyOf(mixture.means), origin));
  const weights = Array.from(mixture.weights);
  return summarised("Gaussian mixture", {
    weights,
    means,
    covariances: covarianceMatrices(mixture),
    labels: fitted.labels(),
    logLikelihood: fitted.total,
    aic: 2 * P - 2 * fitted.total,
    bic: P * Math.log(N) - 2 * fitted.total,
    predict: (Xnew) => at("predict", Xnew).labels(),
    predictProba: (Xnew) => at("predictProba", Xnew).proba(),
    logDensity: (Xnew) => Array.from(at("logDensity", Xnew).logDensity),
    sample: (stream, n) => drawMixture(rngOrDefault(`${caller}.sample`, stream), n, mixture, means),
    converged,
    nit: history.length - 1,
    message:
      (converged
        ? `the log-likelihood per sample gained less than ${tol} in the last iteration`
        : `the log-likelihood still gains after ${maxIter} iterations`) + collapseOf(mixture),
    history,
  });
}
