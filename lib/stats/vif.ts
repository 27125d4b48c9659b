import type { ReadonlyMatrix, Vector } from "../core";
import { refuseOptions } from "./inference/options";
import { centre, powerSum } from "./moments/centre";
import { columnOf, factorDesign } from "./regression/design";

/**
 * Variance inflation factors of the columns of X in a regression with an intercept: VIFⱼ = 1/(1 − R²ⱼ), R²ⱼ that of
 * column j on all others. It is by how much the variance of its coefficient is larger than if the columns were
 * uncorrelated; above 5 or 10 is called strong collinearity (Belsley, Kuh and Welsch 1980).
 *
 * All come from one QR of the design, VIFⱼ = ((DᵀD)⁻¹)ⱼⱼ·Σ(xᵢⱼ − x̄ⱼ)².
 *
 * @param X - n×p with n > p + 1.
 * @returns p numbers ≥ 1.
 * @throws LinAlgError naming a column that depends on those before it (a constant one is a multiple of the
 * intercept); TypeError, RangeError for a bad X. O(n·p²).
 * @example
 * stats.vif([[1, 1], [1, -1], [-1, 1], [-1, -1]]) // => [1, 1]
 * stats.vif([[1, 2], [2, 4], [3, 6], [4, 8]]) // throws vif: X must have independent columns, column 1 ("x2") equals 2·x1
 */
export function vif(X: ReadonlyMatrix): Vector;
export function vif(X: ReadonlyMatrix, ...further: readonly unknown[]): Vector {
  refuseOptions("vif", further);
  const { S, inverse, names } = factorDesign("vif", X, true, undefined);
  const k = names.length;
  return Array.from({ length: k - 1 }, (_, p) => {
    const j = p + 1;
    let variance = 0;
    for (let i = 0; i < k; i++) variance += inverse.data[j * k + i] ** 2;
    const { d, scale } = centre(columnOf(S, j));
    return Math.max(1, variance * powerSum(d, 2) * scale * scale);
  });
}
