import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  type Vector,
} from "../../core";
import { type Dense, unpack } from "../../linalg/flat";
import { packSamples } from "../guards";

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
export function allPairs(X: Dense, Z: Dense): Pairs {
  const [N, M] = [X.rows, Z.rows];
  const left = new Int32Array(N * M);
  const right = new Int32Array(N * M);
  for (let t = 0; t < N * M; t++) {
    left[t] = Math.floor(t / M);
    right[t] = t % M;
  }
  return { x: X.data, z: Z.data, D: X.cols, left, right };
}

/** Pairs (i, j) of rows of X with j ≤ i: the lower triangle, row by row. */
export function ownPairs(X: Dense): Pairs {
  const N = X.rows;
  const left = new Int32Array((N * (N + 1)) / 2);
  const right = new Int32Array(left.length);
  for (let i = 0, t = 0; i < N; i++) {
    for (let j = 0; j <= i; j++, t++) {
      left[t] = i;
      right[t] = j;
    }
  }
  return { x: X.data, z: X.data, D: X.cols, left, right };
}

/** The kernel matrix of the rows of X with those of Z, N×M. */
export function kernelMatrix(kernel: Kernel, X: Dense, Z: Dense): Dense {
  const K = new Float64Array(X.rows * Z.rows);
  const values = kernel.parameters.map(({ value }) => value);
  kernel.bind(allPairs(X, Z))(values, K);
  return { data: K, rows: X.rows, cols: Z.rows };
}

/** k(x_n, x_n) for each row of X. */
export function kernelDiagonal(kernel: Kernel, X: Dense): Float64Array {
  const rows = Int32Array.from({ length: X.rows }, (_, n) => n);
  const K = new Float64Array(X.rows);
  const values = kernel.parameters.map(({ value }) => value);
  kernel.bind({ x: X.data, z: X.data, D: X.cols, left: rows, right: rows })(values, K);
  return K;
}

/** A kernel from its parameters and what it does with pairs. */
export function makeKernel(
  name: string,
  parameters: readonly KernelParameter[],
  bind: (pairs: Pairs) => BoundKernel,
): Kernel {
  const caller = `${name}Kernel`;
  const kernel: Kernel = {
    name,
    parameters,
    bind,
    matrix: (X, Z) => {
      const A = packSamples(`${caller}.matrix`, "X", X);
      if (Z === undefined) return unpack(kernelMatrix(kernel, A, A));
      const shape = { cols: A.cols, colsOf: "columns of X" };
      return unpack(kernelMatrix(kernel, A, packSamples(`${caller}.matrix`, "Z", Z, shape)));
    },
    with: (values) =>
      makeKernel(
        name,
        parameters.map((p, i) => ({ ...p, value: values[i] })),
        bind,
      ),
  };
  return kernel;
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
