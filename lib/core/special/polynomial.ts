import type { ReadonlyVector } from "../types";

/** The polynomial c₀ + c₁x + c₂x² + … by Horner's rule. */
export function polyval(c: ReadonlyVector, x: number): number {
  let sum = c[c.length - 1];
  for (let k = c.length - 2; k >= 0; k--) sum = sum * x + c[k];
  return sum;
}

/** The quotient of two polynomials of the same degree, coefficients in ascending order. */
export function ratio(p: ReadonlyVector, q: ReadonlyVector, x: number): number {
  let above = p[p.length - 1];
  let below = q[p.length - 1];
  for (let k = p.length - 2; k >= 0; k--) {
    above = above * x + p[k];
    below = below * x + q[k];
  }
  return above / below;
}
