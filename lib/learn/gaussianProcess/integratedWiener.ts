import { requireNumber } from "../../core";
import { type BoundKernel, type Kernel, makeKernel, type Pairs, parametersOf } from "./kernel";

/** Options of `integratedWienerKernel`. */
export interface IntegratedWienerOptions {
  /** σ², by which the variance of the slope grows in a unit of x. Default 1. */
  variance?: number;
  /** x₀, where the walk starts; no input may lie before it. Default 0. */
  origin?: number;
  /** Names of the parameters that fitting leaves as they are. */
  fixed?: readonly "variance"[];
}

/**
 * Integrated Wiener kernel: functions of one column whose slope is a random walk (Brownian motion) that
 * starts from 0 at x₀. With v the lesser of x − x₀ and z − x₀,
 *
 *   k(x, z) = σ² (v³/3 + |x − z| v²/2).
 *
 * It is not stationary: beyond the data the mean goes on along its last slope, and far out the standard
 * deviation grows like h^{3/2} in the distance h. With a linear kernel added, as its variances tend to
 * infinity, the posterior mean tends to a cubic smoothing spline (Rasmussen & Williams 2006, 6.3.1; Wahba
 * 1978).
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×1 inputs X and M×1 inputs Z.
 * @throws RangeError if σ² is not positive, X has more columns than one, or an input lies before x₀. O(NM) for
 * that matrix.
 * @example
 * learn.integratedWienerKernel().matrix([[1], [3]]) // => [[1 / 3, 4 / 3], [4 / 3, 9]]
 */
export function integratedWienerKernel(options: IntegratedWienerOptions = {}): Kernel {
  const caller = "integratedWienerKernel";
  const { origin = 0, ...rest } = options;
  requireNumber(caller, "origin", origin);
  const bind = ({ x, z, D, left, right }: Pairs): BoundKernel => {
    if (D !== 1) throw new RangeError(`${caller}: X must have 1 column, got ${D}`);
    const shape = new Float64Array(left.length);
    for (let t = 0; t < shape.length; t++) {
      const [p, q] = [x[left[t]] - origin, z[right[t]] - origin];
      const v = Math.min(p, q);
      if (v < 0) {
        throw new RangeError(
          `${caller}: X must not lie before origin ${origin}, got ${v + origin}`,
        );
      }
      shape[t] = v * v * (v / 3 + Math.abs(p - q) / 2);
    }
    return ([variance], K, dK) => {
      for (let t = 0; t < shape.length; t++) K[t] = variance * shape[t];
      dK?.[0].set(K);
    };
  };
  return makeKernel("integratedWiener", parametersOf(caller, rest, { variance: 1 }), bind);
}
