import { LinAlgError, type Matrix, type ReadonlyVector, type Vector } from "../../core";
import { cholesky, inv } from "../../linalg";
import type { BoundKernel } from "./kernel";

/** The covariance of the targets at given parameters, factored. */
export interface Factored {
  /** Lower triangular L with LLᵀ = K + σ²I. */
  L: Matrix;
  /** (K + σ²I)⁻¹(y − m). */
  alpha: Vector;
  /** ln p(y | X). */
  logLikelihood: number;
}

/** Solves L·u = b by forward substitution. */
export function solveLower(L: Matrix, b: ReadonlyVector): Vector {
  const u: Vector = new Array(b.length);
  for (let i = 0; i < b.length; i++) {
    const row = L[i];
    let sum = b[i];
    for (let j = 0; j < i; j++) sum -= row[j] * u[j];
    u[i] = sum / row[i];
  }
  return u;
}

/** Solves Lᵀ·u = b by back substitution, along the rows of L. */
function solveUpper(L: Matrix, b: ReadonlyVector): Vector {
  const u = b.slice();
  for (let i = b.length - 1; i >= 0; i--) {
    const row = L[i];
    u[i] /= row[i];
    for (let j = 0; j < i; j++) u[j] -= row[j] * u[i];
  }
  return u;
}

/** A symmetric matrix from its lower triangle, row by row, with `noise` added to the diagonal. */
function symmetric(lower: Float64Array, N: number, noise: number): Matrix {
  const A: Matrix = Array.from({ length: N }, () => new Array<number>(N).fill(0));
  for (let i = 0, t = 0; i < N; i++) {
    for (let j = 0; j < i; j++, t++) {
      A[i][j] = lower[t];
      A[j][i] = lower[t];
    }
    A[i][i] = lower[t++] + noise;
  }
  return A;
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
export function marginalLikelihood(bound: BoundKernel, r: Vector, count: number) {
  const N = r.length;
  const T = (N * (N + 1)) / 2;
  const K = new Float64Array(T);
  const dK = Array.from({ length: count }, () => new Float64Array(T));

  const factor = (A: Matrix): Factored => {
    const L = cholesky(A);
    const alpha = solveUpper(L, solveLower(L, r));
    let logLikelihood = (-N * Math.log(2 * Math.PI)) / 2;
    for (let i = 0; i < N; i++) logLikelihood -= Math.log(L[i][i]) + (r[i] * alpha[i]) / 2;
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
        const { alpha, logLikelihood } = factor(A);
        const inverse = inv(A);
        const grad: Vector = new Array(count + 1).fill(0);
        for (let i = 0, t = 0; i < N; i++) {
          for (let j = 0; j <= i; j++, t++) {
            const weight = alpha[i] * alpha[j] - (inverse[i][j] + inverse[j][i]) / 2;
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
