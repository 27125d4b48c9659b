import { describeValue, minOf, type ReadonlyVector, requireNumber } from "../../core";
import { compute } from "../tracking/operand";
import { describeShape, sizeOf } from "../tracking/tensor";
import { shapeOf, type Val } from "../tracking/tracked";
import type { Elementwise, Operand, Reduced, Result } from "../tracking/types";
import { joined, reshaped, taken, transposed } from "./rules/linear";

/**
 * The transpose of a matrix.
 *
 * @throws RangeError if x is not a matrix. (A vector here is neither row nor column.)
 * @example
 * calculus.transpose([[1, 2], [3, 4]]) // => [[1, 3], [2, 4]]
 */
export function transpose<T extends Operand>(x: T): Elementwise<T> {
  return compute("transpose", ["x"], [x], (v) => {
    requireRank("transpose", "x", v, 2);
    return transposed(v);
  });
}

/** Asserts that a value is a vector (rank 1) or a matrix (rank 2). */
export function requireRank(caller: string, name: string, x: Val, rank: 1 | 2): ReadonlyVector {
  const shape = shapeOf(x);
  if (shape.length === rank) return shape;
  const kind = rank === 1 ? "vector" : "matrix";
  throw new RangeError(`${caller}: ${name} must be a ${kind}, got ${describeShape(shape)}`);
}

/**
 * The same entries, read row by row, in another shape: [] a number, [n] a vector, [m, n] a matrix.
 *
 * @throws RangeError if the shape holds another number of entries.
 * @example
 * calculus.reshape([1, 2, 3, 4], [2, 2]) // => [[1, 2], [3, 4]]
 */
export function reshape<T extends Operand>(x: T, shape: readonly []): Reduced<T>;
export function reshape<T extends Operand>(x: T, shape: readonly [number]): Result<T, 0, "vector">;
export function reshape<T extends Operand>(
  x: T,
  shape: readonly [number, number],
): Result<T, 0, "matrix">;
export function reshape<T extends Operand>(x: T, shape: ReadonlyVector): Result<T, 0, "any">;
export function reshape(x: Operand, shape: ReadonlyVector): unknown {
  if (!Array.isArray(shape) || shape.length > 2) {
    throw new TypeError(
      `reshape: shape must be an array of at most 2 lengths, got ${describeValue(shape)}`,
    );
  }
  shape.forEach((n, k) => {
    requireNumber("reshape", `shape[${k}]`, n, { integer: true, min: 0 });
  });
  return compute("reshape", ["x"], [x], (v) => {
    const from = shapeOf(v);
    if (sizeOf(from) !== sizeOf(shape)) {
      throw new RangeError(
        `reshape: shape must hold ${sizeOf(from)} entries as ${describeShape(from)} does, got [${shape}]`,
      );
    }
    return reshaped(v, shape);
  });
}

/**
 * The diagonal of a matrix as a vector, or the diagonal matrix of a vector.
 *
 * @throws RangeError if x is a number.
 * @example
 * calculus.diag([[1, 2], [3, 4]]) // => [1, 4]
 * calculus.diag([1, 2]) // => [[1, 0], [0, 2]]
 */
export function diag<T extends Operand>(x: T): Result<T, 0, "diagonal"> {
  return compute("diag", ["x"], [x], (v) => {
    const shape = shapeOf(v);
    if (shape.length === 0) {
      throw new RangeError("diag: x must be a vector or a matrix, got a number");
    }
    const n = minOf(shape);
    const positions = Int32Array.from({ length: n }, (_, k) => k * ((shape[1] ?? n) + 1));
    return shape.length === 2 ? taken(v, positions, [n]) : joined([v], [positions], [n, n]);
  });
}
