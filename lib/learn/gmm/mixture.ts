import { LinAlgError, type Matrix } from "../../core";
import { cholesky, type Dense, dense, solveTriangular, unpack } from "../../linalg/flat";
import { identity } from "../rows";
import type { Squares } from "./squares";

/** What the covariances of the components may be. */
export type CovarianceType = "full" | "tied" | "diag" | "spherical";

/** Centred data, with the share of each column's variance that regularises. */
export interface Sample {
  /** N×D. */
  X: Dense;
  /** Their squares, for diagonal covariances; null for others. */
  squares: Squares | null;
  /** Λ_d, added to the d-th variance of every component, length D. */
  ridge: Float64Array;
}

/**
 * A mixture of K Gaussians in flat storage. `full` and `tied` keep D×D matrices for each component,
 * `diag` and `spherical` the D diagonal entries.
 */
export interface Mixture {
  type: CovarianceType;
  K: number;
  D: number;
  weights: Float64Array;
  /** K×D. */
  means: Dense;
  /** Σ_k, each D×D, or the diagonals of all, K×D. For `tied` one and the same matrix. */
  covariances: Dense[];
  /** W_k with Σ_k⁻¹ = W_kᵀW_k: the lower triangular L_k⁻¹, each D×D, or 1/σ for all, K×D. */
  whitening: Dense[];
  /** ln |W_k| = −½ ln |Σ_k|, length K. */
  logDet: Float64Array;
  /** ½ tr(Λ Σ_k⁻¹), length K: what regularisation takes off the log-density of component k. */
  penalty: Float64Array;
}

/** Whether components keep whole matrices. */
export const isDense = (type: CovarianceType) => type === "full" || type === "tied";

/** Fills `whitening`, `logDet` and `penalty` of component k from a dense covariance. */
function factoriseDense(mix: Mixture, k: number, ridge: Float64Array): void {
  const { D } = mix;
  const L = cholesky(mix.covariances[k], `covariance of component ${k}`);
  const W = solveTriangular(L, identity(D), { overwrite: true });
  let [log, pen] = [0, 0];
  for (let i = 0; i < D; i++) {
    log += Math.log(W.data[i * (D + 1)]);
    for (let j = 0; j <= i; j++) pen += ridge[j] * W.data[i * D + j] ** 2;
  }
  mix.whitening[k] = W;
  mix.logDet[k] = log;
  mix.penalty[k] = pen / 2;
}

/** Fills `whitening`, `logDet` and `penalty` from the covariances. */
export function factorise(mix: Mixture, ridge: Float64Array): Mixture {
  const { type, K, D, covariances, whitening, logDet, penalty } = mix;
  if (isDense(type)) {
    for (let k = 0; k < K; k++) {
      if (type === "full" || k === 0) factoriseDense(mix, k, ridge);
      else [whitening[k], logDet[k], penalty[k]] = [whitening[0], logDet[0], penalty[0]];
    }
    return mix;
  }
  const [{ data: variances }] = covariances;
  for (let k = 0, p = 0; k < K; k++) {
    let [log, pen] = [0, 0];
    for (let d = 0; d < D; d++, p++) {
      if (!(variances[p] > 0)) {
        throw new LinAlgError(`variance ${d} of component ${k} is ${variances[p]}`);
      }
      whitening[0].data[p] = 1 / Math.sqrt(variances[p]);
      log += Math.log(whitening[0].data[p]);
      pen += ridge[d] / variances[p];
    }
    logDet[k] = log;
    penalty[k] = pen / 2;
  }
  return mix;
}

/** A mixture with room for its parameters, all zero. */
export function emptyMixture(type: CovarianceType, K: number, D: number): Mixture {
  const room = (): Dense[] => {
    if (!isDense(type)) return [dense(K, D)];
    const first = dense(D, D);
    return Array.from({ length: K }, (_, k) => (type === "full" && k > 0 ? dense(D, D) : first));
  };
  return {
    type,
    K,
    D,
    weights: new Float64Array(K),
    means: dense(K, D),
    covariances: room(),
    whitening: room(),
    logDet: new Float64Array(K),
    penalty: new Float64Array(K),
  };
}

/** The covariance of component k as a D×D matrix. */
export function covarianceOf({ type, D, covariances }: Mixture, k: number): Dense {
  if (isDense(type)) return covariances[k];
  const S = dense(D, D);
  for (let d = 0; d < D; d++) S.data[d * (D + 1)] = covariances[0].data[k * D + d];
  return S;
}

/** The covariance of each component, K matrices. */
export function covarianceMatrices(mix: Mixture): Matrix[] {
  return Array.from({ length: mix.K }, (_, k) => unpack(covarianceOf(mix, k)));
}
