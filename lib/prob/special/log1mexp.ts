import { elementwise, log1mexpAt, type NumberOrArray, type Shaped } from "../../core/special";

/**
 * ln(1 − e^{−x}) for x ≥ 0, precise for x near 0 and for x large. By Mächler's rule (2012, "Accurately
 * computing log(1 − exp(−|a|))").
 *
 * @param x - Number ≥ 0, or array of them; 0 gives −∞.
 * @throws RangeError if x < 0.
 * @example
 * prob.log1mexp(Math.LN2) // => -Math.LN2
 */
export function log1mexp<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("log1mexp", "x", x, log1mexpAt, { min: 0, allowInfinite: true });
}
