import { type Matrix, requireFunction } from "../core";
import { grad } from "./grad";
import { jacobianAt, type MatrixFunction } from "./jacobianAD";
import type { Tracked } from "./tracking/tracked";
import type { IfTyped, Scalar, Untracked } from "./tracking/types";

/**
 * The Hessian as a function, H(x)ᵢⱼ = ∂²f/∂xᵢ∂xⱼ (MML 5.7): the Jacobian of the gradient, one more
 * pass backwards for each variable.
 *
 * @param f - From a tracked vector of length n to a number.
 * @returns x ↦ H(x): n×n and symmetric up to rounding; x as in `jacobianAD`.
 * @throws as `grad` does. Cost: n gradients.
 * @example
 * calculus.hessianAD(([x, y]) => x.pow(2).mul(y))([1, 2]) // => [[4, 2], [2, 0]]
 */
export function hessianAD(f: (x: Tracked) => Scalar): MatrixFunction;
export function hessianAD<P>(
  f: (x: P) => Scalar,
): IfTyped<P, (x: Untracked<P>) => Matrix, MatrixFunction>;
export function hessianAD(f: (x: never) => Scalar): (x: never) => unknown {
  requireFunction("hessianAD", "f", f);
  return (x) => jacobianAt("hessianAD", grad(f as (x: Tracked) => Scalar), x);
}
