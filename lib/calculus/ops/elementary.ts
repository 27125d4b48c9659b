import { unary } from "../operand";
import type { Op, Val } from "../tracked";
import type { Elementwise, Operand } from "../types";
import { add, neg, sub } from "./add";
import { div, mul } from "./arithmetic";
import { elementwise } from "./elementwise";

/**
 * The elementary functions, entry by entry. Each is its value and its derivative; reverse mode,
 * forward mode and power series follow from these two.
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

const sinOp: Op = elementwise("sin", Math.sin, { ofX: (x) => cos(x) }, "finite");

/**
 * The sine, entry by entry. Derivative cos x.
 *
 * @example
 * calculus.grad((x) => calculus.sin(x))(0) // => 1
 */
export function sin<T extends Operand>(x: T): Elementwise<T> {
  return unary(sinOp, x);
}

const cosOp: Op = elementwise("cos", Math.cos, { ofX: (x) => neg(sin(x)) }, "finite");

/**
 * The cosine, entry by entry. Derivative −sin x.
 *
 * @example
 * calculus.grad((x) => calculus.cos(x))(Math.PI / 2) // => -1
 */
export function cos<T extends Operand>(x: T): Elementwise<T> {
  return unary(cosOp, x);
}

const tanOp: Op = elementwise("tan", Math.tan, { ofY: (y) => add(1, mul(y, y)) }, "finite");

/**
 * The tangent, entry by entry. Derivative 1 + tan²x.
 *
 * @example
 * calculus.grad((x) => calculus.tan(x))(Math.PI / 4) // => 2
 */
export function tan<T extends Operand>(x: T): Elementwise<T> {
  return unary(tanOp, x);
}

const ROOT_OF_1_MINUS = (x: Val) => sqrt(mul(sub(1, x), add(1, x)));
const asinOp: Op = elementwise(
  "asin",
  Math.asin,
  { ofX: (x) => div(1, ROOT_OF_1_MINUS(x)) },
  "in [-1, 1]",
);

/**
 * The angle in [−π/2, π/2] whose sine is x, entry by entry. Derivative 1/√(1 − x²), ∞ at ±1.
 *
 * @throws RangeError if an entry is outside [−1, 1].
 * @example
 * calculus.asin(1) // => Math.PI / 2
 */
export function asin<T extends Operand>(x: T): Elementwise<T> {
  return unary(asinOp, x);
}

const acosOp: Op = elementwise(
  "acos",
  Math.acos,
  { ofX: (x) => div(-1, ROOT_OF_1_MINUS(x)) },
  "in [-1, 1]",
);

/**
 * The angle in [0, π] whose cosine is x, entry by entry. Derivative −1/√(1 − x²), −∞ at ±1.
 *
 * @throws RangeError if an entry is outside [−1, 1].
 * @example
 * calculus.acos(-1) // => Math.PI
 */
export function acos<T extends Operand>(x: T): Elementwise<T> {
  return unary(acosOp, x);
}

const atanOp: Op = elementwise("atan", Math.atan, { ofX: (x) => div(1, add(1, mul(x, x))) });

/**
 * The angle in (−π/2, π/2) whose tangent is x, entry by entry. Derivative 1/(1 + x²).
 *
 * @example
 * calculus.atan(1) // => Math.PI / 4
 */
export function atan<T extends Operand>(x: T): Elementwise<T> {
  return unary(atanOp, x);
}

const sinhOp: Op = elementwise("sinh", Math.sinh, { ofX: (x) => cosh(x) });

/**
 * The hyperbolic sine (eˣ − e⁻ˣ)/2, entry by entry. Derivative cosh x.
 *
 * @example
 * calculus.grad((x) => calculus.sinh(x))(0) // => 1
 */
export function sinh<T extends Operand>(x: T): Elementwise<T> {
  return unary(sinhOp, x);
}

const coshOp: Op = elementwise("cosh", Math.cosh, { ofX: (x) => sinh(x) });

/**
 * The hyperbolic cosine (eˣ + e⁻ˣ)/2, entry by entry. Derivative sinh x.
 *
 * @example
 * calculus.cosh(0) // => 1
 */
export function cosh<T extends Operand>(x: T): Elementwise<T> {
  return unary(coshOp, x);
}
