import { type ReadonlyVector, requireOptions } from "../../core";
import { compute } from "../tracking/operand";
import { describeShape, sizeOf } from "../tracking/tensor";
import { shapeOf, type Val } from "../tracking/tracked";
import type { Operand, Reduced, Result } from "../tracking/types";
import { div } from "./arithmetic";
import { reshaped, sumTo } from "./rules/linear";

/** Options of the functions that sum up. */
export interface AxisOptions {
  /** Along which axis: 0 down the columns, 1 along the rows, −1 the last. Default: all entries. */
  axis?: 0 | 1 | -1;
  /** Keep the axis with length 1, so that the result broadcasts against x. Default false. */
  keepDims?: boolean;
}

/** A function that makes one number of all entries, or of those along an axis. */
export interface Reduction {
  <T extends Operand>(x: T): Reduced<T>;
  <T extends Operand>(x: T, options: { axis: 0 | 1 | -1; keepDims?: false }): Result<T, 0, "entry">;
  <T extends Operand>(x: T, options: AxisOptions): Result<T, 0, "any">;
}

/** The shape that is left of x: with the axis kept at length 1, and as the options want it. */
export function reducedShapes(caller: string, x: Val, options: AxisOptions) {
  requireOptions(caller, options, ["axis", "keepDims"]);
  const { axis, keepDims = false } = options;
  const shape = shapeOf(x);
  const which = axis === -1 ? shape.length - 1 : axis;
  if (which !== undefined && !(Number.isInteger(which) && which >= 0 && which < shape.length)) {
    throw new RangeError(
      `${caller}: axis must be an axis of x, ${describeShape(shape)}, got ${axis}`,
    );
  }
  const kept = shape.map((n, k) => (which === undefined || k === which ? 1 : n));
  const dropped = which === undefined ? [] : shape.filter((_, k) => k !== which);
  return { kept, final: keepDims ? kept : dropped };
}

/** Carries out a reduction that keeps its axes, and gives the result the shape that was asked for. */
export function reduction(
  caller: string,
  x: unknown,
  options: AxisOptions,
  reduce: (x: Val, kept: ReadonlyVector) => Val,
): never {
  return compute(caller, ["x"], [x], (v) => {
    const { kept, final } = reducedShapes(caller, v, options);
    return reshaped(reduce(v, kept), final);
  });
}

/** How many entries of x go into one of the result; it must be at least one. */
export function entriesPer(caller: string, x: Val, kept: ReadonlyVector): number {
  const n = sizeOf(shapeOf(x)) / sizeOf(kept);
  if (!(n >= 1)) throw new RangeError(`${caller}: x must have at least 1 entry, got 0`);
  return n;
}

/**
 * The sum of all entries, or along an axis.
 *
 * @throws RangeError if x has no such axis.
 * @example
 * calculus.sum([[1, 2], [3, 4]]) // => 10
 * calculus.sum([[1, 2], [3, 4]], { axis: 0 }) // => [4, 6]
 * calculus.grad((x) => calculus.sum(x))([5, 6]) // => [1, 1]
 */
export const sum: Reduction = (x: Operand, options: AxisOptions = {}) =>
  reduction("sum", x, options, sumTo);

/**
 * The mean of all entries, or along an axis.
 *
 * @throws RangeError if there are no entries, or x has no such axis.
 * @example
 * calculus.mean([1, 2, 6]) // => 3
 * calculus.mean([[1, 2], [3, 4]], { axis: 1 }) // => [1.5, 3.5]
 * calculus.grad((x) => calculus.mean(x))([5, 6]) // => [0.5, 0.5]
 */
export const mean: Reduction = (x: Operand, options: AxisOptions = {}) =>
  reduction("mean", x, options, (v, kept) => div(sumTo(v, kept), entriesPer("mean", v, kept)));
