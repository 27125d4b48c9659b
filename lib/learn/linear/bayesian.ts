import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import {
  cholesky,
  type Dense,
  dense,
  gram,
  matvec,
  pack,
  product,
  svd,
  unpack,
  unpackVector,
} from "../../linalg/flat";
import { innerProduct } from "../distance";
import { packLike, packTargets } from "../guards";
import type { FitReport } from "../report";
import { type Evidence, evidenceOf, maximiseEvidence } from "./evidence";

/** Options of `bayesianLinearRegression`. */
export interface BayesianOptions {
  /** Prior mean m₀ of the weights, length M. Default 0. */
  priorMean?: ReadonlyVector;
  /**
   * Prior covariance S₀ of the weights: an M×M matrix, or a number b² for b²I. Left out, b² is the
   * value that makes the evidence greatest.
   */
  priorCovariance?: number | ReadonlyMatrix;
  /** Variance σ² of the noise. Left out, the value that makes the evidence greatest. */
  noiseVariance?: number;
  /** Stops the search for b² and σ² when |∂ ln evidence / ∂ ln b²| and the same for σ² are below this. Default 1e-6. */
  tol?: number;
  /** Most iterations of the search. Default 200. */
  maxIter?: number;
}

/** What the model says of new rows. */
export interface PredictiveDistribution {
  /** Mean of the prediction, φᵀm_N. */
  mean: Vector;
  /** Standard deviation of a new observation: √(φᵀS_Nφ + σ²). */
  std: Vector;
  /** Standard deviation of the function alone: √(φᵀS_Nφ). */
  functionStd: Vector;
}

/** What `bayesianLinearRegression` returns; `history` holds the log-evidence. */
export interface BayesianLinearRegression extends FitReport<{ logEvidence: number }> {
  /** Posterior mean m_N of the weights, length M. */
  mean: Vector;
  /** Posterior covariance S_N of the weights, M×M. */
  covariance: Matrix;
  /** Prior covariance S₀, given or found. */
  priorCovariance: Matrix;
  /** Noise variance σ², given or found. */
  noiseVariance: number;
  /** ln p(y | Φ), the log of the marginal likelihood. */
  logEvidence: number;
  /** Mean of the prediction for each row. */
  predict(Xnew: ReadonlyMatrix): Vector;
  /** Mean and standard deviations of the prediction for each row. */
  predictive(Xnew: ReadonlyMatrix): PredictiveDistribution;
}

/** The root L₀ of the prior covariance S₀ = L₀L₀ᵀ. */
function priorRoot(caller: string, S0: number | ReadonlyMatrix, M: number): Dense {
  if (typeof S0 === "number") {
    requireNumber(caller, "priorCovariance", S0, { above: 0 });
    const root = dense(M, M);
    for (let p = 0; p < M * M; p += M + 1) root.data[p] = Math.sqrt(S0);
    return root;
  }
  const shape = { rows: M, cols: M, rowsOf: "columns of Phi", colsOf: "columns of Phi" };
  return cholesky(pack(caller, "priorCovariance", S0, shape), caller);
}

/** B with column i multiplied by c_i. */
function scaledColumns(B: Dense, c: Float64Array): Dense {
  return { ...B, data: B.data.map((b, p) => b * c[p % B.cols]) };
}

/**
 * Bayesian linear regression (MML 9.3): y = φ(x)ᵀθ + ε with prior θ ~ N(m₀, S₀) and noise
 * ε ~ N(0, σ²). The posterior of the weights is N(m_N, S_N),
 *
 *   S_N = (S₀⁻¹ + σ⁻²ΦᵀΦ)⁻¹,   m_N = S_N (S₀⁻¹m₀ + σ⁻²Φᵀy),
 *
 * a new observation at φ is N(φᵀm_N, φᵀS_Nφ + σ²), and the evidence is
 * p(y | Φ) = N(y | Φm₀, ΦS₀Φᵀ + σ²I) (MML 9.3.5). What is not given of b² (S₀ = b²I) and σ² is found
 * by making the evidence greatest (MacKay 1992).
 *
 * With S₀ = L₀L₀ᵀ and ΦL₀ = UDVᵀ all of this is diagonal in V: nothing is inverted, and it holds also
 * for M > N. The features are taken as they are: put a column of ones into Φ for a constant term.
 *
 * @param Phi - Features, N×M, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ mean, covariance, priorCovariance, noiseVariance, logEvidence, predict, predictive,
 * converged, nit, message, history }`; see {@link BayesianLinearRegression}.
 * @throws RangeError for wrong shapes; LinAlgError if the prior covariance is not positive definite.
 * Cost O(NM·min(N, M) + M³).
 * @example
 * learn.bayesianLinearRegression([[1]], [2], { priorCovariance: 1, noiseVariance: 1 }).mean // => [1]
 * learn.bayesianLinearRegression([[1]], [2], { priorCovariance: 1, noiseVariance: 1 }).predictive([[2]]).std // => [Math.sqrt(3)]
 */
export function bayesianLinearRegression(
  Phi: ReadonlyMatrix,
  y: ReadonlyVector,
  options: BayesianOptions = {},
): BayesianLinearRegression {
  const caller = "bayesianLinearRegression";
  const { A, t } = packTargets(caller, Phi, y, "Phi");
  const { rows: N, cols: M } = A;
  const known = ["priorMean", "priorCovariance", "noiseVariance", "tol", "maxIter"] as const;
  requireOptions(caller, options, known);
  const { priorMean = new Array<number>(M).fill(0), tol = 1e-6, maxIter = 200 } = options;
  requireVector(caller, "priorMean", priorMean, { length: M, lengthOf: "columns of Phi" });
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  if (options.noiseVariance !== undefined) {
    requireNumber(caller, "noiseVariance", options.noiseVariance, { above: 0 });
  }
  const given = options.priorCovariance;
  const root = priorRoot(caller, given ?? 1, M);
  const { U, s, Vt } = svd(product(A, root), { fullMatrices: M > N });
  const shift = matvec(A, Float64Array.from(priorMean));
  const rest = t.map((yn, n) => yn - shift[n]);
  const along = matvec(U, rest, { transpose: true });
  const inside = matvec(U, along);
  const off = rest.reduce((sum, r, n) => sum + (r - inside[n]) ** 2, 0);
  const data: Evidence = { N, s, along, off };

  const found = maximiseEvidence(data, {
    ratio: given === undefined ? undefined : 1,
    noise: options.noiseVariance,
    tol,
    maxIter,
  });
  const { ratio, noise } = found; // prior covariance = ratio · root·rootᵀ
  const full = Float64Array.from({ length: M }, (_, i) => s[i] ?? 0);
  // Along the i-th row of Vt (in whitened weights): posterior mean and variance.
  const variance = full.map((si) => (ratio * noise) / (ratio * si * si + noise));
  const center = full.map((si, i) => ((ratio * si) / (ratio * si * si + noise)) * (along[i] ?? 0));
  const B = product(root, Vt, { transposeB: true }); // weights = m₀ + B·(coordinates)
  const mean = matvec(B, center).map((w, j) => w + priorMean[j]);
  const scaled = scaledColumns(B, variance.map(Math.sqrt));
  const prior = scaledColumns(root, new Float64Array(M).fill(Math.sqrt(ratio)));
  const meanAt = (rows: Dense) => unpackVector(matvec(rows, mean), rows.rows);
  const functionStd = (rows: Dense): Vector => {
    const { data: z } = product(rows, scaled);
    return Array.from({ length: rows.rows }, (_, n) =>
      Math.sqrt(innerProduct(z, n * M, z, n * M, M)),
    );
  };
  return summarised("Bayesian linear regression", {
    mean: unpackVector(mean),
    covariance: unpack(gram(scaled, { transpose: true })),
    priorCovariance: unpack(gram(prior, { transpose: true })),
    noiseVariance: noise,
    logEvidence: evidenceOf(data, ratio, noise).value,
    predict: (Xnew) => meanAt(packLike(`${caller}.predict`, Xnew, M)),
    predictive: (Xnew) => {
      const rows = packLike(`${caller}.predictive`, Xnew, M);
      const std = functionStd(rows);
      return {
        mean: meanAt(rows),
        std: std.map((f) => Math.sqrt(f * f + noise)),
        functionStd: std,
      };
    },
    ...found.report,
  });
}
