import { type Matrix, type ReadonlyVector, requireFunction } from "../core";
import { reshaped, stacked, transposed } from "./ops/rules/linear";
import { Dual, DualTrace } from "./tracking/duals";
import { lift } from "./tracking/operand";
import { Tape, type Variable } from "./tracking/tape";
import { fromData, sizeOf } from "./tracking/tensor";
import { shapeOf, type Tracked, type Val } from "./tracking/tracked";
import { leaf, released } from "./tracking/tree";
import type { IfTyped, Operand, Untracked } from "./tracking/types";

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

/** The Jacobian of F at x, by whichever mode takes fewer passes. */
export function jacobianAt(caller: string, F: (x: never) => unknown, x: unknown): never {
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
 * @param F - From a tracked vector of length n to one of length m.
 * @returns x ↦ J(x): m×n for m results and n variables.
 * @throws as `grad` does. Cost: min(m, n) passes, each a few evaluations of F.
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
