import { map, zip } from "../kernels/entries";
import { binary, unary } from "../tracking/operand";
import type { Raw } from "../tracking/tensor";
import type { Broadcast, Elementwise, Operand } from "../tracking/types";
import { piecewiseLinear } from "./rules/piecewiseLinear";

const atZero = ([x]: readonly Raw[]) => map("abs", x, (v) => (v === 0 ? 1 : 0), "a number");

const absOp = piecewiseLinear(
  "abs",
  ([x]) => map("abs", x, Math.abs, "a number"),
  (_i, [x]) => map("abs", x, Math.sign, "a number"),
  atZero,
);

/**
 * The absolute value |x|, entry by entry. Derivative sign x, by convention 0 at 0.
 *
 * @example
 * calculus.abs([-3, 4]) // => [3, 4]
 * calculus.grad((x) => calculus.abs(x))(0) // => 0
 */
export function abs<T extends Operand>(x: T): Elementwise<T> {
  return unary(absOp, x);
}

const reluOp = piecewiseLinear(
  "relu",
  ([x]) => map("relu", x, (v) => Math.max(v, 0), "a number"),
  (_i, [x]) => map("relu", x, (v) => (v > 0 ? 1 : 0), "a number"),
  atZero,
);

/**
 * The rectifier max(x, 0), entry by entry. Derivative 1 where x > 0, else 0, by convention at 0 too.
 *
 * @example
 * calculus.relu([-3, 4]) // => [0, 4]
 * calculus.grad((x) => calculus.relu(x))(0) // => 0
 */
export function relu<T extends Operand>(x: T): Elementwise<T> {
  return unary(reluOp, x);
}

/** 1 for the argument that is chosen, 0 for the other, ½ for each at a tie. */
const choice = (i: number, a: Raw, b: Raw, sign: number): Raw =>
  zip("maximum", a, b, (p, q) => (p === q ? 0.5 : sign * (p - q) > 0 === (i === 0) ? 1 : 0));

const atTie = (_args: readonly Raw[], slope: Raw) =>
  map("maximum", slope, (s) => (s === 0.5 ? 1 : 0), "a number");

const maximumOp = piecewiseLinear(
  "maximum",
  ([a, b]) => zip("maximum", a, b, Math.max),
  (i, [a, b]) => choice(i, a, b, 1),
  atTie,
);

/**
 * The larger of a and b, entry by entry; shapes agree as in `add`. The derivative goes to the larger,
 * by convention half to each at a tie. For the largest entry of one array see `max`.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.maximum([1, 5], [4, 2]) // => [4, 5]
 * calculus.grad(([x, y]) => calculus.maximum(x, y))([3, 3]) // => [0.5, 0.5]
 */
export function maximum<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(maximumOp, a, b);
}

const minimumOp = piecewiseLinear(
  "minimum",
  ([a, b]) => zip("minimum", a, b, Math.min),
  (i, [a, b]) => choice(i, a, b, -1),
  atTie,
);

/**
 * The smaller of a and b, entry by entry; shapes agree as in `add`. The derivative goes to the
 * smaller, by convention half to each at a tie.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.minimum([1, 5], [4, 2]) // => [1, 2]
 */
export function minimum<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(minimumOp, a, b);
}
