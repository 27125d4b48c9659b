import {
  elementwise,
  erfcinvAt,
  erfinvAt,
  type NumberOrArray,
  ndtriAt,
  type Shaped,
} from "../../core/special";

/**
 * Quantile function of the standard normal: the z with Φ(z) = p. By Wichura's rational approximations (1988, AS
 * 241).
 *
 * @param p - Probability in [0, 1], or an array of them; 0 gives −∞ and 1 gives +∞.
 * @throws RangeError for p outside [0, 1].
 * @example
 * prob.ndtri(0.975) // => 1.959963984540054
 */
export function ndtri<X extends NumberOrArray>(p: X): Shaped<X> {
  return elementwise("ndtri", "p", p, ndtriAt, { min: 0, max: 1 });
}

/**
 * Inverse error function: the x with erf(x) = y (DLMF 7.17).
 *
 * @param y - Number in [−1, 1], or an array of them; ±1 gives ±∞.
 * @throws RangeError for y outside [−1, 1].
 * @example
 * prob.erfinv(0.5) // => 0.4769362762044699
 */
export function erfinv<X extends NumberOrArray>(y: X): Shaped<X> {
  return elementwise("erfinv", "y", y, erfinvAt, { min: -1, max: 1 });
}

/**
 * Inverse complementary error function: the x with erfc(x) = y, precise for y near 0, where
 * erfinv(1 − y) no longer is. See DLMF 7.17.
 *
 * @param y - Number in [0, 2], or an array of them; 0 gives +∞ and 2 gives −∞.
 * @throws RangeError for y outside [0, 2].
 * @example
 * prob.erfcinv(1e-300) // => 26.209469960516
 */
export function erfcinv<X extends NumberOrArray>(y: X): Shaped<X> {
  return elementwise("erfcinv", "y", y, erfcinvAt, { min: 0, max: 2 });
}
