import { onSeries } from "../tracking/jet";
import { unary } from "../tracking/operand";
import type { Op, Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { neg } from "./add";
import { div, mul } from "./arithmetic";
import { elementwise } from "./rules/elementwise";
import { cosh } from "./trigonometric";

/** The smooth functions between the layers of networks, entry by entry. */

/**
 * 1/cosh²x = 1 − tanh²x, but without cancellation where tanh x is all but ±1. Its derivative is written in
 * itself, for 1/cosh and cosh, which under- and overflow, make 0·∞ far out.
 */
const sechSquaredOp: Op = {
  ...elementwise(
    "tanh",
    (v) => {
      const c = Math.cosh(v);
      return 1 / c / c;
    },
    { ofX: (x) => mul(mul(-2, tanh(x)), sechSquared(x)) },
  ),
  series(order, [u]) {
    const quotient = (x: Val) => {
      const c = cosh(x);
      return div(div(1, c), c);
    };
    return onSeries(order, quotient, u);
  },
};

const sechSquared = (x: Val): Val => unary(sechSquaredOp, x);

const tanhOp: Op = elementwise("tanh", Math.tanh, { ofX: sechSquared });

/**
 * The hyperbolic tangent, entry by entry. Derivative 1 − tanh²x, taken as 1/cosh²x to be exact for
 * large x too.
 *
 * @example
 * calculus.tanh(0) // => 0
 * calculus.grad((x) => calculus.tanh(x))(0) // => 1
 */
export function tanh<T extends Operand>(x: T): Elementwise<T> {
  return unary(tanhOp, x);
}

/** 1/(1 + e⁻ˣ), by way of the exponential that does not overflow. */
function logistic(v: number): number {
  const e = Math.exp(-Math.abs(v));
  return v >= 0 ? 1 / (1 + e) : e / (1 + e);
}

const sigmoidOp: Op = elementwise("sigmoid", logistic, {
  ofX: (x) => mul(0.25, sechSquared(mul(0.5, x))),
});

/**
 * The logistic function σ(x) = 1/(1 + e⁻ˣ), entry by entry. Derivative σ(x)(1 − σ(x)).
 *
 * @example
 * calculus.sigmoid(0) // => 0.5
 * calculus.grad((x) => calculus.sigmoid(x))(0) // => 0.25
 */
export function sigmoid<T extends Operand>(x: T): Elementwise<T> {
  return unary(sigmoidOp, x);
}

const softplusOp: Op = elementwise(
  "softplus",
  (v) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))),
  { ofX: (x) => sigmoid(x) },
);

/**
 * log(1 + eˣ), entry by entry: a smooth relu. Derivative σ(x), the sigmoid.
 *
 * @example
 * calculus.softplus(0) // => Math.LN2
 * calculus.softplus([-1000, 1000]) // => [0, 1000]
 */
export function softplus<T extends Operand>(x: T): Elementwise<T> {
  return unary(softplusOp, x);
}

const logSigmoidOp: Op = elementwise(
  "logSigmoid",
  (v) => Math.min(v, 0) - Math.log1p(Math.exp(-Math.abs(v))),
  { ofX: (x) => sigmoid(neg(x)) },
);

/**
 * log σ(x) = −log(1 + e⁻ˣ), entry by entry, exact where σ underflows or is all but 1: the log-likelihood of
 * logistic regression. Derivative σ(−x).
 *
 * @example
 * calculus.logSigmoid(0) // => -Math.LN2
 * calculus.logSigmoid([-1000, 1000]) // => [-1000, 0]
 */
export function logSigmoid<T extends Operand>(x: T): Elementwise<T> {
  return unary(logSigmoidOp, x);
}
