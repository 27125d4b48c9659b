import { elementwise, type NumberOrArray, type Shaped } from "./elementwise";
import { ERF_SMALL, erfcxLarge, erfSmall } from "./erf";
import { expNegSquare } from "./exact";

const BULK = ERF_SMALL * Math.SQRT2;

/** P(Z > z) for z ≥ BULK. */
function upperTail(z: number): number {
  return z > 38.6 ? 0 : 0.5 * expNegSquare(z, 0.5) * erfcxLarge(z * Math.SQRT1_2);
}

export function ndtrAt(z: number): number {
  if (Math.abs(z) <= BULK) return 0.5 + 0.5 * erfSmall(z * Math.SQRT1_2);
  return z > 0 ? 1 - upperTail(z) : upperTail(-z);
}

export function logNdtrAt(z: number): number {
  if (z > BULK) return Math.log1p(-upperTail(z));
  if (z >= -BULK) return Math.log(ndtrAt(z));
  return Math.log(0.5 * erfcxLarge(-z * Math.SQRT1_2)) - 0.5 * z * z;
}

/**
 * Distribution function of the standard normal, Φ(z) = P(Z ≤ z) = ½·erfc(−z/√2).
 *
 * @param x - Number, or array of numbers.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.ndtr(1.96) // => 0.9750021048517795
 */
export function ndtr<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("ndtr", "x", x, ndtrAt);
}

/**
 * ln Φ(z), without underflow: about −z²/2 − ln(−z√(2π)) for z far to the left.
 *
 * @param x - Number, or array of numbers.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.logNdtr(-100) // => -5005.524208694205
 */
export function logNdtr<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("logNdtr", "x", x, logNdtrAt);
}
