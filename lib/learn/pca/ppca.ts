import {
  type Matrix,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  type Vector,
} from "../../core";
import { inv, matmul, scale, transpose } from "../../linalg";
import { requireData, requireLike, requireSamples, rngOrDefault } from "../guards";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { pca } from "./pca";
import { canonical, emStep, latentPrecision, logLikelihoodOf, type Parameters } from "./ppcaSteps";

/** Options of `ppca`. */
export interface PpcaOptions {
  /** Number of latent dimensions M, 1 ≤ M < D. Required. */
  nComponents: number;
  /** `"closed"` (default): the closed form from the eigenvalues; `"em"`: the EM algorithm. */
  method?: "closed" | "em";
  /** em: stops when the mean log-likelihood per sample gains less than this. Default 1e-9. */
  tol?: number;
  /** em: most iterations. Default 1000. */
  maxIter?: number;
  /** em: where the start is drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `ppca` returns; `history` holds the log-likelihood. */
export interface Ppca extends FitReport<{ logLikelihood: number }> {
  /** B, D×M: columns orthogonal, longest first, the entry of greatest magnitude positive. */
  loadings: Matrix;
  /** σ², the variance of the noise in every direction. */
  noiseVariance: number;
  /** μ, the mean of the data, length D. */
  mean: Vector;
  /** Σ_n ln N(x_n | μ, BBᵀ + σ²I). */
  logLikelihood: number;
  /** Posterior means E[z | x] of the samples, N×M. */
  scores: Matrix;
  /** Posterior covariance of z, the same for every sample: σ²(BᵀB + σ²I)⁻¹, M×M. */
  scoreCovariance: Matrix;
  /** Posterior means of the latent variables for other data. */
  transform(Xnew: ReadonlyMatrix): Matrix;
  /** μ + Bz for each row z. */
  inverse(Z: ReadonlyMatrix): Matrix;
  /** n draws x = Bz + μ + ε from the model. */
  sample(random: Rng, n: number): Matrix;
}

/**
 * Probabilistic principal component analysis (MML 10.7; Tipping & Bishop 1999): each sample is
 * x = Bz + μ + ε with latent z ~ N(0, I) in M dimensions and noise ε ~ N(0, σ²I), so that
 * x ~ N(μ, BBᵀ + σ²I). PCA is what remains as σ² → 0.
 *
 * With λ_m the eigenvalues of the covariance (divisor N) and u_m its eigenvectors, the maximum of the
 * likelihood is at σ² = (λ_{M+1} + … + λ_D)/(D − M), the mean of the discarded variances, and
 * b_m = √(λ_m − σ²)·u_m. B is determined up to a rotation of z; we return orthogonal columns. EM
 * reaches the same and needs no eigenvectors, only products with B.
 *
 * @param X - Data, N×D, a row a sample, not within an M-dimensional plane.
 * @returns `{ loadings: D×M, noiseVariance, mean, logLikelihood, scores: N×M, scoreCovariance, transform,
 * inverse, sample, converged, nit, message, history }`; see {@link Ppca}.
 * @throws RangeError unless 1 ≤ M < D, or if M directions hold all the variance: then the likelihood
 * has no bound. Cost O(ND·min(N, D)) (closed), O(NDM) an iteration (em).
 * @example
 * learn.ppca([[3, 1], [-3, 1], [3, -1], [-3, -1]], { nComponents: 1 }).noiseVariance // => 1
 * learn.ppca([[3, 1], [-3, 1], [3, -1], [-3, -1]], { nComponents: 1 }).loadings // => [[Math.sqrt(8)], [0]]
 */
export function ppca(X: ReadonlyMatrix, options: PpcaOptions): Ppca {
  const caller = "ppca";
  const A = requireData(caller, "X", X, 2);
  const [N, D] = [A.length, A[0].length];
  requireOptions(caller, options, ["nComponents", "method", "tol", "maxIter", "rng"]);
  const { nComponents: M, method = "closed", tol = 1e-9, maxIter = 1000 } = options;
  requireNumber(caller, "nComponents", M, { min: 1, max: D - 1, integer: true });
  requireOneOf(caller, "method", method, ["closed", "em"]);
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const random = rngOrDefault(caller, options.rng);
  const mean = columnMeans(A);
  const centre = (rows: Matrix) => rows.map((row) => row.map((x, j) => x - mean[j]));
  const centred = centre(A);
  const energy = centred.reduce((s, row) => s + row.reduce((t, v) => t + v * v, 0), 0);

  if (energy === 0) throw new RangeError(`${caller}: X must vary, all ${N} rows are equal`);
  const kept = pca(A, { nComponents: Math.min(M, N - 1) });
  const variances = kept.explainedVariance.map((v) => (v * (N - 1)) / N);
  const left = energy / N - variances.reduce((s, v) => s + v, 0);
  if (!(left > 1e-12 * (energy / N))) {
    throw new RangeError(
      `${caller}: X must vary in more than ${M} directions (nComponents), or the likelihood has no bound`,
    );
  }
  const noise0 = left / (D - M);
  let [at, history, converged]: [Parameters, Vector, boolean] = [
    {
      B: transpose(
        kept.components.map((w, m) => scale(Math.sqrt(Math.max(variances[m] - noise0, 0)), w)),
      ),
      noise: noise0,
    },
    [],
    true,
  ];
  if (method === "em") {
    const size = Math.sqrt(energy / (N * D));
    at = { B: A[0].map(() => random.normal(0, size, M)), noise: size * size };
    history.push(logLikelihoodOf(centred, energy, at));
    converged = false;
    while (!converged && history.length <= maxIter) {
      at = emStep(centred, energy, at);
      history.push(logLikelihoodOf(centred, energy, at));
      const [before, now] = history.slice(-2);
      converged = now - before <= tol * N;
    }
    at.B = canonical(at.B);
  } else history = [logLikelihoodOf(centred, energy, at)];

  const { B, noise } = at;
  const Li = inv(latentPrecision(at));
  const toScores = matmul(B, Li); // rows: E[z | x] = L⁻¹Bᵀ(x − μ)
  const inverse = (Z: Matrix) =>
    matmul(Z, transpose(B)).map((row) => row.map((v, j) => v + mean[j]));
  return {
    loadings: B,
    noiseVariance: noise,
    mean,
    logLikelihood: history[history.length - 1],
    scores: matmul(centred, toScores),
    scoreCovariance: scale(noise, Li),
    transform: (Xnew) => matmul(centre(requireLike("ppca.transform", Xnew, D)), toScores),
    inverse: (Z) => {
      const rule = { cols: M, colsOf: "nComponents", minRows: 0 };
      return inverse(requireSamples("ppca.inverse", "Z", Z, rule));
    },
    sample: (stream, n) => {
      const source = rngOrDefault("ppca.sample", stream);
      requireNumber("ppca.sample", "n", n, { min: 0, integer: true });
      return Array.from({ length: n }, () => {
        const [x] = inverse([source.normal(0, 1, M)]);
        return x.map((v) => v + source.normal(0, Math.sqrt(noise)));
      });
    },
    converged,
    nit: Math.max(history.length - 1, 1),
    message:
      method === "closed"
        ? "solved directly"
        : converged
          ? `the log-likelihood per sample gained less than ${tol} in the last iteration`
          : `the log-likelihood still gains after ${maxIter} iterations`,
    history: history.map((logLikelihood) => ({ logLikelihood })),
  };
}
