import { describeValue, requireNumber, requireOptions } from "../../core";
import { compute } from "../tracking/operand";
import { describeShape, sizeOf } from "../tracking/tensor";
import { shapeOf } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { joined } from "./rules/linear";

/** Asserts that there is something to put together. */
function requireParts(caller: string, items: unknown): void {
  if (Array.isArray(items) && items.length > 0) return;
  throw new TypeError(
    `${caller}: parts must be an array with at least 1 entry, got ${describeValue(items)}`,
  );
}

/**
 * Numbers to a vector, or vectors of equal length to the rows of a matrix. (Where an operand is
 * expected an array of tracked values will do: it is stacked.)
 *
 * @throws RangeError if the shapes differ.
 * @example
 * calculus.stack([[1, 2], [3, 4]]) // => [[1, 2], [3, 4]]
 * calculus.grad(([x, y]) => calculus.stack([x, y, x]).sum())([1, 1]) // => [2, 1]
 */
export function stack<T extends Operand>(items: readonly T[]): Elementwise<T[]> {
  requireParts("stack", items);
  return compute("stack", ["parts"], [items], (v) => v);
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
  requireParts("concat", items);
  const parts = items.map((_, k) => `parts[${k}]`);
  return compute("concat", parts, items, (...values) => {
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
