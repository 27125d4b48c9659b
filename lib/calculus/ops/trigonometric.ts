import { unary } from "../tracking/operand";
import type { Op, Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { add, neg, sub } from "./add";
import { div, mul } from "./arithmetic";
import { sqrt } from "./elementary";
import { elementwise } from "./rules/elementwise";

/** Circular and hyperbolic functions, and inverses, entry by entry. */

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

const rootOfOneMinusSquare = (x: Val) => sqrt(mul(sub(1, x), add(1, x)));
const asinOp: Op = elementwise(
  "asin",
  Math.asin,
  { ofX: (x) => div(1, rootOfOneMinusSquare(x)) },
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
  { ofX: (x) => div(-1, rootOfOneMinusSquare(x)) },
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
