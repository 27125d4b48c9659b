import { minOf } from "../../core";
import { zip } from "../kernels/entries";
import { onSeries } from "../tracking/jet";
import { binary } from "../tracking/operand";
import { dataOf, type Raw } from "../tracking/tensor";
import { apply, type Op, ordersOf, primal, shapeOf, Tracked, type Val } from "../tracking/tracked";
import type { Broadcast, Operand } from "../tracking/types";
import { sub } from "./add";
import { mul } from "./arithmetic";
import { exp, log } from "./elementary";
import { total } from "./rules/bilinear";
import { chainSeries } from "./rules/elementwise";
import { selected, sumTo } from "./rules/linear";

/** What is asked of a base and an exponent at one entry. */
const mask = (x: Val, p: Val, holds: (v: number, e: number) => boolean): Raw =>
  zip("pow", primal(x), primal(p), (v, e) => (holds(v, e) ? 1 : 0));

/**
 * ∂xᵖ/∂x = p·xᵖ⁻¹. Where p is 0 for good it is 0·x⁰, for x⁰ = 1 at x = 0 too; where p is to be
 * differentiated, 0·x⁰ stands for 0·x⁻¹ at x = 0 alone.
 */
function slopeInBase(x: Val, p: Val): Val {
  const exponent = primal(p);
  const someZero = typeof exponent === "number" ? exponent === 0 : exponent.data.includes(0);
  if (!someZero) return mul(p, pow(x, sub(p, 1)));
  const fixed = !(p instanceof Tracked);
  return mul(
    p,
    pow(
      x,
      sub(
        p,
        mask(x, p, (v, e) => e !== 0 || (v !== 0 && !fixed)),
      ),
    ),
  );
}

/**
 * ∂xᵖ/∂p = xᵖ·log x. Where x = 0 < p it is 0, its limit, and so are its derivatives in x as long as they
 * are fewer than p; 0ᵖ jumps at p = 0.
 */
function slopeInExponent(x: Val, p: Val, y: Val): Val {
  const data = dataOf(primal(x));
  const least = minOf(data);
  if (least < 0) {
    throw new RangeError(`pow: x must be ≥ 0 where the exponent is differentiated, got ${least}`);
  }
  if (least > 0) return mul(y, log(x));
  const orders = ordersOf(x);
  if (dataOf(mask(x, p, (v, e) => v === 0 && e <= orders)).includes(1)) {
    throw new RangeError(
      `pow: at x = 0 there is no derivative in an exponent ≤ ${orders} (0 raised to it jumps, or its slope in x is infinite)`,
    );
  }
  const zeros = mask(x, p, (v) => v === 0);
  const base = selected(zeros, 1, x, shapeOf(y));
  return mul(y, log(base));
}

const powOp: Op = {
  name: "pow",
  forward: ([x, p]) => zip("pow", x, p, (v, e) => v ** e),
  vjp(i, g, y, [x, p]) {
    const slope = i === 0 ? slopeInBase(x, p) : slopeInExponent(x, p, y);
    return sumTo(mul(g, slope), shapeOf(i === 0 ? x : p));
  },
  jvp: ([s, t], y, [x, p]) =>
    total([s && mul(s, slopeInBase(x, p)), t && mul(t, slopeInExponent(x, p, y))], shapeOf(y)),
  series(order, [x, p]) {
    if (p.length > 1) return onSeries(order, (v, e) => exp(mul(e, log(v))), x, p);
    return chainSeries(order, apply(powOp, [x[0], p[0]]), x, { ofX: (v) => slopeInBase(v, p[0]) });
  },
};

/**
 * The power xᵖ, entry by entry; shapes agree as in `add`. Derivatives p·xᵖ⁻¹ in x and xᵖ·log x in p.
 * 0⁰ = 1, of derivative 0 in x; 0ᵖ has derivative 0 in p > 0 and none in p = 0, where it jumps.
 *
 * @throws RangeError if x < 0 where p is not a whole number, or where p is differentiated; at x = 0 where
 * p is differentiated and p ≤ 0, or a mixed derivative would be infinite.
 * @example
 * calculus.pow([1, 2, 3], 2) // => [1, 4, 9]
 * calculus.grad((x) => calculus.pow(x, 3))(2) // => 12
 */
export function pow<A extends Operand, B extends Operand>(x: A, p: B): Broadcast<A, B> {
  return binary(powOp, x, p);
}
