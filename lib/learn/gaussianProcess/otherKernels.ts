import { type BoundKernel, type Kernel, makeKernel, type Pairs, parametersOf } from "./kernel";

/** Options of `periodicKernel`. All parameters are positive. */
export interface PeriodicOptions {
  /** σ², the variance of the function. Default 1. */
  variance?: number;
  /** p, after which the function repeats. Default 1. */
  period?: number;
  /** ℓ, how smooth the function is within a period. Default 1. */
  lengthScale?: number;
  /** Names of the parameters that fitting leaves as they are. */
  fixed?: readonly ("variance" | "period" | "lengthScale")[];
}

/**
 * Periodic kernel, k(x, z) = σ² exp(−2 Σ_d sin²(π(x_d − z_d)/p)/ℓ²) (MacKay 1998): functions that
 * repeat with period p along each column. (With |x − z| in place of the sum, as some libraries have
 * it, there are data of more than one column for which it is no covariance.)
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×D inputs X and M×D inputs Z.
 * @throws RangeError if a parameter is not positive. O(NMD) for that matrix.
 * @example
 * learn.periodicKernel({ period: 2 }).matrix([[0], [2], [1]])[0].map((v) => Number(v.toFixed(9))) // => [1, 1, Number(Math.exp(-2).toFixed(9))]
 */
export function periodicKernel(options: PeriodicOptions = {}): Kernel {
  const defaults = { variance: 1, period: 1, lengthScale: 1 };
  const bind =
    ({ x, z, D, left, right }: Pairs): BoundKernel =>
    ([variance, period, ell], K, dK) => {
      for (let t = 0; t < left.length; t++) {
        let [squares, turns] = [0, 0];
        for (let j = 0; j < D; j++) {
          const angle = (Math.PI * (x[left[t] * D + j] - z[right[t] * D + j])) / period;
          squares += Math.sin(angle) ** 2;
          if (dK) turns += angle * Math.sin(2 * angle);
        }
        const s = (2 * squares) / (ell * ell);
        K[t] = variance * Math.exp(-s);
        if (!dK) continue;
        dK[0][t] = K[t];
        dK[1][t] = (2 * turns * K[t]) / (ell * ell);
        dK[2][t] = 2 * s * K[t];
      }
    };
  return makeKernel("periodic", parametersOf("periodicKernel", options, defaults), bind);
}

/** Options of `linearKernel`. All parameters are positive. */
export interface LinearKernelOptions {
  /** σ², the prior variance of the slopes. Default 1. */
  variance?: number;
  /** σ_b², the prior variance of the constant term. Default 1. */
  bias?: number;
  /** Names of the parameters that fitting leaves as they are. */
  fixed?: readonly ("variance" | "bias")[];
}

/**
 * Linear kernel, k(x, z) = σ_b² + σ² xᵀz: Bayesian linear regression (MML 9.3) with prior variances
 * σ² of the slopes and σ_b² of the constant term.
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×D inputs X and M×D inputs Z.
 * @throws RangeError if a parameter is not positive. O(NMD) for that matrix.
 * @example
 * learn.linearKernel().matrix([[1, 2]], [[3, 4]]) // => [[12]]
 */
export function linearKernel(options: LinearKernelOptions = {}): Kernel {
  const bind = ({ x, z, D, left, right }: Pairs): BoundKernel => {
    const inner = new Float64Array(left.length);
    for (let t = 0; t < inner.length; t++) {
      const [p, q] = [left[t] * D, right[t] * D];
      for (let j = 0; j < D; j++) inner[t] += x[p + j] * z[q + j];
    }
    return ([variance, bias], K, dK) => {
      for (let t = 0; t < inner.length; t++) {
        K[t] = bias + variance * inner[t];
        if (!dK) continue;
        dK[0][t] = variance * inner[t];
        dK[1][t] = bias;
      }
    };
  };
  return makeKernel(
    "linear",
    parametersOf("linearKernel", options, { variance: 1, bias: 1 }),
    bind,
  );
}
