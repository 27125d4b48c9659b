import { describeValue, requireNumber, requireOptions } from "../../core";
import { compute, lift } from "../operand";
import { describeShape, sizeOf, Tensor, toPlain } from "../tensor";
import { shapeOf, type Val } from "../tracked";
import type { Elementwise, Operand, Reduced, Result } from "../types";
import { joined, reshaped, stacked, taken, transposed } from "./linear";

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
export function requireRank(caller: string, name: string, x: Val, rank: 1 | 2): readonly number[] {
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
export function reshape<T extends Operand>(x: T, shape: readonly number[]): Result<T, 0, "any">;
export function reshape(x: Operand, shape: readonly number[]): unknown {
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

/** Several parts taken in, the common work of `stack` and `concat`. */
function parts<R>(caller: string, items: readonly Operand[], join: (parts: Val[]) => Val): R {
  if (!Array.isArray(items) || items.length === 0) {
    throw new TypeError(
      `${caller}: parts must be an array with at least 1 entry, got ${describeValue(items)}`,
    );
  }
  const y = join(items.map((item, k) => lift(caller, `parts[${k}]`, item)));
  return (y instanceof Tensor ? toPlain(y) : y) as R;
}

/**
 * Numbers to a vector, or vectors of equal length to the rows of a matrix.
 *
 * @throws RangeError if the shapes differ.
 * @example
 * calculus.stack([[1, 2], [3, 4]]) // => [[1, 2], [3, 4]]
 * calculus.grad(([x, y]) => calculus.stack([x, y, x]).sum())([1, 1]) // => [2, 1]
 */
export function stack<T extends Operand>(items: readonly T[]): Elementwise<T[]> {
  return parts("stack", items, (values) => {
    const first = shapeOf(values[0]);
    values.forEach((v, k) => {
      const shape = shapeOf(v);
      if (shape.length > 1 || shape.length !== first.length || shape[0] !== first[0]) {
        throw new RangeError(
          `stack: parts must be numbers or vectors of equal length, parts[0] is ${describeShape(first)} and parts[${k}] is ${describeShape(shape)}`,
        );
      }
    });
    return stacked(values);
  });
}

/** Options of `concat`. */
export interface ConcatOptions {
  /** 0: one under the other; 1: matrices side by side. Default 0. */
  axis?: 0 | 1;
}

/**
 * Vectors one after the other, or matrices one under the other, or side by side with `{ axis: 1 }`.
 *
 * @throws RangeError if the shapes do not fit together.
 * @example
 * calculus.concat([[1, 2], [3]]) // => [1, 2, 3]
 * calculus.concat([[[1], [2]], [[3], [4]]], { axis: 1 }) // => [[1, 3], [2, 4]]
 */
export function concat<T extends Operand>(
  items: readonly T[],
  options: ConcatOptions = {},
): Elementwise<T> {
  const { axis = 0 } = requireOptions("concat", options, ["axis"]);
  return parts("concat", items, (values) => {
    const shapes = values.map(shapeOf);
    const rank = shapes[0].length;
    requireNumber("concat", "axis", axis, { integer: true, min: 0, max: Math.max(rank - 1, 0) });
    shapes.forEach((shape, k) => {
      const fits = shape.every((n, d) => d === axis || n === shapes[0][d]);
      if (rank === 0 || shape.length !== rank || !fits) {
        throw new RangeError(
          `concat: parts must be vectors, or matrices that agree but for axis ${axis}, parts[0] is ${describeShape(shapes[0])} and parts[${k}] is ${describeShape(shape)}`,
        );
      }
    });
    const length = shapes.reduce((sum, shape) => sum + shape[axis], 0);
    const shape = shapes[0].map((n, d) => (d === axis ? length : n));
    const width = shape[1] ?? 1;
    let offset = 0;
    const positions = shapes.map((own) => {
      const start = axis === 1 ? offset : offset * width;
      const n = own[1] ?? 1;
      offset += own[axis];
      return Int32Array.from(
        { length: sizeOf(own) },
        (_, k) => start + Math.floor(k / n) * width + (k % n),
      );
    });
    return joined(values, positions, shape);
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
    const n = Math.min(...shape);
    const positions = Int32Array.from({ length: n }, (_, k) => k * ((shape[1] ?? n) + 1));
    return shape.length === 2 ? taken(v, positions, [n]) : joined([v], [positions], [n, n]);
  });
}
