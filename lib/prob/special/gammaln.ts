import { elementwise, gammalnAt, type NumberOrArray, type Shaped } from "../../core/special";

/**
 * Logarithm of the absolute value of the gamma function, ln|Γ(x)|, where Γ(x) = ∫₀^∞ tˣ⁻¹e⁻ᵗ dt and
 * Γ(n) = (n − 1)!.
 *
 * Relative error about 1e-15 for x > 0, also near the zeros at 1 and 2. A rational approximation
 * serves on [1, 3], the recurrence Γ(x + 1) = xΓ(x) between, and Stirling's series above 10 (DLMF
 * 5.11.1); negative x by reflection. See DLMF 5.11.
 *
 * @param x - Number, or array of numbers; +∞ at the poles 0, −1, −2, ….
 * @throws TypeError or RangeError for anything but numbers, or NaN.
 * @example
 * prob.gammaln(11) // => Math.log(3628800)
 * prob.gammaln([0.5, 1]) // => [0.5723649429247001, 0]
 */
export function gammaln<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("gammaln", "x", x, gammalnAt);
}
