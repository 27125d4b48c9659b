import { describeValue, requireFunction, requireNumber } from "../core";
import type { Scalar } from "./tracking/types";
import { richardson } from "./richardson";
import { type DifferenceOptions, type Scheme, type Stencil, scheme } from "./differences/stencil";

/** A derivative by differences and how far to trust it. */
export interface DerivativeEstimate {
  value: number;
  /**
   * An estimate, not a bound, of |value − f'(x)|: of truncation, from a second step (for "richardson"
   * from the table), and of the rounding of f.
   */
  error: number;
  /** How often f was evaluated. */
  nfev: number;
}

/** A value of f, which must be a finite number. */
export function requireValue(caller: string, y: unknown, where: string): number {
  if (typeof y === "number" && Number.isFinite(y)) return y;
  const message = `${caller}: f must return a finite number, got ${describeValue(y)} at ${where}`;
  if (typeof y !== "number") throw new TypeError(message);
  throw new RangeError(`${message}; a smaller h or method "forward" may stay inside its domain`);
}

/**
 * The difference quotient Σ weights[k]·f(offsets[k]·h)/h of a function of the distance from x. The
 * weights add up to 0, so one value may be taken off all others: of a constant nothing is left.
 */
export function quotient(f: (t: number) => number, { offsets, weights }: Stencil, h: number) {
  const base = f(offsets[0] * h);
  let sum = 0;
  for (let k = 1; k < offsets.length; k++) {
    if (weights[k] !== 0) sum += weights[k] * (f(offsets[k] * h) - base);
  }
  return sum / h;
}

/** The derivative at t = 0 of f, a function of the distance t from x. */
export function slope(f: (t: number) => number, x: number, s: Scheme): number {
  const h = s.step(x);
  return s.extrapolate ? richardson((step) => quotient(f, s, step), h).value : quotient(f, s, h);
}

/** The same with an error, which costs as much again. */
export function estimate(f: (t: number) => number, x: number, s: Scheme): DerivativeEstimate {
  let nfev = 0;
  let largest = 0;
  const counted = (t: number): number => {
    const y = f(t);
    nfev++;
    largest = Math.max(largest, Math.abs(y));
    return y;
  };
  const D = (step: number) => quotient(counted, s, step);
  const h = s.step(x);
  const { value, error, step } = s.extrapolate ? richardson(D, h) : doubled(D, h, s.order);
  const scale = s.weights.reduce((sum, w) => sum + Math.abs(w), 0);
  return { value, error: error + (scale * Number.EPSILON * largest) / step, nfev };
}

/** D(h), and its error of order p as seen from D(2h). */
function doubled(D: (h: number) => number, h: number, p: number) {
  const value = D(h);
  return { value, error: Math.abs(D(2 * h) - value) / (2 ** p - 1), step: h };
}

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
 * @throws TypeError if f is not a function or x not a number; RangeError if f(x) is not finite, or an
 * option out of its range.
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
 * The derivative as by `derivative`, with an estimate of its error.
 *
 * @throws as `derivative` does.
 * @example
 * calculus.derivativeEstimate(Math.exp, 0).error < 1e-9 // => true
 * calculus.derivativeEstimate(Math.exp, 0, { method: "forward", h: 0.1 }).error > 0.01 // => true
 */
export function derivativeEstimate(
  f: (x: number) => Scalar,
  x: number,
  options: DifferenceOptions = {},
): DerivativeEstimate {
  const s = scheme("derivativeEstimate", options, 1);
  return estimate(around("derivativeEstimate", f, x), x, s);
}
