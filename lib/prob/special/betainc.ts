import { elementwise, type NumberOrArray, type Shaped } from "../../core/special";
import { betaTail } from "./kernels/betaTail";
import { requireShapes } from "./kernels/shapes";
import { tailValue } from "./kernels/tail";

/**
 * Regularised incomplete beta function I_x(a, b) = 1/B(a, b) · ∫₀ˣ tᵃ⁻¹(1 − t)ᵇ⁻¹ dt: the
 * distribution function of a beta variable.
 *
 * Continued fraction (DLMF 8.17.22) from the side of the mean on which it converges fast: of the
 * order of √max(a, b) steps near the mean.
 *
 * @param a - First shape, ≥ 1e-300.
 * @param b - Second shape, ≥ 1e-300.
 * @param x - Number in [0, 1], or array of them.
 * @throws RangeError if a or b < 1e-300, a + b overflows or x is outside [0, 1].
 * @example
 * prob.betainc(2, 2, 0.25) // => 0.15625
 */
export function betainc<X extends NumberOrArray>(a: number, b: number, x: X): Shaped<X> {
  requireShapes("betainc", a, b);
  const f = (v: number) => tailValue(betaTail(a, b, v, 1 - v), false);
  return elementwise("betainc", "x", x, f, { min: 0, max: 1 });
}

/**
 * Complement of the regularised incomplete beta function, 1 − I_x(a, b), precise where I_x rounds
 * to 1 (DLMF 8.17.4).
 *
 * @param a - First shape, ≥ 1e-300.
 * @param b - Second shape, ≥ 1e-300.
 * @param x - Number in [0, 1], or array of them.
 * @throws RangeError if a or b < 1e-300, a + b overflows or x is outside [0, 1].
 * @example
 * prob.betaincc(1, 20, 0.9) // => 1e-20
 */
export function betaincc<X extends NumberOrArray>(a: number, b: number, x: X): Shaped<X> {
  requireShapes("betaincc", a, b);
  const f = (v: number) => tailValue(betaTail(a, b, v, 1 - v), true);
  return elementwise("betaincc", "x", x, f, { min: 0, max: 1 });
}
