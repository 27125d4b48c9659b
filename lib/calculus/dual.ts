import type { ReadonlyMatrix, ReadonlyVector } from "../core";
import { Dual, DualTrace, requireSameShape } from "./tracking/duals";
import { leaf } from "./tracking/tree";

/** The run that the dual numbers of `dual` share: it is never over. */
const standing = new DualTrace();

/**
 * A dual number to compute with by hand: value + tangent·ε. Pass it to a function written with the
 * functions of this module and read off `.value` and `.tangent`. To differentiate a function in one
 * go, see `jvp`. See Griewank & Walther, Evaluating Derivatives, 2nd edition 2008, chapter 3.
 *
 * @param value - Number, vector or matrix.
 * @param tangent - Its derivative, of the same shape. Default 1.
 * @returns A `Dual`.
 * @throws RangeError if the shapes differ. Cost: an operation on it takes a few on numbers.
 * @example
 * calculus.sin(calculus.dual(0, 2)).tangent // => 2
 * calculus.dual(3).mul(calculus.dual(3)).tangent // => 6
 */
export function dual(
  value: number | ReadonlyVector | ReadonlyMatrix,
  tangent: number | ReadonlyVector | ReadonlyMatrix = 1,
): Dual {
  const [a, b] = [leaf("dual", "value", value), leaf("dual", "tangent", tangent)];
  requireSameShape("dual", "tangent", b, "value", a);
  return new Dual(standing, a, b);
}
