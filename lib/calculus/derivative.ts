import { requireFunction, requireNumber } from "../core";
import { type DerivativeEstimate, estimate } from "./differences/estimate";
import { requireValue, slope } from "./differences/quotient";
import { type DifferenceOptions, scheme } from "./differences/stencil";
import type { Scalar } from "./tracking/types";

/** f of one number as a function of the distance from x, with its values checked. */
function around(caller: string, f: (x: number) => Scalar, x: number): (t: number) => number {
  requireFunction(caller, "f", f);
  requireNumber(caller, "x", x);
  return (t) => requireValue(caller, f(x + t), `x = ${x + t}`);
}

/**
 * The derivative f'(x) of a function of one number by finite differences (MML 5.1), by default
 * (f(x + h) − f(x − h))/(2h). The smaller h, the smaller the error of truncation, which is of order h²,
 * but the larger that of rounding, ε|f|/h: at best about ε^(2/3) ≈ 4e-11 is left. Higher orders do
 * better, and `grad` differentiates without either error.
 *
 * @param f - From a number to a number.
 * @param x - Where.
 * @returns A number.
 * @throws TypeError if f is not a function or x not a number; RangeError if f(x) is not finite, or an
 * option out of its range. Cost: 2 evaluations of f at order 2, 4 at order 4.
 * @example
 * Math.abs(calculus.derivative(Math.sin, 0) - 1) < 1e-10 // => true
 * Math.abs(calculus.derivative(Math.exp, 1, { order: 4 }) - Math.E) < 1e-11 // => true
 * calculus.derivative((x) => x * x, 3, { method: "richardson" }) // => 6
 */
export function derivative(
  f: (x: number) => Scalar,
  x: number,
  options: DifferenceOptions = {},
): number {
  return slope(around("derivative", f, x), x, scheme("derivative", options, 1));
}

/**
 * The derivative as by `derivative`, with an estimate of its error, and whether it can be trusted.
 *
 * The value comes from one step; whether that step suits f is seen from steps down to the rounding of x,
 * whose quotients have to agree with it. They do not where f turns within a step (sin at 1e10), across a
 * jump or a pole; nor do the slopes left and right of a kink. About 20 evaluations of f at order 2. The slope
 * by central differences is that of MML 5.1.
 *
 * @param f - From a number to a number.
 * @param x - Where.
 * @returns { value, error, converged, message, nfev }.
 * @throws as `derivative` does.
 * @example
 * calculus.derivativeEstimate(Math.exp, 0).error < 1e-9 // => true
 * calculus.derivativeEstimate(Math.exp, 0, { method: "forward", h: 0.1 }).error > 0.01 // => true
 * calculus.derivativeEstimate(Math.sin, 1e10).converged // => false
 */
export function derivativeEstimate(
  f: (x: number) => Scalar,
  x: number,
  options: DifferenceOptions = {},
): DerivativeEstimate {
  const s = scheme("derivativeEstimate", options, 1);
  return estimate(around("derivativeEstimate", f, x), x, s);
}
