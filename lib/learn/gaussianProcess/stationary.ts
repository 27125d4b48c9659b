import { describeValue, type ReadonlyVector } from "../../core";
import { squaredDistance } from "../distance";
import { type BoundKernel, type Kernel, makeKernel, type Pairs, parametersOf } from "./kernel";

/** Options of `rbfKernel` and, with `nu`, of `maternKernel`. All parameters are positive. */
export interface StationaryOptions {
  /** σ², the variance of the function. Default 1. */
  variance?: number;
  /** ℓ, how far apart inputs must be for function values to differ: a number, or one for each column. Default 1. */
  lengthScale?: number | ReadonlyVector;
  /** Names of the parameters that fitting leaves as they are. */
  fixed?: readonly ("variance" | "lengthScale")[];
}

/** Scaled squared distances beyond this are taken for it: all profiles are 0 there, and 0·∞ is not. */
const FAR = 1e300;

/** A profile g(s) of the scaled squared distance s = |x − z|²/ℓ², with its derivative. */
type Profile = (s: number) => { value: number; slope: number };

/**
 * σ²·g(s) with s = Σ_d (x_d − z_d)²/ℓ_d². The derivative of s by ln ℓ_d is −2(x_d − z_d)²/ℓ_d².
 * With one ℓ for all columns |x − z|² is computed once.
 */
function bindStationary(caller: string, scales: number, profile: Profile) {
  return ({ x, z, D, left, right }: Pairs): BoundKernel => {
    if (scales > 1 && scales !== D) {
      throw new RangeError(
        `${caller}: lengthScale must be a number or have length ${D} (columns of X), got ${scales}`,
      );
    }
    const T = left.length;
    if (scales === 1) {
      const square = new Float64Array(T);
      for (let t = 0; t < T; t++) square[t] = squaredDistance(x, left[t] * D, z, right[t] * D, D);
      return ([variance, ell], K, dK) => {
        for (let t = 0; t < T; t++) {
          const s = Math.min(square[t] / (ell * ell), FAR);
          const { value, slope } = profile(s);
          K[t] = variance * value;
          if (dK) {
            dK[0][t] = K[t];
            dK[1][t] = -2 * variance * slope * s;
          }
        }
      };
    }
    return ([variance, ...ell], K, dK) => {
      const inverse = ell.map((l) => 1 / (l * l));
      for (let t = 0; t < T; t++) {
        const [p, q] = [left[t] * D, right[t] * D];
        let s = 0;
        for (let j = 0; j < D; j++) s += (x[p + j] - z[q + j]) ** 2 * inverse[j];
        const { value, slope } = profile(Math.min(s, FAR));
        K[t] = variance * value;
        if (!dK) continue;
        dK[0][t] = K[t];
        for (let j = 0; j < D; j++) {
          const share = Math.min((x[p + j] - z[q + j]) ** 2 * inverse[j], FAR);
          dK[j + 1][t] = -2 * variance * slope * share;
        }
      }
    };
  };
}

function stationary(caller: string, name: string, options: object, profile: Profile): Kernel {
  const parameters = parametersOf(caller, options, { variance: 1, lengthScale: 1 }, ["nu"]);
  return makeKernel(name, parameters, bindStationary(caller, parameters.length - 1, profile));
}

/**
 * Squared exponential or RBF kernel, k(x, z) = σ² exp(−|x − z|²/2ℓ²): functions with derivatives of
 * every order (Rasmussen & Williams 2006, 4.9). With one ℓ_d for each column, columns that do not
 * matter are found by their large ℓ_d.
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×D inputs X and M×D inputs Z.
 * @throws RangeError if a parameter is not positive. O(NMD) for that matrix.
 * @example
 * learn.rbfKernel({ lengthScale: 2 }).matrix([[0], [2]])[0] // => [1, Math.exp(-0.5)]
 */
export function rbfKernel(options: StationaryOptions = {}): Kernel {
  if ("nu" in options) throw new RangeError('rbfKernel: options has no "nu"');
  return stationary("rbfKernel", "rbf", options, (s) => {
    const value = Math.exp(-s / 2);
    return { value, slope: -value / 2 };
  });
}

const SQRT3 = Math.sqrt(3);
const SQRT5 = Math.sqrt(5);

/** Matérn's profiles, with r = √s. */
const MATERN: Record<string, Profile> = {
  "0.5": (s) => {
    const r = Math.sqrt(s);
    const value = Math.exp(-r);
    return { value, slope: r > 0 ? -value / (2 * r) : 0 };
  },
  "1.5": (s) => {
    const r = SQRT3 * Math.sqrt(s);
    const e = Math.exp(-r);
    return { value: (1 + r) * e, slope: -1.5 * e };
  },
  "2.5": (s) => {
    const r = SQRT5 * Math.sqrt(s);
    const e = Math.exp(-r);
    return { value: (1 + r + (r * r) / 3) * e, slope: (-5 / 6) * (1 + r) * e };
  },
};

/**
 * Matérn kernel with ν = ½, 3/2 or 5/2: functions with ν − ½ derivatives, rougher than those of the
 * RBF kernel. With r = |x − z|/ℓ it is σ²e^{−r}, σ²(1 + √3r)e^{−√3r}, σ²(1 + √5r + 5r²/3)e^{−√5r}
 * (Rasmussen & Williams 2006, 4.17).
 *
 * @returns A kernel, whose `matrix(X, Z)` is N×M for N×D inputs X and M×D inputs Z.
 * @throws RangeError if nu is another number or a parameter is not positive. O(NMD) for that matrix.
 * @example
 * learn.maternKernel({ nu: 0.5 }).matrix([[0], [3]])[0] // => [1, Math.exp(-3)]
 */
export function maternKernel(options: StationaryOptions & { nu?: 0.5 | 1.5 | 2.5 } = {}): Kernel {
  const { nu = 1.5 } = options;
  const profile = MATERN[String(nu)];
  if (typeof nu !== "number" || profile === undefined) {
    throw new RangeError(`maternKernel: nu must be 0.5, 1.5 or 2.5, got ${describeValue(nu)}`);
  }
  return stationary("maternKernel", `matern${nu}`, options, profile);
}
