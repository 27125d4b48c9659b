import { maxOf } from "../../core";
import { map, zip } from "../kernels/entries";
import { binary, unary } from "../tracking/operand";
import { dataOf, type Raw } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, type Val } from "../tracking/tracked";
import type { Broadcast, Elementwise, Operand } from "../tracking/types";
import { mul } from "./arithmetic";
import { total } from "./rules/bilinear";
import { sumTo } from "./rules/linear";

/**
 * An operation that is linear near almost every point, with the slopes of that point:
 * y = Σᵢ Σ slopeᵢ·xᵢ, summed to the shape of y. At a kink the slopes are a convention, and there is no
 * power series.
 */
export function piecewiseLinear(
  name: string,
  forward: (args: readonly Raw[]) => Raw,
  slopes: (i: number, args: readonly Raw[]) => Raw,
  isKink: (args: readonly Raw[], slope: Raw) => boolean,
): Op {
  const slope = (i: number, args: readonly Val[]) => slopes(i, args.map(primal));
  const op: Op = {
    name,
    forward,
    vjp: (i, g, _y, args) => sumTo(mul(g, slope(i, args)), shapeOf(args[i])),
    jvp: (tangents, y, args) =>
      total(
        tangents.map((t, i) => t && sumTo(mul(t, slope(i, args)), shapeOf(y))),
        shapeOf(y),
      ),
    series(_order, args) {
      const at = args.map((s) => s[0]);
      const y = [apply(op, at)];
      const length = maxOf(args.map((s) => s.length));
      const weights = args.map((_, i) => slope(i, at));
      if (length > 1 && weights.some((w) => isKink(at.map(primal), w))) {
        throw new RangeError(
          `${name}: there is no power series at a kink, where x is ${dataOf(primal(at[0])).join(", ")}`,
        );
      }
      for (let k = 1; k < length; k++) {
        const terms = args.map((s, i) => s[k] && sumTo(mul(s[k], weights[i]), shapeOf(y[0])));
        y.push(total(terms, shapeOf(y[0])));
      }
      return y;
    },
  };
  return op;
}

const atZero = ([x]: readonly Raw[]) => dataOf(x).includes(0);

const absOp = piecewiseLinear(
  "abs",
  ([x]) => map("abs", x, Math.abs, "a number"),
  (_i, [x]) => map("abs", x, Math.sign, "a number"),
  atZero,
);

/**
 * The absolute value |x|, entry by entry. Derivative sign x, by convention 0 at 0.
 *
 * @example
 * calculus.abs([-3, 4]) // => [3, 4]
 * calculus.grad((x) => calculus.abs(x))(0) // => 0
 */
export function abs<T extends Operand>(x: T): Elementwise<T> {
  return unary(absOp, x);
}

const reluOp = piecewiseLinear(
  "relu",
  ([x]) => map("relu", x, (v) => Math.max(v, 0), "a number"),
  (_i, [x]) => map("relu", x, (v) => (v > 0 ? 1 : 0), "a number"),
  atZero,
);

/**
 * The rectifier max(x, 0), entry by entry. Derivative 1 where x > 0, else 0, by convention at 0 too.
 *
 * @example
 * calculus.relu([-3, 4]) // => [0, 4]
 * calculus.grad((x) => calculus.relu(x))(0) // => 0
 */
export function relu<T extends Operand>(x: T): Elementwise<T> {
  return unary(reluOp, x);
}

/** 1 for the argument that is chosen, 0 for the other, ½ for each at a tie. */
const choice = (i: number, a: Raw, b: Raw, sign: number): Raw =>
  zip("maximum", a, b, (p, q) => (p === q ? 0.5 : sign * (p - q) > 0 === (i === 0) ? 1 : 0));

const atTie = (_args: readonly Raw[], slope: Raw) => dataOf(slope).includes(0.5);

const maximumOp = piecewiseLinear(
  "maximum",
  ([a, b]) => zip("maximum", a, b, Math.max),
  (i, [a, b]) => choice(i, a, b, 1),
  atTie,
);

/**
 * The larger of a and b, entry by entry; shapes agree as in `add`. The derivative goes to the larger,
 * by convention half to each at a tie. For the largest entry of one array see `max`.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.maximum([1, 5], [4, 2]) // => [4, 5]
 * calculus.grad(([x, y]) => calculus.maximum(x, y))([3, 3]) // => [0.5, 0.5]
 */
export function maximum<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(maximumOp, a, b);
}

const minimumOp = piecewiseLinear(
  "minimum",
  ([a, b]) => zip("minimum", a, b, Math.min),
  (i, [a, b]) => choice(i, a, b, -1),
  atTie,
);

/**
 * The smaller of a and b, entry by entry; shapes agree as in `add`. The derivative goes to the
 * smaller, by convention half to each at a tie.
 *
 * @throws RangeError if the shapes do not agree.
 * @example
 * calculus.minimum([1, 5], [4, 2]) // => [1, 2]
 */
export function minimum<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(minimumOp, a, b);
}
