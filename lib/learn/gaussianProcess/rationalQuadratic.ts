import { squaredDistance } from "../distance";
import { type BoundKernel, type Kernel, makeKernel, type Pairs, parametersOf } from "./kernel";

/** Options of `rationalQuadraticKernel`. All parameters are positive. */
export interface RationalQuadraticOptions {
  /** σ², the variance of the function. Default 1. */
  variance?: number;
  /** ℓ, how far apart inputs must be for function values to differ. Default 1. */
  lengthScale?: number;
  /** α: the smaller, the more widely length scales are mixed. Default 1. */
  alpha?: number;
  /** Names of the parameters that fitting leaves as they are. */
  fixed?: readonly ("variance" | "lengthScale" | "alpha")[];
}

/**
 * Rational quadratic kernel, k(x, z) = σ² (1 + |x − z|²/2αℓ²)^{−α}: a mixture of RBF kernels whose
 * 1/ℓ² has a gamma law; for α → ∞ it is the RBF kernel (Rasmussen & Williams 2006, 4.19).
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×D inputs X and M×D inputs Z.
 * @throws RangeError if a parameter is not positive. O(NMD) for that matrix.
 * @example
 * learn.rationalQuadraticKernel().matrix([[0], [2]])[0] // => [1, 1 / 3]
 */
export function rationalQuadraticKernel(options: RationalQuadraticOptions = {}): Kernel {
  const defaults = { variance: 1, lengthScale: 1, alpha: 1 };
  const bind = ({ x, z, D, left, right }: Pairs): BoundKernel => {
    const square = new Float64Array(left.length);
    for (let t = 0; t < square.length; t++) {
      square[t] = squaredDistance(x, left[t] * D, z, right[t] * D, D);
    }
    return ([variance, ell, alpha], K, dK) => {
      for (let t = 0; t < square.length; t++) {
        const part = square[t] / (ell * ell) / (2 * alpha); // s/2α
        const log = Math.log1p(part);
        K[t] = variance * Math.exp(-alpha * log);
        if (!dK) continue;
        const share = part < Infinity ? part / (1 + part) : 1;
        dK[0][t] = K[t];
        dK[1][t] = 2 * alpha * share * K[t];
        dK[2][t] = K[t] > 0 ? alpha * (share - log) * K[t] : 0;
      }
    };
  };
  const parameters = parametersOf("rationalQuadraticKernel", options, defaults);
  return makeKernel("rationalQuadratic", parameters, bind);
}
