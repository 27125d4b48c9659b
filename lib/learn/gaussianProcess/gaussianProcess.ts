import {
  LinAlgError,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  summarised,
  type Vector,
} from "../../core";
import {
  cholesky,
  type Dense,
  matvec,
  product,
  solveTriangular,
  transpose,
  unpack,
  unpackVector,
} from "../../linalg/flat";
import { innerProduct } from "../distance";
import { packLike, packTargets, rngOrDefault } from "../guards";
import type { PredictiveDistribution } from "../linear/bayesian";
import type { FitReport } from "../report";
import { fitParameters, type GaussianProcessOptions, readOptions } from "./fit";
import { type Kernel, kernelDiagonal, kernelMatrix, ownPairs } from "./kernel";
import { type Factored, marginalLikelihood } from "./likelihood";

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

/** The first two rows that are equal, or null. */
function equalRows({ data, rows, cols }: Dense): [number, number] | null {
  const seen = new Map<string, number>();
  for (let n = 0; n < rows; n++) {
    const key = data.subarray(n * cols, (n + 1) * cols).join();
    const first = seen.get(key);
    if (first !== undefined) return [first, n];
    seen.set(key, n);
  }
  return null;
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
 * @throws LinAlgError if K + σ²I is not positive definite in arithmetic, with the equal rows if there are
 * any and no noise.
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
  const { A, t } = packTargets(caller, X, y);
  const D = A.cols;
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
    const twins = equalRows(A);
    throw new LinAlgError(
      `${caller}: the covariance of the samples is not positive definite (${error.message})${
        twins ? `; rows ${twins[0]} and ${twins[1]} of X are equal` : ""
      }; raise noiseVariance`,
    );
  }
  const { L, alpha, logLikelihood } = fitted;

  const meanAt = (cross: Dense): Vector =>
    Array.from(matvec(cross, alpha).subarray(0, cross.rows), (v) => o.priorMean + v);
  /** The mean at the rows, and L⁻¹k* for each of them, a row each. */
  const posterior = (Z: Dense) => {
    const cross = kernelMatrix(kernel, Z, A);
    const V = transpose(solveTriangular(L, transpose(cross), { overwrite: true }));
    return { mean: meanAt(cross), V };
  };
  const covariance = (Z: Dense) => {
    const { mean, V } = posterior(Z);
    const S = kernelMatrix(kernel, Z, Z);
    const explained = product(V, V, { transposeB: true }).data;
    for (let p = 0; p < S.data.length; p++) S.data[p] -= explained[p];
    return { mean, S };
  };
  const names = kernel.parameters.map((p, i): [string, number] => [p.name, values[i]]);
  return summarised("Gaussian process", {
    kernel,
    parameters: { ...Object.fromEntries(names), noiseVariance: noise },
    noiseVariance: noise,
    logMarginalLikelihood: logLikelihood,
    predict: (Xnew) => meanAt(kernelMatrix(kernel, packLike(`${caller}.predict`, Xnew, D), A)),
    predictive: (Xnew) => {
      const Z = packLike(`${caller}.predictive`, Xnew, D);
      const { mean, V } = posterior(Z);
      // Rounding may take a variance near 0 below it.
      const variance = kernelDiagonal(kernel, Z).map((prior, n) => {
        const at = n * V.cols;
        return Math.max(prior - innerProduct(V.data, at, V.data, at, V.cols), 0);
      });
      return {
        mean,
        std: Array.from(variance, (v) => Math.sqrt(v + noise)),
        functionStd: Array.from(variance, Math.sqrt),
      };
    },
    covariance: (Xnew) => unpack(covariance(packLike(`${caller}.covariance`, Xnew, D)).S),
    sample: (Xnew, stream, n) => {
      const name = `${caller}.sample`;
      const source = rngOrDefault(name, stream);
      requireNumber(name, "n", n, { min: 0, integer: true });
      const Z = packLike(name, Xnew, D);
      const { mean, S } = covariance(Z);
      // Function values at near points are almost dependent: a part in 1e10 keeps S definite.
      const jitter = 1e-10 * maxOf(kernelDiagonal(kernel, Z));
      for (let p = 0; p < S.data.length; p += S.cols + 1) S.data[p] += jitter;
      const root = cholesky(S, name);
      return Array.from({ length: n }, () => {
        const z = Float64Array.from(source.normal(0, 1, mean.length));
        return unpackVector(matvec(root, z), mean.length).map((v, i) => mean[i] + v);
      });
    },
    ...report,
    history:
      report.history.length > 0 ? report.history : [{ logMarginalLikelihood: logLikelihood }],
  });
}
