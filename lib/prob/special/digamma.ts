import { digammaAt, elementwise, type NumberOrArray, type Shaped } from "../../core/special";

/**
 * Digamma function ψ(x) = Γ′(x)/Γ(x), the derivative of lnΓ. ψ(1) = −0.5772… (minus Euler's
 * constant), ψ(x + 1) = ψ(x) + 1/x (DLMF 5.2.2).
 *
 * @param x - Number, or array of numbers.
 * @throws RangeError at the poles 0, −1, −2, ….
 * @example
 * prob.digamma(2) // => 0.42278433509846714
 */
export function digamma<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("digamma", "x", x, digammaAt);
}
