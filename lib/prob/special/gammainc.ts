import { elementwise, type NumberOrArray, type Shaped } from "../../core/special";
import { gammaTail } from "./kernels/gammaTail";
import { requireShape } from "./kernels/shapes";
import { tailValue } from "./kernels/tail";

/**
 * Regularised lower incomplete gamma function P(a, x) = 1/Γ(a) · ∫₀ˣ tᵃ⁻¹e⁻ᵗ dt: the distribution
 * function of a gamma variable of shape a.
 *
 * Series (DLMF 8.7.1), continued fraction (8.9.2) and, near x = a ≥ 20, Temme's uniform asymptotic
 * expansion (8.12), so that the cost does not grow with a.
 *
 * @param a - Shape, ≥ 1e-300.
 * @param x - Number ≥ 0, or array of them.
 * @throws RangeError if a < 1e-300 or x < 0.
 * @example
 * prob.gammainc(1, 2) // => 1 - Math.exp(-2)
 */
export function gammainc<X extends NumberOrArray>(a: number, x: X): Shaped<X> {
  requireShape("gammainc", "a", a);
  const f = (v: number) => tailValue(gammaTail(a, v), false);
  return elementwise("gammainc", "x", x, f, { min: 0, allowInfinite: true });
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), precise where P rounds to 1
 * (DLMF 8.2.4).
 *
 * @param a - Shape, ≥ 1e-300.
 * @param x - Number ≥ 0, or array of them.
 * @throws RangeError if a < 1e-300 or x < 0.
 * @example
 * prob.gammaincc(1, 50) // => Math.exp(-50)
 */
export function gammaincc<X extends NumberOrArray>(a: number, x: X): Shaped<X> {
  requireShape("gammaincc", "a", a);
  const f = (v: number) => tailValue(gammaTail(a, v), true);
  return elementwise("gammaincc", "x", x, f, { min: 0, allowInfinite: true });
}
