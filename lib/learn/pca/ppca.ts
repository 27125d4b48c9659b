import {
  type Matrix,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, product, solve, unpack, unpackVector } from "../../linalg/flat";
import { innerProduct } from "../distance";
import { greatest, packData, packLike, packSamples, rngOrDefault } from "../guards";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { addToRows, identity } from "../rows";
import { powerBelow } from "../scaling";
import { byEm, closedForm } from "./ppcaFit";
import { latentPrecision } from "./ppcaSteps";

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
  const A = packData(caller, "X", X, 2);
  const { rows: N, cols: D } = A;
  requireOptions(caller, options, ["nComponents", "method", "tol", "maxIter", "rng"]);
  const { nComponents: M, method = "closed", tol = 1e-9, maxIter = 1000 } = options;
  requireNumber(caller, "nComponents", M, { min: 1, max: D - 1, integer: true });
  requireOneOf(caller, "method", method, ["closed", "em"]);
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const random = rngOrDefault(caller, options.rng);
  const mean = columnMeans(A);
  // In units of the greatest deviation no square, and no product of squares, leaves the range.
  const unit = powerBelow(greatest(addToRows(A, mean, -1).data));
  const x: Dense = { ...A, data: A.data.map((v) => v / unit) };
  const energy = innerProduct(x.data, 0, x.data, 0, N * D);
  if (energy === 0) throw new RangeError(`${caller}: X must vary, all ${N} rows are equal`);
  const closed = closedForm(x, energy, M);
  if (closed === null) {
    throw new RangeError(
      `${caller}: X must vary in more than ${M} directions (nComponents), or the likelihood has no bound`,
    );
  }
  const fit = method === "em" ? byEm(x, energy, M, { tol, maxIter, random }) : closed;
  const history = fit.logLikelihoods.map((value) => ({
    logLikelihood: value - N * D * Math.log(unit),
  }));
  const Li = solve(latentPrecision(fit), identity(M));
  const toScores = product(fit.B, Li); // rows: E[z | x] = L⁻¹Bᵀ(x − μ)
  const scoresOf = (centred: Dense) => {
    const scores = product(centred, toScores);
    return unpack({ ...scores, data: scores.data.map((v) => v / unit) });
  };
  const loadings: Dense = { ...fit.B, data: fit.B.data.map((v) => v * unit) };
  const inverse = (Z: Dense) => addToRows(product(Z, loadings, { transposeB: true }), mean);
  const noiseVariance = fit.noise * unit * unit;
  return summarised("probabilistic principal components", {
    loadings: unpack(loadings),
    noiseVariance,
    mean: unpackVector(mean),
    logLikelihood: history[history.length - 1].logLikelihood,
    scores: scoresOf(A),
    scoreCovariance: unpack({ ...Li, data: Li.data.map((v) => v * fit.noise) }),
    transform: (Xnew) => scoresOf(addToRows(packLike("ppca.transform", Xnew, D), mean, -1)),
    inverse: (Z) => {
      const rule = { cols: M, colsOf: "nComponents", minRows: 0 };
      return unpack(inverse({ ...packSamples("ppca.inverse", "Z", Z, rule), cols: M }));
    },
    sample: (stream, n) => {
      const source = rngOrDefault("ppca.sample", stream);
      requireNumber("ppca.sample", "n", n, { min: 0, integer: true });
      return Array.from({ length: n }, () => {
        const z = Float64Array.from(source.normal(0, 1, M));
        const { data } = inverse({ data: z, rows: 1, cols: M });
        return Array.from(data, (v) => v + source.normal(0, Math.sqrt(noiseVariance)));
      });
    },
    converged: fit.converged,
    nit: Math.max(history.length - 1, 1),
    message:
      method === "closed"
        ? "solved directly"
        : fit.converged
          ? `the log-likelihood per sample gained less than ${tol} in the last iteration`
          : `the log-likelihood still gains after ${maxIter} iterations`,
    history,
  });
}
