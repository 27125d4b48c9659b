import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-node";
import type { DataFrame, Series } from "danfojs-node";
import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../core";
import { tensorflow } from "./engines";
import { isFrame, isSeries, partsOf } from "./frames/frame";
import { toMatrix, toVector } from "./toMatrix";

/** Options of `toTensor`. */
export interface ToTensorOptions {
  /** Default "float32". */
  dtype?: "float32" | "int32";
}

/** What a tensor cannot hold, and what it would make of it. */
const BEYOND = {
  /** It would be rounded or wrapped. */
  int32: { is: (v: number) => (v | 0) !== v, must: "whole numbers in [-2^31, 2^31)" },
  /** It would become infinite. */
  float32: {
    is: (v: number) => Number.isFinite(v) && !Number.isFinite(Math.fround(v)),
    must: "numbers of magnitude below 3.4e38",
  },
};

function requireFit(rows: readonly ReadonlyVector[], dtype: keyof typeof BEYOND): void {
  const { is, must } = BEYOND[dtype];
  for (const row of rows) {
    const wrong = row.find(is);
    if (wrong !== undefined) {
      throw new RangeError(
        `toTensor: source must hold ${must} for dtype "${dtype}", got ${describeValue(wrong)}`,
      );
    }
  }
}

/**
 * A tfjs tensor of a vector, matrix, DataFrame or Series. Whoever makes it disposes of it, or works
 * inside `tf.tidy`.
 *
 * It holds float32, seven digits of each number: 16777217 is rounded to 16777216, 3·10⁹ is exact. With
 * `dtype: "int32"` whole numbers below 2³¹ are exact. tfjs has no float64.
 *
 * @param x - Vector, matrix A, Series or DataFrame.
 * @returns A tensor of the shape of x.
 * @throws TypeError for anything else; RangeError for a ragged matrix, or for a number that a tensor
 * of that dtype cannot hold: not whole, or beyond its range (NaN and ±Infinity stay what they are in float32).
 * O(entries).
 * @example
 * data.toTensor([[1, 2, 3], [4, 5, 6]]).shape // => [2, 3]
 * data.toTensor([16777217], { dtype: "int32" }).arraySync() // => [16777217]
 */
export function toTensor(x: ReadonlyVector | Series, options?: ToTensorOptions): Tensor1D;
export function toTensor(A: ReadonlyMatrix | DataFrame, options?: ToTensorOptions): Tensor2D;
export function toTensor(
  source: ReadonlyVector | ReadonlyMatrix | DataFrame | Series,
  options: ToTensorOptions = {},
): Tensor1D | Tensor2D {
  requireOptions("toTensor", options, ["dtype"]);
  const { dtype = "float32" } = options;
  requireOneOf("toTensor", "dtype", dtype, ["float32", "int32"]);
  const ofRows = (A: ReadonlyMatrix, shape: [number, number]): Tensor2D => {
    requireFit(A, dtype);
    return tensorflow().tensor2d(A as number[][], shape, dtype);
  };
  if (isFrame(source)) {
    const { rows, names } = partsOf("toTensor", source);
    return ofRows(toMatrix(source), [rows, names.length]);
  }
  if (Array.isArray(source) && Array.isArray(source[0])) {
    const A = requireMatrix("toTensor", "source", source, { allowNonFinite: true });
    return ofRows(A, [A.length, A[0].length]);
  }
  const x = isSeries(source)
    ? toVector(source)
    : requireVector("toTensor", "source", source, { allowNonFinite: true });
  requireFit([x], dtype);
  return tensorflow().tensor1d(x, dtype);
}
