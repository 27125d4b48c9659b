import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  type Vector,
} from "../../core";
import { flatten } from "../flat";
import { requireSamples } from "../guards";

/** Pairs of rows, (left[t], right[t]), of x and z in flat storage of D columns. */
export interface Pairs {
  x: Float64Array;
  z: Float64Array;
  D: number;
  left: Int32Array;
  right: Int32Array;
}

/** A positive parameter of a kernel. */
export interface KernelParameter {
  /** Name, such as `lengthScale`, or `lengthScale[2]` where there is one for each column. */
  name: string;
  value: number;
  /** Whether fitting leaves it as it is. */
  fixed: boolean;
}

/**
 * Fills `K` with the kernel of each pair, for the given values of the parameters, and `dK[p]`, where
 * it is asked for, with the derivative by the logarithm of parameter p.
 */
export type BoundKernel = (values: ReadonlyVector, K: Float64Array, dK?: Float64Array[]) => void;

/** A covariance function k(x, z) of a Gaussian process. */
export interface Kernel {
  readonly name: string;
  readonly parameters: readonly KernelParameter[];
  /** The kernel matrix k(x_n, z_m), N×M; of X with itself where Z is left out. */
  matrix(X: ReadonlyMatrix, Z?: ReadonlyMatrix): Matrix;
  /** The same kernel with other values of its parameters, in their order. */
  with(values: ReadonlyVector): Kernel;
  /** For fitting: does once what depends on the data alone. */
  bind(pairs: Pairs): BoundKernel;
}

/** All pairs of a row of X (N rows) and a row of Z (M rows). */
export function allPairs(X: ReadonlyMatrix, Z: ReadonlyMatrix): Pairs {
  const [N, M] = [X.length, Z.length];
  const left = new Int32Array(N * M);
  const right = new Int32Array(N * M);
  for (let t = 0; t < N * M; t++) {
    left[t] = Math.floor(t / M);
    right[t] = t % M;
  }
  return { x: flatten(X), z: flatten(Z), D: X[0].length, left, right };
}

/** Pairs (i, j) of rows of X with j ≤ i: the lower triangle, row by row. */
export function ownPairs(X: ReadonlyMatrix): Pairs {
  const N = X.length;
  const left = new Int32Array((N * (N + 1)) / 2);
  const right = new Int32Array(left.length);
  for (let i = 0, t = 0; i < N; i++) {
    for (let j = 0; j <= i; j++, t++) {
      left[t] = i;
      right[t] = j;
    }
  }
  const x = flatten(X);
  return { x, z: x, D: X[0].length, left, right };
}

/** k(x_n, x_n) for each row of X. */
export function kernelDiagonal(kernel: Kernel, X: ReadonlyMatrix): Float64Array {
  const rows = Int32Array.from(X, (_, n) => n);
  const x = flatten(X);
  const D = X.length === 0 ? 0 : X[0].length;
  const K = new Float64Array(X.length);
  kernel.bind({ x, z: x, D, left: rows, right: rows })(
    kernel.parameters.map(({ value }) => value),
    K,
  );
  return K;
}

/** A kernel from its parameters and what it does with pairs. */
export function makeKernel(
  name: string,
  parameters: readonly KernelParameter[],
  bind: (pairs: Pairs) => BoundKernel,
): Kernel {
  const caller = `${name}Kernel`;
  return {
    name,
    parameters,
    bind,
    matrix: (X, Z = X) => {
      const A = requireSamples(`${caller}.matrix`, "X", X);
      const shape = { cols: A[0].length, colsOf: "columns of X" };
      const B = requireSamples(`${caller}.matrix`, "Z", Z, shape);
      const pairs = allPairs(A, B);
      const K = new Float64Array(pairs.left.length);
      bind(pairs)(
        parameters.map(({ value }) => value),
        K,
      );
      return A.map((_, n) => Array.from(K.subarray(n * B.length, (n + 1) * B.length)));
    },
    with: (values) =>
      makeKernel(
        name,
        parameters.map((p, i) => ({ ...p, value: values[i] })),
        bind,
      ),
  };
}

/** Checks the options of a kernel and makes its parameters, in the order of `defaults`. */
export function parametersOf(
  caller: string,
  options: object,
  defaults: Readonly<Record<string, number>>,
  others: readonly string[] = [],
): KernelParameter[] {
  const names = Object.keys(defaults);
  const given = options as Record<string, unknown>;
  requireOptions(caller, given, [...names, ...others, "fixed"]);
  const fixed = (given.fixed ?? []) as readonly string[];
  if (!Array.isArray(fixed) || fixed.some((name) => !names.includes(name))) {
    throw new RangeError(
      `${caller}: fixed must be a list of names from ${names.join(", ")}, got ${JSON.stringify(fixed)}`,
    );
  }
  return names.flatMap((name) => {
    const value = given[name] ?? defaults[name];
    const isFixed = fixed.includes(name);
    if (!Array.isArray(value)) {
      requireNumber(caller, name, value, { above: 0 });
      return [{ name, value: value as number, fixed: isFixed }];
    }
    return (value as Vector).map((v, j) => {
      requireNumber(caller, `${name}[${j}]`, v, { above: 0 });
      return { name: `${name}[${j}]`, value: v, fixed: isFixed };
    });
  });
}
