import {
  LinAlgError,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  type Vector,
} from "../../core";
import { cholesky } from "../../linalg";
import { requireLike, requireSamples, requireTargets, rngOrDefault } from "../guards";
import type { PredictiveDistribution } from "../linear/bayesian";
import type { FitReport } from "../report";
import { fitParameters, type GaussianProcessOptions, readOptions } from "./fit";
import { type Kernel, kernelDiagonal, ownPairs } from "./kernel";
import { type Factored, marginalLikelihood, solveLower } from "./likelihood";

/** What `gaussianProcess` returns; `history` holds the log marginal likelihood. */
export interface GaussianProcess extends FitReport<{ logMarginalLikelihood: number }> {
  /** The kernel with the parameters in use. */
  kernel: Kernel;
  /** These parameters by name, and `noiseVariance`. */
  parameters: Record<string, number>;
  /** σ², given or fitted. */
  noiseVariance: number;
  /** ln p(y | X). */
  logMarginalLikelihood: number;
  /** Mean of the function at each row. */
  predict(Xnew: ReadonlyMatrix): Vector;
  /** Mean and standard deviations at each row. */
  predictive(Xnew: ReadonlyMatrix): PredictiveDistribution;
  /** Posterior covariance of the function at the rows, rows × rows. */
  covariance(Xnew: ReadonlyMatrix): Matrix;
  /** n functions drawn from the posterior, each at the rows of Xnew: n × rows. */
  sample(Xnew: ReadonlyMatrix, random: Rng, n: number): Matrix;
}

/**
 * Gaussian process regression (Rasmussen & Williams 2006, chapter 2): y = f(x) + ε with noise
 * ε ~ N(0, σ²) and f a function whose values at any points are jointly Gaussian with mean m and
 * covariances k(x, z). By conditioning (MML 6.5.1), with A = K + σ²I and k* the covariances with the
 * samples, the function at x* is Gaussian with
 *
 *   mean m + k*ᵀA⁻¹(y − m)   and variance k(x*, x*) − k*ᵀA⁻¹k*.
 *
 * It is Bayesian linear regression (MML 9.3) in the features that the kernel stands for. Parameters
 * of the kernel and σ² are those that make the marginal likelihood p(y | X) greatest, found by
 * L-BFGS in their logarithms; it may have several maxima.
 *
 * @param X - Inputs, N×D, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ kernel, parameters, noiseVariance, logMarginalLikelihood, predict, predictive, covariance,
 * sample, converged, nit, message, history }`; see {@link GaussianProcess}.
 * @throws LinAlgError if K + σ²I is not positive definite in arithmetic (equal rows without noise).
 * Cost O(N³) an iteration, O(N) a predicted mean, O(N²) a variance.
 * @example
 * learn.gaussianProcess([[0]], [2], { noiseVariance: 1, optimize: false }).predict([[0]]) // => [1]
 * learn.gaussianProcess([[0]], [2], { noiseVariance: 1, optimize: false }).predictive([[0]]).functionStd // => [Math.sqrt(0.5)]
 */
export function gaussianProcess(
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: GaussianProcessOptions = {},
): GaussianProcess {
  const caller = "gaussianProcess";
  const { A, t } = requireTargets(caller, X, y);
  const D = A[0].length;
  const o = readOptions(caller, options);
  const r = t.map((v) => v - o.priorMean);
  const likelihood = marginalLikelihood(o.kernel.bind(ownPairs(A)), r, o.kernel.parameters.length);
  const { values, noise, report } = fitParameters(likelihood, r, o);
  const kernel = o.kernel.with(values);
  let fitted: Factored;
  try {
    fitted = likelihood.at(values, noise);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    throw new LinAlgError(
      `${caller}: the covariance of the samples is not positive definite (${error.message}); raise noiseVariance`,
    );
  }
  const { L, alpha, logLikelihood } = fitted;

  const meanAt = (rows: Matrix, cross: Matrix) =>
    rows.map((_, n) => cross[n].reduce((s, k, i) => s + k * alpha[i], o.priorMean));
  const posterior = (method: string, Xnew: ReadonlyMatrix) => {
    const rows = requireLike(`${caller}.${method}`, Xnew, D);
    if (rows.length === 0) return { mean: [], V: [], rows };
    const cross = kernel.matrix(rows, A);
    return { mean: meanAt(rows, cross), V: cross.map((k) => solveLower(L, k)), rows };
  };
  const inner = (u: Vector, v: Vector) => u.reduce((s, ui, i) => s + ui * v[i], 0);
  const covariance = (method: string, Xnew: ReadonlyMatrix) => {
    const { mean, V, rows } = posterior(method, Xnew);
    const prior = rows.length === 0 ? [] : kernel.matrix(rows);
    return { mean, S: prior.map((row, n) => row.map((k, m) => k - inner(V[n], V[m]))) };
  };
  const names = kernel.parameters.map((p, i): [string, number] => [p.name, values[i]]);
  return {
    kernel,
    parameters: { ...Object.fromEntries(names), noiseVariance: noise },
    noiseVariance: noise,
    logMarginalLikelihood: logLikelihood,
    predict: (Xnew) => {
      const rows = requireLike(`${caller}.predict`, Xnew, D);
      return rows.length === 0 ? [] : meanAt(rows, kernel.matrix(rows, A));
    },
    predictive: (Xnew) => {
      const { mean, V, rows } = posterior("predictive", Xnew);
      const prior = kernelDiagonal(kernel, rows);
      // Rounding may take a variance near 0 below it.
      const variance = V.map((v, n) => Math.max(prior[n] - inner(v, v), 0));
      return {
        mean,
        std: variance.map((v) => Math.sqrt(v + noise)),
        functionStd: variance.map(Math.sqrt),
      };
    },
    covariance: (Xnew) => covariance("covariance", Xnew).S,
    sample: (Xnew, stream, n) => {
      const source = rngOrDefault(`${caller}.sample`, stream);
      requireNumber(`${caller}.sample`, "n", n, { min: 0, integer: true });
      const { mean, S } = covariance("sample", requireSamples(`${caller}.sample`, "Xnew", Xnew));
      // Function values at near points are almost dependent: a part in 1e10 keeps S definite.
      const jitter = 1e-10 * maxOf(kernelDiagonal(kernel, Xnew));
      const root = cholesky(
        S.map((row, i) => row.map((v, j) => (v + S[j][i]) / 2 + (i === j ? jitter : 0))),
      );
      return Array.from({ length: n }, () => {
        const z = source.normal(0, 1, mean.length);
        return mean.map((m, i) => m + inner(root[i], z));
      });
    },
    ...report,
    history:
      report.history.length > 0 ? report.history : [{ logMarginalLikelihood: logLikelihood }],
  };
}
