import { describeValue, requireNumber, requireOneOf, type Vector } from "../../core";
import { type Dense, matvec } from "../../linalg/flat";
import { innerProduct, squaredDistance, squaredLengths } from "../distance";
import { greatest } from "../guards";
import { columnMeans, columnVariances } from "../moments";

/** A kernel by name, or a function k(x, z) that is symmetric and positive semidefinite. */
export type KernelChoice = "linear" | "rbf" | "poly" | ((x: Vector, z: Vector) => number);

/** Parameters of the kernels. */
export interface KernelOptions {
  /**
   * `"linear"`: xᵀz; `"rbf"` (default): exp(−γ|x − z|²); `"poly"`: (γ xᵀz + c)^p; or a function.
   */
  kernel?: KernelChoice;
  /** γ: `"scale"` (default) is 1/(D·variance of all entries of X), `"auto"` is 1/D, or a number > 0. */
  gamma?: "scale" | "auto" | number;
  /** p of `"poly"`, a whole number ≥ 1. Default 3. */
  degree?: number;
  /** c of `"poly"`. Default 0. */
  coef0?: number;
}

/** k(x_m, z) for each row x_m of the data, where z starts at `at`; a new array of their number. */
export type KernelRow = (z: Float64Array, at: number) => Float64Array;

/** A kernel ready for data whose rows have D columns. */
export interface FlatKernel {
  /** Prepares the data X. */
  rows(X: Dense): KernelRow;
  /** k(x_n, x_n) for each row. */
  diagonal(X: Dense): Float64Array;
  /** γ in use; null where the kernel has none. */
  gamma: number | null;
}

/** γ as a number. */
function gammaOf(caller: string, gamma: unknown, { data: x, cols: D }: Dense): number {
  if (typeof gamma === "number") return requireNumber(caller, "gamma", gamma, { above: 0 });
  const name = requireOneOf(caller, "gamma", gamma, ["scale", "auto"]);
  if (name === "auto") return 1 / D;
  const entries: Dense = { data: x, rows: x.length, cols: 1 };
  const [variance] = columnVariances(entries, columnMeans(entries));
  if (variance > 0) return 1 / (D * variance);
  throw new RangeError(`${caller}: X must vary for gamma "scale", all entries are ${x[0]}`);
}

/** A kernel k(x, z) = g(xᵀz). */
function fromInner(gamma: number | null, g: (inner: number) => number): FlatKernel {
  return {
    gamma,
    rows: (X) => (z, at) => {
      const out = matvec(X, z.subarray(at, at + X.cols));
      for (let m = 0; m < out.length; m++) out[m] = g(out[m]);
      return out;
    },
    diagonal: (X) => squaredLengths(X).map(g),
  };
}

/** Part of a kernel value that rounding may take. */
const ROUNDING = 1e-12;

/**
 * exp(−γ|x − z|²), by |x|² + |z|² − 2xᵀz, which one product gives for all rows. Rounding disturbs that by
 * about Dε(|x|² + |z|²); where this would show, the differences are taken entry by entry.
 */
function gaussian(gamma: number): FlatKernel {
  return {
    gamma,
    rows: (X) => {
      const { data: x, cols: D } = X;
      const square = squaredLengths(X);
      const widest = greatest(square);
      const error = 4 * (D + 4) * Number.EPSILON * gamma;
      return (z, at) => {
        const out = matvec(X, z.subarray(at, at + D));
        const own = innerProduct(z, at, z, at, D);
        const isSure = error * (widest + own) < ROUNDING;
        for (let m = 0; m < out.length; m++) {
          const both = square[m] + own;
          const d =
            isSure || error * both < ROUNDING
              ? Math.max(both - 2 * out[m], 0)
              : squaredDistance(x, m * D, z, at, D);
          out[m] = Math.exp(-gamma * d);
        }
        return out;
      };
    },
    diagonal: (X) => new Float64Array(X.rows).fill(1),
  };
}

/** (γxᵀz + c)^p, refused where the rows are so long that it overflows. */
function polynomial(caller: string, gamma: number, coef0: number, degree: number): FlatKernel {
  const g = (inner: number) => {
    const value = (gamma * inner + coef0) ** degree;
    if (Math.abs(value) < 1e300) return value;
    throw new RangeError(
      `${caller}: X must be of a size whose polynomial kernel is below 1e300, got ${value}; standardize it`,
    );
  };
  return fromInner(gamma, g);
}

/** A kernel that the user has written. */
function fromFunction(caller: string, k: (x: Vector, z: Vector) => number): FlatKernel {
  const value = (x: Vector, z: Vector): number => {
    const v: unknown = k(x, z);
    if (typeof v === "number" && Number.isFinite(v)) return v;
    throw new TypeError(`${caller}: kernel must return a number, got ${describeValue(v)}`);
  };
  const vectors = ({ data, rows, cols }: Dense) =>
    Array.from({ length: rows }, (_, n) => Array.from(data.subarray(n * cols, (n + 1) * cols)));
  return {
    gamma: null,
    rows: (X) => {
      const all = vectors(X);
      return (z, at) => {
        const own = Array.from(z.subarray(at, at + X.cols));
        return Float64Array.from(all, (v) => value(v, own));
      };
    },
    diagonal: (X) => Float64Array.from(vectors(X), (v) => value(v, v)),
  };
}

/** Checks the parameters and returns the kernel; `"scale"` is computed from X, the data as given. */
export function kernelOf(caller: string, options: KernelOptions, X: Dense): FlatKernel {
  const { kernel: choice = "rbf", gamma: g = "scale", degree = 3, coef0 = 0 } = options;
  requireNumber(caller, "degree", degree, { min: 1, integer: true });
  requireNumber(caller, "coef0", coef0);
  if (typeof choice === "function") return fromFunction(caller, choice);
  requireOneOf(caller, "kernel", choice, ["linear", "rbf", "poly"]);
  if (choice === "linear") return fromInner(null, (inner) => inner);
  const gamma = gammaOf(caller, g, X);
  return choice === "rbf" ? gaussian(gamma) : polynomial(caller, gamma, coef0, degree);
}
