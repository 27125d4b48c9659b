import { LinAlgError, type Matrix } from "../../core";
import { cholesky } from "../../linalg";
import { invertLower, unflatten } from "../flat";

/** What the covariances of the components may be. */
export type CovarianceType = "full" | "tied" | "diag" | "spherical";

/** Data in flat storage, with the share of each column's variance that regularises. */
export interface Sample {
  /** N×D, row-major. */
  x: Float64Array;
  N: number;
  D: number;
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
  means: Float64Array;
  /** Σ_k: K×D×D, or K×D. */
  covariances: Float64Array;
  /** W_k with Σ_k⁻¹ = W_kᵀW_k: the lower triangular L_k⁻¹ (K×D×D), or 1/σ (K×D). */
  whitening: Float64Array;
  /** ln |W_k| = −½ ln |Σ_k|, length K. */
  logDet: Float64Array;
  /** ½ tr(Λ Σ_k⁻¹), length K: what regularisation takes off the log-density of component k. */
  penalty: Float64Array;
}

/** Whether components keep whole matrices. */
export const isDense = (type: CovarianceType) => type === "full" || type === "tied";

/** Fills `whitening`, `logDet` and `penalty` from the covariances. */
export function factorise(mix: Mixture, ridge: Float64Array): Mixture {
  const { type, K, D, covariances, whitening, logDet, penalty } = mix;
  for (let k = 0; k < K; k++) {
    let [log, pen] = [0, 0];
    if (isDense(type)) {
      const at = k * D * D;
      if (type === "tied" && k > 0) {
        whitening.copyWithin(at, 0, D * D);
        [logDet[k], penalty[k]] = [logDet[0], penalty[0]];
        continue;
      }
      const W = whitening.subarray(at, at + D * D);
      invertLower(cholesky(unflatten(covariances.subarray(at, at + D * D), D)), W);
      for (let i = 0; i < D; i++) {
        log += Math.log(W[i * D + i]);
        for (let j = 0; j <= i; j++) pen += ridge[j] * W[i * D + j] ** 2;
      }
    } else {
      for (let d = 0, p = k * D; d < D; d++, p++) {
        if (!(covariances[p] > 0)) {
          throw new LinAlgError(`variance ${d} of component ${k} is ${covariances[p]}`);
        }
        whitening[p] = 1 / Math.sqrt(covariances[p]);
        log += Math.log(whitening[p]);
        pen += ridge[d] / covariances[p];
      }
    }
    logDet[k] = log;
    penalty[k] = pen / 2;
  }
  return mix;
}

/** A mixture with room for its parameters, all zero. */
export function emptyMixture(type: CovarianceType, K: number, D: number): Mixture {
  const size = isDense(type) ? K * D * D : K * D;
  return {
    type,
    K,
    D,
    weights: new Float64Array(K),
    means: new Float64Array(K * D),
    covariances: new Float64Array(size),
    whitening: new Float64Array(size),
    logDet: new Float64Array(K),
    penalty: new Float64Array(K),
  };
}

/** The covariance of each component as a D×D matrix. */
export function covarianceMatrices({ type, K, D, covariances }: Mixture): Matrix[] {
  return Array.from({ length: K }, (_, k) => {
    if (isDense(type)) return unflatten(covariances.subarray(k * D * D, (k + 1) * D * D), D);
    return Array.from({ length: D }, (__, i) =>
      Array.from({ length: D }, (___, j) => (i === j ? covariances[k * D + i] : 0)),
    );
  });
}
