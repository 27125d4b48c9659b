import { LinAlgError, type ReadonlyVector, type Vector } from "../../core";
import { cholesky, type Dense, dense, gram, solveTriangular } from "../../linalg/flat";
import { identity } from "../rows";
import type { BoundKernel } from "./kernel";

/** The covariance of the targets at given parameters, factored. */
export interface Factored {
  /** Lower triangular L with LLᵀ = K + σ²I. */
  L: Dense;
  /** (K + σ²I)⁻¹(y − m). */
  alpha: Float64Array;
  /** ln p(y | X). */
  logLikelihood: number;
}

/** A symmetric matrix from its lower triangle, row by row, with `noise` added to the diagonal. */
function symmetric(lower: Float64Array, N: number, noise: number): Dense {
  const A = dense(N, N);
  for (let i = 0, t = 0; i < N; i++) {
    for (let j = 0; j < i; j++, t++) {
      A.data[i * N + j] = lower[t];
      A.data[j * N + i] = lower[t];
    }
    A.data[i * (N + 1)] = lower[t++] + noise;
  }
  return A;
}

/** A⁻¹ = L⁻ᵀL⁻¹ for A = LLᵀ. */
function inverseOf(L: Dense): Float64Array {
  return gram(solveTriangular(L, identity(L.rows), { overwrite: true })).data;
}

/**
 * The log marginal likelihood of a Gaussian process (Rasmussen & Williams 2006, 5.8),
 *
 *   ln p(y | X) = −½ rᵀA⁻¹r − ½ ln |A| − ½ N ln 2π,   A = K + σ²I,  r = y − m,
 *
 * by Cholesky, and its derivatives ½ tr((ααᵀ − A⁻¹) ∂A), α = A⁻¹r.
 *
 * @param bound - The kernel on the lower triangle of pairs.
 * @param r - Targets less the prior mean.
 */
export function marginalLikelihood(bound: BoundKernel, r: Float64Array, count: number) {
  const N = r.length;
  const T = (N * (N + 1)) / 2;
  const K = new Float64Array(T);
  const dK = Array.from({ length: count }, () => new Float64Array(T));

  const factor = (A: Dense): Factored => {
    const L = cholesky(A, "gaussianProcess");
    const half = solveTriangular(L, { data: r, rows: N, cols: 1 });
    const alpha = solveTriangular(L, half, { transpose: true, overwrite: true }).data;
    let logLikelihood = (-N * Math.log(2 * Math.PI)) / 2;
    for (let i = 0; i < N; i++) {
      logLikelihood -= Math.log(L.data[i * (N + 1)]) + (r[i] * alpha[i]) / 2;
    }
    return { L, alpha, logLikelihood };
  };

  return {
    /** L, α and the likelihood. */
    at: (values: ReadonlyVector, noise: number): Factored => {
      bound(values, K);
      return factor(symmetric(K, N, noise));
    },
    /** The likelihood and its derivatives by the logarithms of the parameters and, last, of σ². */
    withGradient: (values: ReadonlyVector, noise: number): { value: number; grad: Vector } => {
      bound(values, K, dK);
      const A = symmetric(K, N, noise);
      try {
        const { L, alpha, logLikelihood } = factor(A);
        const inverse = inverseOf(L);
        const grad: Vector = new Array(count + 1).fill(0);
        for (let i = 0, t = 0; i < N; i++) {
          for (let j = 0; j <= i; j++, t++) {
            const weight = alpha[i] * alpha[j] - inverse[i * N + j];
            const share = i === j ? weight / 2 : weight;
            for (let p = 0; p < count; p++) grad[p] += share * dK[p][t];
            if (i === j) grad[count] += share * noise;
          }
        }
        return { value: logLikelihood, grad };
      } catch (error) {
        if (!(error instanceof LinAlgError)) throw error;
        return { value: -Infinity, grad: new Array(count + 1).fill(0) };
      }
    },
  };
}
