import type { ReadonlyVector } from "../../core";
import * as kernel from "../kernels/sums";
import { onSeries } from "../tracking/jet";
import { compute } from "../tracking/operand";
import { apply, type Op, primal, shapeOf, type Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { add, sub } from "./add";
import { div, mul } from "./arithmetic";
import { exp, log } from "./elementary";
import { type AxisOptions, entriesPer, type Reduction, reducedShapes, reduction } from "./reduce";
import { sumTo } from "./rules/linear";

/** x less its largest entries over the axes where `kept` is 1: a shift that a softmax does not feel. */
function shifted(x: Val, kept: ReadonlyVector): Val {
  return sub(x, kernel.extremes(primal(x), kept, 1));
}

/** exp xᵢ / Σ exp xⱼ, by the exponentials that do not overflow. */
function normalisedExp(x: Val, kept: ReadonlyVector): Val {
  const e = exp(shifted(x, kept));
  return div(e, sumTo(e, kept));
}

/** log Σ exp xᵢ over the axes where `kept` is 1. Its slopes are the softmax. */
function logSumExp(x: Val, kept: ReadonlyVector): Val {
  const op: Op = {
    name: "logsumexp",
    forward: ([v]) => kernel.logSumExp(v, kept),
    vjp: (_i, g, _y, [v]) => mul(g, normalisedExp(v, kept)),
    jvp: ([t], y, [v]) => sumTo(mul(t!, normalisedExp(v, kept)), shapeOf(y)),
    series(order, [v]) {
      const m = kernel.extremes(primal(v[0]), kept, 1);
      return onSeries(order, (u) => add(m, log(sumTo(exp(sub(u, m)), kept))), v);
    },
  };
  return apply(op, [x]);
}

/**
 * log Σ exp xᵢ over all entries, or along an axis, without overflow. Derivative: the softmax of x.
 *
 * @throws RangeError if there are no entries, or x has no such axis.
 * @example
 * calculus.logsumexp([1000, 1000]) // => 1000 + Math.LN2
 * calculus.grad((x) => calculus.logsumexp(x))([0, 0]) // => [0.5, 0.5]
 */
export const logsumexp: Reduction = (x: Operand, options: AxisOptions = {}) =>
  reduction("logsumexp", x, options, (v, kept) => {
    entriesPer("logsumexp", v, kept);
    return logSumExp(v, kept);
  });

/** Options of `softmax` and `logSoftmax`. */
export interface SoftmaxOptions {
  /** Along which axis the result sums to 1. Default −1: a vector as a whole, a matrix row by row. */
  axis?: 0 | 1 | -1;
}

/** The shape that is left of x along the axis of a softmax. */
function keptBy(caller: string, x: Val, { axis = -1, ...others }: SoftmaxOptions) {
  const { kept } = reducedShapes(caller, x, { axis, ...others });
  entriesPer(caller, x, kept);
  return kept;
}

/**
 * log(exp xᵢ / Σ exp xⱼ) = xᵢ − logsumexp x along an axis, exact where the softmax underflows. Used
 * in the cross-entropy −Σ yᵢ·logSoftmax(x)ᵢ.
 *
 * @throws RangeError if x is a number, or has no such axis.
 * @example
 * calculus.logSoftmax([0, 0]) // => [-Math.LN2, -Math.LN2]
 */
export function logSoftmax<T extends Operand>(x: T, options: SoftmaxOptions = {}): Elementwise<T> {
  return compute("logSoftmax", ["x"], [x], (v) => {
    const kept = keptBy("logSoftmax", v, options);
    const z = shifted(v, kept);
    return sub(z, logSumExp(z, kept));
  });
}

/**
 * exp xᵢ / Σ exp xⱼ along an axis, by default over each row: positive entries that sum to 1.
 *
 * @throws RangeError if x is a number, or has no such axis.
 * @example
 * calculus.softmax([0, Math.log(3)]) // => [0.25, 0.75]
 */
export function softmax<T extends Operand>(x: T, options: SoftmaxOptions = {}): Elementwise<T> {
  return compute("softmax", ["x"], [x], (v) => normalisedExp(v, keptBy("softmax", v, options)));
}
