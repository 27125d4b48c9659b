import { requireFunction } from "../core";
import { lift } from "./tracking/operand";
import { Tape } from "./tracking/tape";
import { describeShape } from "./tracking/tensor";
import { shapeOf, type Tracked } from "./tracking/tracked";
import { flatten, released } from "./tracking/tree";
import type {
  Argument,
  Elementwise,
  Gradient,
  IfTyped,
  Operand,
  Scalar,
  Untracked,
  ValueAt,
} from "./tracking/types";

/** The gradient function of a function of one number, vector or matrix: it has the shape of x. */
export type GradientFunction = <X extends Operand>(x: X) => Elementwise<X>;

/** The gradient function of a function of a structure P of tracked values. */
export type StructureGradient<P> = <X extends Untracked<P>>(x: X) => Gradient<X>;

/** The gradient function of a function without types. */
export type UntypedGradient = <X>(x: X) => Gradient<X>;

/** Value and gradient, from a function of X. */
export interface ValueAndGradient<X> {
  value: ValueAt<X>;
  grad: Gradient<X>;
}

/** One run of f forwards and one pass backwards. */
function differentiate(caller: string, f: (x: never) => unknown, x: unknown) {
  const { leaves, rebuild } = flatten(caller, "x", x);
  const tape = new Tape();
  const inputs = leaves.map((v) => tape.variable(v));
  try {
    const y = lift(caller, "f(x)", f(rebuild(inputs) as never));
    const shape = shapeOf(y);
    if (shape.length > 0) {
      throw new RangeError(
        `${caller}: f must return a number, got ${describeShape(shape)} (for vectors see jacobianAD)`,
      );
    }
    const gradients = tape.gradients(y, inputs).map(released);
    return { value: released(tape.strip(y)), grad: rebuild(gradients) };
  } finally {
    tape.open = false;
  }
}

/**
 * The gradient ∇f as a function, by reverse-mode automatic differentiation (MML 5.6): exact to
 * rounding, at the cost of a few evaluations of f whatever the number of variables.
 *
 * f gets a tracked value in place of the number, vector or matrix x, computes with its methods or
 * with the functions of this module, and returns a number. With an array or object of such values,
 * declared in f's parameter, the gradient has the same structure. Gradients nest: in a call with a
 * tracked x the gradient is tracked too, so `grad((x) => grad(f)(x))` is f″.
 *
 * @param f - From a tracked number, vector, matrix, or a structure of them, to a number.
 * @returns x ↦ ∇f(x), in the shape of x; entries f does not depend on are 0.
 * @throws TypeError if x is not made of numbers, or f of something that is not tracked;
 * RangeError if x is not finite, f(x) is not a number, or a NaN arises.
 * @example
 * calculus.grad((x) => x.pow(2).sum())([1, 2, 3]) // => [2, 4, 6]
 * calculus.grad(([x, y]) => calculus.sin(x).mul(y))([0, 5]) // => [5, 0]
 * calculus.grad((p) => p.w.mul(3).add(p.b))({ w: 1, b: 2 }) // => { w: 3, b: 1 }
 */
export function grad<F extends (x: Tracked) => Scalar>(
  f: F,
): IfTyped<Argument<F>, GradientFunction, UntypedGradient>;
export function grad<P>(
  f: (params: P) => Scalar,
): IfTyped<P, StructureGradient<P>, UntypedGradient>;
export function grad(f: (x: never) => unknown): (x: never) => unknown {
  requireFunction("grad", "f", f);
  return (x) => differentiate("grad", f, x).grad;
}

/**
 * The value and the gradient of f together, from one evaluation. See `grad`. See MML 5.6.
 *
 * @param f - As for `grad`.
 * @returns x ↦ { value: f(x), grad: ∇f(x) }.
 * @throws as `grad` does. Cost: that of `grad`.
 * @example
 * calculus.valueAndGrad((x) => x.pow(2).sum())([1, 2]) // => { value: 5, grad: [2, 4] }
 */
export function valueAndGrad<F extends (x: Tracked) => Scalar>(
  f: F,
): IfTyped<
  Argument<F>,
  <X extends Operand>(x: X) => ValueAndGradient<X>,
  <X>(x: X) => ValueAndGradient<X>
>;
export function valueAndGrad<P>(
  f: (params: P) => Scalar,
): IfTyped<
  P,
  <X extends Untracked<P>>(x: X) => ValueAndGradient<X>,
  <X>(x: X) => ValueAndGradient<X>
>;
export function valueAndGrad(f: (x: never) => unknown): (x: never) => unknown {
  requireFunction("valueAndGrad", "f", f);
  return (x) => differentiate("valueAndGrad", f, x);
}
