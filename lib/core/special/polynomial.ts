import type { ReadonlyVector } from "../types";

/** The polynomial c₀ + c₁x + c₂x² + … by Horner's rule. */
export function polyval(c: ReadonlyVector, x: number): number {
  let sum = c[c.length - 1];
  for (let k = c.length - 2; k >= 0; k--) sum = sum * x + c[k];
  return sum;
}

/**
 * The quotient of two polynomials of the same degree, coefficients in ascending order. Above and below
 * are evaluated side by side, two steps of Horner's rule at a time.
 */
export function ratio(p: ReadonlyVector, q: ReadonlyVector, x: number): number {
  let k = p.length - 1;
  let above = p[k];
  let below = q[k];
  for (; k > 1; k -= 2) {
    above = (above * x + p[k - 1]) * x + p[k - 2];
    below = (below * x + q[k - 1]) * x + q[k - 2];
  }
  if (k === 1) return (above * x + p[0]) / (below * x + q[0]);
  return above / below;
}
