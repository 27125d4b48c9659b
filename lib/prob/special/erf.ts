import {
  elementwise,
  erfAt,
  erfcAt,
  erfcxAt,
  type NumberOrArray,
  type Shaped,
} from "../../core/special";

/**
 * Error function erf(x) = 2/√π · ∫₀ˣ e^{−t²} dt (DLMF 7.2.1).
 *
 * @param x - Number, or array of numbers.
 * @returns erf of it, or of each entry; relative error below 1e-15.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.erf(0.5) // => 0.5204998778130465
 * prob.erf([0, Infinity]) // => [0, 1]
 */
export function erf<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("erf", "x", x, erfAt);
}

/**
 * Complementary error function erfc(x) = 1 − erf(x), which keeps its relative precision where erf
 * rounds to 1 (down to 5e-324 at x = 27.2; DLMF 7.2.2).
 *
 * @param x - Number, or array of numbers.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.erfc(10) // => 2.088487583762545e-45
 */
export function erfc<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("erfc", "x", x, erfcAt);
}

/**
 * Scaled complementary error function erfcx(x) = e^{x²}·erfc(x), which neither under- nor overflows
 * for x > −26.6; about 1/(x√π) for large x. See DLMF 7.7.
 *
 * @param x - Number, or array of numbers.
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.erfcx(100) // => 0.005641613782989433
 */
export function erfcx<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("erfcx", "x", x, erfcxAt);
}
