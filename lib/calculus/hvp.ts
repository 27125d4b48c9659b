import { requireFunction } from "../core";
import { grad } from "./grad";
import { pushForward } from "./jvp";
import type { Tracked } from "./tracking/tracked";
import type { Argument, Gradient, IfTyped, Operand, Scalar, Untracked } from "./tracking/types";

/**
 * The Hessian times a vector, H(x)·v, without the Hessian: the derivative of the gradient along v,
 * forward mode over reverse mode, at the cost of a few gradients (Pearlmutter 1994).
 *
 * @param f - From a tracked value to a number.
 * @returns (x, v) ↦ H(x)·v, in the shape of x, which v must have too.
 * @throws as `grad` and `jvp` do. Cost: a few gradients.
 * @example
 * calculus.hvp(([x, y]) => x.pow(2).mul(y))([1, 2], [1, 0]) // => [4, 2]
 */
export function hvp<F extends (x: Tracked) => Scalar>(
  f: F,
): IfTyped<
  Argument<F>,
  <X extends Operand>(x: X, v: Operand) => Gradient<X>,
  <X>(x: X, v: X) => Gradient<X>
>;
export function hvp<P>(
  f: (params: P) => Scalar,
): IfTyped<P, <X extends Untracked<P>>(x: X, v: X) => Gradient<X>, <X>(x: X, v: X) => Gradient<X>>;
export function hvp(f: (x: never) => unknown): (x: never, v: never) => unknown {
  requireFunction("hvp", "f", f);
  return (x, v) => pushForward("hvp", grad(f as (x: Tracked) => Scalar), x, v).tangent;
}
