import { describeValue, requireNumber, requireOneOf, type Vector } from "../../core";
import { usesLapack } from "../../linalg/native/engine";
import { innerProduct } from "../distance";
import { product, transposed } from "../product";

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

/** A kernel ready for data in flat storage (rows of D columns). */
export interface FlatKernel {
  /** Prepares the data x. */
  rows(x: Float64Array): KernelRow;
  /** k(x_n, x_n) for each row. */
  diagonal(x: Float64Array): Float64Array;
  /** γ in use; null where the kernel has none. */
  gamma: number | null;
}

/** γ as a number. */
function gammaOf(caller: string, gamma: unknown, x: Float64Array, D: number): number {
  if (typeof gamma === "number") return requireNumber(caller, "gamma", gamma, { above: 0 });
  const name = requireOneOf(caller, "gamma", gamma, ["scale", "auto"]);
  if (name === "auto") return 1 / D;
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length;
  if (variance > 0) return 1 / (D * variance);
  throw new RangeError(`${caller}: X must vary for gamma "scale", all entries are ${x[0]}`);
}

/** x_mᵀz for each row of x, by one product where that is worth a call of BLAS. */
function innerProducts(x: Float64Array, D: number): KernelRow {
  const N = x.length / D;
  if (usesLapack("matmul", Math.cbrt(x.length))) {
    const xt = transposed(x, N, D);
    return (z, at) => {
      const out = new Float64Array(N);
      product(1, N, D, z.subarray(at, at + D), xt, out);
      return out;
    };
  }
  return (z, at) => {
    const out = new Float64Array(N);
    for (let m = 0, p = 0; m < N; m++, p += D) out[m] = innerProduct(x, p, z, at, D);
    return out;
  };
}

function squares(x: Float64Array, D: number): Float64Array {
  const out = new Float64Array(x.length / D);
  for (let n = 0, p = 0; n < out.length; n++, p += D) out[n] = innerProduct(x, p, x, p, D);
  return out;
}

/** A kernel of inner products, by what it makes of them in place, given |x_m|² and |z|². */
function fromInner(
  D: number,
  gamma: number | null,
  transform: (inner: Float64Array, square: Float64Array, own: number) => void,
): FlatKernel {
  return {
    gamma,
    rows: (x) => {
      const inner = innerProducts(x, D);
      const square = squares(x, D);
      return (z, at) => {
        const out = inner(z, at);
        transform(out, square, innerProduct(z, at, z, at, D));
        return out;
      };
    },
    diagonal: (x) => {
      const square = squares(x, D);
      return square.map((s) => {
        const one = Float64Array.of(s);
        transform(one, one.slice(), s);
        return one[0];
      });
    },
  };
}

/** A kernel that the user has written. */
function fromFunction(caller: string, k: (x: Vector, z: Vector) => number, D: number): FlatKernel {
  const row = (x: Float64Array, at: number) => Array.from(x.subarray(at, at + D));
  const value = (x: Vector, z: Vector): number => {
    const v: unknown = k(x, z);
    if (typeof v === "number" && Number.isFinite(v)) return v;
    throw new TypeError(`${caller}: kernel must return a number, got ${describeValue(v)}`);
  };
  const all = (x: Float64Array) => Array.from({ length: x.length / D }, (_, n) => row(x, n * D));
  return {
    gamma: null,
    rows: (x) => {
      const vectors = all(x);
      return (z, at) => Float64Array.from(vectors, (v) => value(v, row(z, at)));
    },
    diagonal: (x) => Float64Array.from(all(x), (v) => value(v, v)),
  };
}

/**
 * Checks the parameters and returns the kernel. For `"rbf"` the data must lie around the origin, since
 * |x − z|² is computed as |x|² + |z|² − 2xᵀz.
 */
export function kernelOf(
  caller: string,
  options: KernelOptions,
  x: Float64Array,
  D: number,
): FlatKernel {
  const { kernel: choice = "rbf", gamma: g = "scale", degree = 3, coef0 = 0 } = options;
  requireNumber(caller, "degree", degree, { min: 1, integer: true });
  requireNumber(caller, "coef0", coef0);
  if (typeof choice === "function") return fromFunction(caller, choice, D);
  requireOneOf(caller, "kernel", choice, ["linear", "rbf", "poly"]);
  if (choice === "linear") return fromInner(D, null, () => {});
  const gamma = gammaOf(caller, g, x, D);
  if (choice === "rbf") {
    return fromInner(D, gamma, (inner, square, own) => {
      for (let m = 0; m < inner.length; m++) {
        inner[m] = Math.exp(-gamma * Math.max(square[m] + own - 2 * inner[m], 0));
      }
    });
  }
  return fromInner(D, gamma, (inner) => {
    for (let m = 0; m < inner.length; m++) inner[m] = (gamma * inner[m] + coef0) ** degree;
  });
}
