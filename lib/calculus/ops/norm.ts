import { onSeries } from "../tracking/jet";
import { compute } from "../tracking/operand";
import { dataOf, filled, type Raw } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, Tracked, type Val } from "../tracking/tracked";
import type { Operand, Reduced } from "../tracking/types";
import { div, mul } from "./arithmetic";
import { sqrt } from "./elementary";
import { sumTo } from "./rules/linear";

/** √Σxᵢ², scaled by the largest entry so that no square overflows or vanishes. */
function euclidean([x]: readonly Raw[]): number {
  const data = dataOf(x);
  let largest = 0;
  for (const v of data) largest = Math.max(largest, Math.abs(v));
  if (largest === 0 || largest === Infinity) return largest;
  let sum = 0;
  for (const v of data) sum += (v / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/**
 * x/‖x‖, and by convention 0 where x = 0, to be multiplied by g. At 0 this direction jumps, so it must
 * not be differentiated again: from the convention ‖x‖² would have the Hessian 0.
 */
function direction(x: Val, y: Val, g: Val): Val {
  if (primal(y) !== 0) return div(x, y);
  if (x instanceof Tracked && (g instanceof Tracked || dataOf(g).some((v) => v !== 0))) {
    throw new RangeError(
      "norm: there is no second derivative at 0; ‖x‖² has one if it is written sum(mul(x, x))",
    );
  }
  return filled(shapeOf(x), 0);
}

const normOp: Op = {
  name: "norm",
  forward: euclidean,
  vjp: (_i, g, y, [x]) => mul(g, direction(x, y, g)),
  jvp: ([t], y, [x]) => sumTo(mul(t!, direction(x, y, t!)), []),
  series(order, [x]) {
    if (x.length > 1 && euclidean([primal(x[0])]) === 0) {
      throw new RangeError("norm: there is no power series at 0");
    }
    return onSeries(order, (v) => sqrt(sumTo(mul(v, v), [])), x);
  },
};

/**
 * The Euclidean norm ‖x‖ = √Σxᵢ² of a vector, the Frobenius norm of a matrix. Derivative x/‖x‖, by
 * convention 0 at x = 0 (the subgradient of least norm).
 *
 * @example
 * calculus.norm([3, 4]) // => 5
 * calculus.grad((x) => calculus.norm(x))([3, 4]) // => [0.6, 0.8]
 * calculus.grad((x) => calculus.norm(x))([0, 0]) // => [0, 0]
 */
export function norm<T extends Operand>(x: T): Reduced<T> {
  return compute("norm", ["x"], [x], (v) => apply(normOp, [v]));
}
