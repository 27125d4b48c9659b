import {
  elementwise,
  gammaln1p,
  gammalnAt,
  type NumberOrArray,
  ndtriAt,
  type Shaped,
} from "../../core/special";
import { gammaTail, logGammaPrefix } from "./kernels/gammaTail";
import { requireShape } from "./kernels/shapes";
import { logTailValue } from "./kernels/tail";

/** ln x for P = xᵃ/Γ(a + 1), which is close for small x, and below the truth elsewhere. */
function logPowerStart(a: number, t: number, upper: boolean): number {
  const log = upper ? Math.log1p(-t) : Math.log(t);
  if (a > 1e10) return log / a + Math.log(a) - 1; // lnΓ(a + 1) itself may overflow
  return (log + (a < 1 ? gammaln1p(a) : gammalnAt(a + 1))) / a;
}

/** A first guess of the x at which the lower (or upper) tail is t ≤ ½. */
function start(a: number, t: number, upper: boolean): number {
  const power = Math.exp(logPowerStart(a, t, upper));
  if (a < 1) {
    if (power < 0.5) return power;
    return upper ? Math.max(0.5, -Math.log(t) - gammalnAt(a)) : power;
  }
  const z = upper ? -ndtriAt(t) : ndtriAt(t);
  const wilsonHilferty = a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3;
  return Math.max(power, wilsonHilferty);
}

/**
 * The x whose lower (or upper) incomplete gamma function is p, divided by `rate`.
 *
 * Halley's iteration on ln P (or ln Q) as a function of u = ln x. Both are concave in u, since the
 * density of ln X is log-concave, so that Newton's steps cannot diverge; and being logarithms they do
 * not underflow.
 */
export function gammaQuantile(a: number, p: number, upper: boolean, rate = 1): number {
  if (p === 0) return upper ? Infinity : 0;
  if (p === 1) return upper ? 0 : Infinity;
  if (p > 0.5) return gammaQuantile(a, 1 - p, !upper, rate);
  const logTarget = Math.log(p);
  let x = start(a, p, upper);
  if (x < 1e-290) return Math.exp(logPowerStart(a, p, upper) - Math.log(rate));
  for (let iteration = 0; iteration < 100; iteration++) {
    const logTail = logTailValue(gammaTail(a, x), upper);
    const slope = a * Math.exp(logGammaPrefix(a, x) - logTail); // |d ln tail / du|
    if (slope === 0) break; // the law is so narrow that the next double is past all of it
    const newton = ((logTarget - logTail) / slope) * (upper ? -1 : 1);
    const curvature = a - x + (upper ? slope : -slope);
    const step = newton / Math.max(0.5, 1 + 0.5 * newton * curvature);
    const bounded = Math.max(-3, Math.min(3, step));
    x *= Math.exp(bounded);
    if (Math.abs(bounded) < 1e-7) break;
  }
  return x / rate;
}

/**
 * Inverse of `gammainc` in x: the x with P(a, x) = p. By Halley's iteration on ln P in ln x (DLMF 8.2, 3.8).
 *
 * @param a - Shape, ≥ 1e-300.
 * @param p - Probability in [0, 1], or an array of them.
 * @throws RangeError if a < 1e-300 or p is not a probability.
 * @example
 * prob.gammaincinv(1, 0.5) // => Math.LN2
 */
export function gammaincinv<X extends NumberOrArray>(a: number, p: X): Shaped<X> {
  requireShape("gammaincinv", "a", a);
  return elementwise("gammaincinv", "p", p, (v) => gammaQuantile(a, v, false), { min: 0, max: 1 });
}

/**
 * Inverse of `gammaincc` in x: the x with Q(a, x) = p, precise for small p. By Halley's iteration on ln Q in ln
 * x (DLMF 8.2, 3.8).
 *
 * @param a - Shape, ≥ 1e-300.
 * @param p - Probability in [0, 1], or an array of them.
 * @throws RangeError if a < 1e-300 or p is not a probability.
 * @example
 * prob.gammainccinv(1, 1e-300) // => 300 * Math.LN10
 */
export function gammainccinv<X extends NumberOrArray>(a: number, p: X): Shaped<X> {
  requireShape("gammainccinv", "a", a);
  return elementwise("gammainccinv", "p", p, (v) => gammaQuantile(a, v, true), { min: 0, max: 1 });
}
