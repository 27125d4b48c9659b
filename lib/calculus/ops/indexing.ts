import { describeValue, type ReadonlyVector, requireNumber, requireOptions } from "../../core";
import { compute } from "../tracking/operand";
import { shapeOf, type Val } from "../tracking/tracked";
import type { Elementwise, Operand, Reduced, Result } from "../tracking/types";
import { taken } from "./rules/linear";

/** Asserts that an index points into an axis of length n; −1 means the last place. */
function place(caller: string, name: string, index: unknown, n: number): number {
  if (n === 0) throw new RangeError(`${caller}: x must not be empty`);
  const k = requireNumber(caller, name, index, { integer: true, min: -n, max: n - 1 });
  return k < 0 ? k + n : k;
}

/** The shape of x, which must be a vector or a matrix. */
function axes(caller: string, x: Val): ReadonlyVector {
  const shape = shapeOf(x);
  if (shape.length > 0) return shape;
  throw new RangeError(`${caller}: x must be a vector or a matrix, got a number`);
}

/** The rows (or entries of a vector) of x at the given places, or the columns for axis 1. */
function takeAlong(x: Val, places: ReadonlyVector, axis: number): Val {
  const [m, n = 1] = shapeOf(x);
  const count = places.length;
  if (shapeOf(x).length === 1) return taken(x, Int32Array.from(places), [count]);
  if (axis === 0) {
    const at = (_: unknown, k: number) => places[Math.floor(k / n)] * n + (k % n);
    return taken(x, Int32Array.from({ length: count * n }, at), [count, n]);
  }
  const at = (_: unknown, k: number) => Math.floor(k / count) * n + places[k % count];
  return taken(x, Int32Array.from({ length: m * count }, at), [m, count]);
}

/**
 * Entry i of a vector; row i of a matrix; entry (i, j) of a matrix. Counted from 0, and from the end
 * if negative: −1 is the last.
 *
 * @throws RangeError if x has no such place.
 * @example
 * calculus.at([10, 20, 30], -1) // => 30
 * calculus.at([[1, 2], [3, 4]], 1, 0) // => 3
 * calculus.grad((x) => calculus.at(x, 1))([5, 6]) // => [0, 1]
 */
export function at<T extends Operand>(x: T, i: number): Result<T, 0, "entry">;
export function at<T extends Operand>(x: T, i: number, j: number): Reduced<T>;
export function at(x: Operand, i: number, j?: number): unknown {
  return compute("at", ["x"], [x], (v) => {
    const [m, n] = axes("at", v);
    const row = place("at", "i", i, m);
    if (n === undefined) {
      if (j !== undefined) throw new RangeError("at: a vector takes one index, got two");
      return taken(v, Int32Array.of(row), []);
    }
    if (j === undefined) {
      return taken(
        v,
        Int32Array.from({ length: n }, (_, k) => row * n + k),
        [n],
      );
    }
    return taken(v, Int32Array.of(row * n + place("at", "j", j, n)), []);
  });
}

/** Options of `slice` and `take`. */
export interface SliceOptions {
  /** 0: entries of a vector or rows of a matrix; 1: columns of a matrix. Default 0. */
  axis?: 0 | 1;
}

function axisOf(caller: string, x: Val, options: SliceOptions): number {
  const { axis = 0 } = requireOptions(caller, options, ["axis"]);
  return requireNumber(caller, "axis", axis, {
    integer: true,
    min: 0,
    max: axes(caller, x).length - 1,
  });
}

/**
 * Entries start, …, end − 1 of a vector, such rows of a matrix, or its columns with `{ axis: 1 }`.
 *
 * @throws RangeError unless 0 ≤ start ≤ end ≤ length.
 * @example
 * calculus.slice([10, 20, 30, 40], 1, 3) // => [20, 30]
 * calculus.slice([[1, 2, 3], [4, 5, 6]], 0, 2, { axis: 1 }) // => [[1, 2], [4, 5]]
 */
export function slice<T extends Operand>(
  x: T,
  start: number,
  end: number,
  options: SliceOptions = {},
): Elementwise<T> {
  return compute("slice", ["x"], [x], (v) => {
    const axis = axisOf("slice", v, options);
    requireNumber("slice", "end", end, { integer: true, min: 0, max: shapeOf(v)[axis] });
    requireNumber("slice", "start", start, { integer: true, min: 0, max: end });
    return takeAlong(
      v,
      Array.from({ length: end - start }, (_, k) => start + k),
      axis,
    );
  });
}

/**
 * The entries of a vector at the given places, such rows of a matrix, or its columns with
 * `{ axis: 1 }`, in that order and as often as they are named.
 *
 * @throws TypeError if `indices` is not an array; RangeError if x has no such place.
 * @example
 * calculus.take([10, 20, 30], [2, 0, 0]) // => [30, 10, 10]
 * calculus.grad((x) => calculus.take(x, [2, 0, 0]).sum())([1, 1, 1]) // => [2, 0, 1]
 */
export function take<T extends Operand>(
  x: T,
  indices: ReadonlyVector,
  options: SliceOptions = {},
): Elementwise<T> {
  if (!Array.isArray(indices)) {
    throw new TypeError(`take: indices must be an array, got ${describeValue(indices)}`);
  }
  return compute("take", ["x"], [x], (v) => {
    const axis = axisOf("take", v, options);
    const n = shapeOf(v)[axis];
    return takeAlong(
      v,
      indices.map((index, k) => place("take", `indices[${k}]`, index, n)),
      axis,
    );
  });
}
