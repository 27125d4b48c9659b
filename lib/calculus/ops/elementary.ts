import { unary } from "../tracking/operand";
import type { Op } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { add } from "./add";
import { div } from "./arithmetic";
import { elementwise } from "./rules/elementwise";

/**
 * Exponentials, logarithms and the square root, entry by entry. Each is its value and its derivative;
 * reverse mode, forward mode and power series follow from these two.
 */

const expOp: Op = elementwise("exp", Math.exp, { ofY: (y) => y });

/**
 * eˣ, entry by entry. Derivative eˣ.
 *
 * @example
 * calculus.exp([0, 1]) // => [1, Math.E]
 * calculus.grad((x) => calculus.exp(x))(0) // => 1
 */
export function exp<T extends Operand>(x: T): Elementwise<T> {
  return unary(expOp, x);
}

const expm1Op: Op = elementwise("expm1", Math.expm1, { ofX: (x) => exp(x) });

/**
 * eˣ − 1, entry by entry, exact to rounding for small x too. Derivative eˣ.
 *
 * @example
 * calculus.expm1(1e-20) // => 1e-20
 */
export function expm1<T extends Operand>(x: T): Elementwise<T> {
  return unary(expm1Op, x);
}

const logOp: Op = elementwise("log", Math.log, { ofX: (x) => div(1, x) }, "≥ 0");

/**
 * The natural logarithm, entry by entry. Derivative 1/x; log 0 = −∞.
 *
 * @throws RangeError if an entry is negative.
 * @example
 * calculus.log(Math.E) // => 1
 * calculus.grad((x) => calculus.log(x))(4) // => 0.25
 */
export function log<T extends Operand>(x: T): Elementwise<T> {
  return unary(logOp, x);
}

const log1pOp: Op = elementwise("log1p", Math.log1p, { ofX: (x) => div(1, add(1, x)) }, "≥ -1");

/**
 * log(1 + x), entry by entry, exact to rounding for small x too. Derivative 1/(1 + x).
 *
 * @throws RangeError if an entry is less than −1.
 * @example
 * calculus.log1p(1e-20) // => 1e-20
 */
export function log1p<T extends Operand>(x: T): Elementwise<T> {
  return unary(log1pOp, x);
}

const sqrtOp: Op = elementwise("sqrt", Math.sqrt, { ofY: (y) => div(0.5, y) }, "≥ 0");

/**
 * The square root, entry by entry. Derivative 1/(2√x), which is ∞ at 0.
 *
 * @throws RangeError if an entry is negative.
 * @example
 * calculus.sqrt([4, 9]) // => [2, 3]
 * calculus.grad((x) => calculus.sqrt(x))(0) // => Infinity
 */
export function sqrt<T extends Operand>(x: T): Elementwise<T> {
  return unary(sqrtOp, x);
}
