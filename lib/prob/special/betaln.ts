import { requireNumber } from "../../core";
import { betalnAt } from "../../core/special";

/**
 * Logarithm of the beta function, ln B(a, b) = lnΓ(a) + lnΓ(b) − lnΓ(a + b), formed without the
 * cancellation of those three. See DLMF 5.12.
 *
 * @param a - Number > 0.
 * @param b - Number > 0.
 * @throws RangeError if a ≤ 0 or b ≤ 0.
 * @example
 * prob.betaln(2, 3) // => -Math.log(12)
 */
export function betaln(a: number, b: number): number {
  requireNumber("betaln", "a", a, { above: 0 });
  requireNumber("betaln", "b", b, { above: 0 });
  return betalnAt(a, b);
}
