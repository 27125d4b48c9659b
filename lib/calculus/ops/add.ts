import { map, zip } from "../kernels/entries";
import { binary, unary } from "../tracking/operand";
import { type Op, shapeOf } from "../tracking/tracked";
import type { Broadcast, Elementwise, Operand } from "../tracking/types";
import { linear, sumTo } from "./rules/linear";

const addOp: Op = linear(
  "add",
  ([a, b]) => zip("add", a, b, (p, q) => p + q),
  (i, g, args) => sumTo(g, shapeOf(args[i])),
);

const subOp: Op = linear(
  "sub",
  ([a, b]) => zip("sub", a, b, (p, q) => p - q),
  (i, g, args) => sumTo(i === 0 ? g : neg(g), shapeOf(args[i])),
);

const negOp: Op = linear(
  "neg",
  ([x]) => map("neg", x, (v) => -v, "a number"),
  (_i, g) => neg(g),
);

/**
 * The sum a + b, entry by entry. Shapes agree as in NumPy: aligned at the last axis, a number or an
 * axis of length 1 stretches.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.add([[1, 2], [3, 4]], [10, 20]) // => [[11, 22], [13, 24]]
 * calculus.grad(([x, y]) => calculus.add(x, y))([1, 2]) // => [1, 1]
 */
export function add<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(addOp, a, b);
}

/**
 * The difference a − b, entry by entry; shapes agree as in `add`.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.sub([1, 2], 3) // => [-2, -1]
 */
export function sub<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(subOp, a, b);
}

/**
 * The negative −x, entry by entry.
 *
 * @example
 * calculus.neg([1, -2]) // => [-1, 2]
 */
export function neg<T extends Operand>(x: T): Elementwise<T> {
  return unary(negOp, x);
}
