import {
  elementwise,
  logNdtrAt,
  type NumberOrArray,
  ndtrAt,
  type Shaped,
} from "../../core/special";

/**
 * Distribution function of the standard normal, Φ(z) = P(Z ≤ z) = ½·erfc(−z/√2). See DLMF 7.2.2.
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
 * ln Φ(z), without underflow: about −z²/2 − ln(−z√(2π)) for z far to the left. The tail's series is DLMF
 * 7.12.1. See DLMF 7.12.
 *
 * @param x - Number, or array of numbers.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.logNdtr(-100) // => -5005.524208694205
 */
export function logNdtr<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("logNdtr", "x", x, logNdtrAt);
}
