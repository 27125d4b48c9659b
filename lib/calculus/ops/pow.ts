import { zip } from "../kernels/entries";
import { onSeries } from "../tracking/jet";
import { binary } from "../tracking/operand";
import { apply, type Op, shapeOf, type Val } from "../tracking/tracked";
import type { Broadcast, Operand } from "../tracking/types";
import { add, sub } from "./add";
import { mul } from "./arithmetic";
import { exp, log } from "./elementary";
import { total } from "./rules/bilinear";
import { chainSeries } from "./rules/elementwise";
import { constantFrom, sumTo } from "./rules/linear";

/** ∂xᵖ/∂x = p·xᵖ⁻¹; where p = 0 it is 0·x⁰, so that it is 0 at x = 0 too. */
function slopeInBase(x: Val, p: Val): Val {
  return mul(
    p,
    pow(
      x,
      sub(
        p,
        constantFrom(p, (v) => (v === 0 ? 0 : 1)),
      ),
    ),
  );
}

/** ∂xᵖ/∂p = xᵖ·log x; where x = 0 it is 0, its limit for p > 0. */
function slopeInExponent(x: Val, y: Val): Val {
  const zeros = constantFrom(x, (v) => (v === 0 ? 1 : 0));
  return mul(y, log(add(x, zeros)));
}

const powOp: Op = {
  name: "pow",
  forward: ([x, p]) => zip("pow", x, p, (v, e) => v ** e),
  vjp: (i, g, y, args) =>
    sumTo(
      mul(g, i === 0 ? slopeInBase(args[0], args[1]) : slopeInExponent(args[0], y)),
      shapeOf(args[i]),
    ),
  jvp: ([s, t], y, [x, p]) =>
    total([s && mul(s, slopeInBase(x, p)), t && mul(t, slopeInExponent(x, y))], shapeOf(y)),
  series(order, [x, p]) {
    if (p.length > 1) return onSeries(order, (v, e) => exp(mul(e, log(v))), x, p);
    return chainSeries(order, apply(powOp, [x[0], p[0]]), x, { ofX: (v) => slopeInBase(v, p[0]) });
  },
};

/**
 * The power xᵖ, entry by entry; shapes agree as in `add`. Derivatives p·xᵖ⁻¹ in x and xᵖ·log x in p.
 * 0⁰ = 1, of derivative 0 in x; 0ᵖ has derivative 0 in p.
 *
 * @throws RangeError if x < 0 where p is not a whole number, or where p is differentiated.
 * @example
 * calculus.pow([1, 2, 3], 2) // => [1, 4, 9]
 * calculus.grad((x) => calculus.pow(x, 3))(2) // => 12
 */
export function pow<A extends Operand, B extends Operand>(x: A, p: B): Broadcast<A, B> {
  return binary(powOp, x, p);
}
