import { describeValue, requireNumber, requireOneOf, type Vector } from "../../core";
import { squaredDistance } from "../distance";

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

/** k(row n of x, row m of z) for data in flat storage of D columns. */
export type FlatKernel = (x: Float64Array, n: number, z: Float64Array, m: number) => number;

function inner(x: Float64Array, p: number, z: Float64Array, q: number, D: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let j = 0;
  for (; j + 3 < D; j += 4) {
    s0 += x[p + j] * z[q + j];
    s1 += x[p + j + 1] * z[q + j + 1];
    s2 += x[p + j + 2] * z[q + j + 2];
    s3 += x[p + j + 3] * z[q + j + 3];
  }
  for (; j < D; j++) s0 += x[p + j] * z[q + j];
  return s0 + s1 + (s2 + s3);
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

/** Checks the parameters and returns the kernel and the γ in use. */
export function kernelOf(
  caller: string,
  options: KernelOptions,
  x: Float64Array,
  D: number,
): { kernel: FlatKernel; gamma: number } {
  const { kernel: choice = "rbf", gamma: g = "scale", degree = 3, coef0 = 0 } = options;
  requireNumber(caller, "degree", degree, { min: 1, integer: true });
  requireNumber(caller, "coef0", coef0);
  if (typeof choice === "function") {
    const row = (a: Float64Array, n: number) => Array.from(a.subarray(n * D, (n + 1) * D));
    const kernel: FlatKernel = (a, n, b, m) => {
      const value: unknown = choice(row(a, n), row(b, m));
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw new TypeError(`${caller}: kernel must return a number, got ${describeValue(value)}`);
    };
    return { kernel, gamma: Number.NaN };
  }
  requireOneOf(caller, "kernel", choice, ["linear", "rbf", "poly"]);
  if (choice === "linear") {
    return { kernel: (a, n, b, m) => inner(a, n * D, b, m * D, D), gamma: Number.NaN };
  }
  const gamma = gammaOf(caller, g, x, D);
  if (choice === "rbf") {
    const kernel: FlatKernel = (a, n, b, m) =>
      Math.exp(-gamma * squaredDistance(a, n * D, b, m * D, D));
    return { kernel, gamma };
  }
  const kernel: FlatKernel = (a, n, b, m) =>
    (gamma * inner(a, n * D, b, m * D, D) + coef0) ** degree;
  return { kernel, gamma };
}
