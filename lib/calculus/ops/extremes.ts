import type { ReadonlyVector } from "../../core";
import { map, zip } from "../kernels/entries";
import * as kernel from "../kernels/sums";
import { type Raw, rawShape } from "../tracking/tensor";
import { apply, type Op, type Val } from "../tracking/tracked";
import type { Operand } from "../tracking/types";
import { type AxisOptions, entriesPer, type Reduction, reduction } from "./reduce";
import { piecewiseLinear } from "./rules/piecewiseLinear";

/** 1 for the entry of x that is the extreme, 1/k for each of k that share it, 0 for the others. */
function shares(x: Raw, kept: ReadonlyVector, sign: 1 | -1): Raw {
  const best = kernel.extremes(x, kept, sign);
  const hits = zip("max", x, best, (v, b) => (v === b ? 1 : 0));
  const counts = kernel.sumTo(hits, rawShape(best));
  return zip("max", hits, counts, (h, c) => h / c);
}

/** The largest or smallest entries as an operation: linear with the shares as slopes. */
function extreme(name: string, sign: 1 | -1) {
  return (x: Val, kept: ReadonlyVector): Val => {
    entriesPer(name, x, kept);
    const op: Op = piecewiseLinear(
      name,
      ([v]) => kernel.extremes(v, kept, sign),
      (_i, [v]) => shares(v, kept, sign),
      (_args, slope) => map(name, slope, (s) => (s > 0 && s < 1 ? 1 : 0), "a number"),
    );
    return apply(op, [x]);
  };
}

/**
 * The largest of all entries, or along an axis. The derivative goes to the largest entry; by
 * convention those that tie for it share it equally.
 *
 * @throws RangeError if there are no entries, or x has no such axis.
 * @example
 * calculus.max([3, 9, 4]) // => 9
 * calculus.max([[1, 5], [7, 2]], { axis: 1 }) // => [5, 7]
 * calculus.grad((x) => calculus.max(x))([2, 7, 7]) // => [0, 0.5, 0.5]
 */
export const max: Reduction = (x: Operand, options: AxisOptions = {}) =>
  reduction("max", x, options, extreme("max", 1));

/**
 * The smallest of all entries, or along an axis; ties as in `max`.
 *
 * @throws RangeError if there are no entries, or x has no such axis.
 * @example
 * calculus.min([3, 9, 4]) // => 3
 * calculus.grad((x) => calculus.min(x))([3, 9, 4]) // => [1, 0, 0]
 */
export const min: Reduction = (x: Operand, options: AxisOptions = {}) =>
  reduction("min", x, options, extreme("min", -1));
