import { type Matrix, type ReadonlyVector, requireFunction } from "../core";
import { Dual, DualTrace, pushForward } from "./dual";
import { grad } from "./grad";
import { lift } from "./tracking/operand";
import { reshaped, stacked, transposed } from "./ops/rules/linear";
import { Tape, type Variable } from "./tracking/tape";
import { fromData, sizeOf } from "./tracking/tensor";
import { shapeOf, type Tracked, type Val } from "./tracking/tracked";
import { leaf, released } from "./tracking/tree";
import type { Argument, Gradient, IfTyped, Operand, Scalar, Untracked } from "./tracking/types";

/** A Jacobian or Hessian as a function: plain for a plain point, tracked for a tracked one. */
export type MatrixFunction = <X extends Operand>(x: X) => X extends Tracked ? Tracked : Matrix;

/** 1 at one entry, 0 at all others. */
function unit(shape: ReadonlyVector, k: number): Val {
  const data = new Float64Array(sizeOf(shape));
  data[k] = 1;
  return fromData(data, shape);
}

/** Row by row: for each result, one pass backwards over the same tape. */
function rowsBackwards(tape: Tape, input: Variable, y: Val): Val {
  const [m, n] = [sizeOf(shapeOf(y)), sizeOf(input.shape)];
  const row = (k: number) => tape.gradients(y, [input], unit(shapeOf(y), k))[0];
  return stacked(Array.from({ length: m }, (_, k) => reshaped(row(k), [n])));
}

/** Column by column: for each variable, one run of F on dual numbers. */
function columnsForwards(caller: string, F: (x: never) => unknown, x: Val): Val {
  const columns = Array.from({ length: sizeOf(shapeOf(x)) }, (_, j) => {
    const trace = new DualTrace();
    const y = lift(caller, "F(x)", F(new Dual(trace, x, unit(shapeOf(x), j)) as never));
    return reshaped(trace.tangentOf(y), [sizeOf(shapeOf(y))]);
  });
  return transposed(stacked(columns));
}

function jacobianAt(caller: string, F: (x: never) => unknown, x: unknown): never {
  const at = leaf(caller, "x", x);
  const tape = new Tape();
  try {
    const input = tape.variable(at);
    const y = lift(caller, "F(x)", F(input as never));
    const n = sizeOf(input.shape);
    const forwards = n > 0 && n < sizeOf(shapeOf(y));
    return released(
      forwards ? columnsForwards(caller, F, at) : rowsBackwards(tape, input, y),
    ) as never;
  } finally {
    tape.open = false;
  }
}

/**
 * The Jacobian as a function, J(x)ᵢⱼ = ∂Fᵢ/∂xⱼ (MML 5.3), by automatic differentiation: backwards, a
 * pass for each result, or forwards, a run for each variable, whichever are fewer.
 *
 * F returns a vector, or an array of numbers. A matrix that goes in or comes out counts as the vector
 * of its entries, row by row (MML 5.4), a number as a vector of length 1.
 *
 * @returns x ↦ J(x): m×n for m results and n variables.
 * @throws as `grad` does.
 * @example
 * calculus.jacobianAD(([x, y]) => [x.mul(y), x.add(y), 7])([2, 3]) // => [[3, 2], [1, 1], [0, 0]]
 */
export function jacobianAD(F: (x: Tracked) => Operand): MatrixFunction;
export function jacobianAD<P>(
  F: (x: P) => Operand,
): IfTyped<P, (x: Untracked<P>) => Matrix, MatrixFunction>;
export function jacobianAD(F: (x: never) => Operand): (x: never) => unknown {
  requireFunction("jacobianAD", "F", F);
  return (x) => jacobianAt("jacobianAD", F, x);
}

/**
 * The Hessian as a function, H(x)ᵢⱼ = ∂²f/∂xᵢ∂xⱼ (MML 5.7): the Jacobian of the gradient, one more
 * pass backwards for each variable.
 *
 * @returns x ↦ H(x): n×n and symmetric up to rounding; x as in `jacobianAD`.
 * @throws as `grad` does.
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

/**
 * The Hessian times a vector, H(x)·v, without the Hessian: the derivative of the gradient along v,
 * forward mode over reverse mode, at the cost of a few gradients (Pearlmutter 1994).
 *
 * @returns (x, v) ↦ H(x)·v, in the shape of x, which v must have too.
 * @throws as `grad` and `jvp` do.
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
