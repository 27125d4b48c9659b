import type { Dense } from "../storage/dense";

/**
 * The [m/m] Padé approximants of eˣ, r(x) = p(x)/p(−x) with p(x) = Σ bⱼxʲ, and how far each reaches.
 */

/** Degrees that need few products for what they achieve (Higham 2005). */
export type Degree = 3 | 5 | 7 | 9 | 13;

/**
 * Up to which value of ‖Aᵏ‖^(1/k) the approximant is exact to working precision, as the backward error
 * of r is a power series in A from A²ᵐ⁺¹ on (Higham 2005, table 2.3). For 13 the value is less than that
 * series allows, so that the matrix p(−A) stays well-conditioned (Al-Mohy & Higham 2009, section 3).
 */
export const THETA: Record<Degree, number> = {
  3: 1.495585217958292e-2,
  5: 2.53939833006323e-1,
  7: 9.504178996162932e-1,
  9: 2.097847961257068,
  13: 4.25,
};

/** The coefficients b₀ = 1, b₁, …, bₘ with bⱼ = (2m − j)!·m! / ((2m)!·j!·(m − j)!). */
export function padeCoefficients(m: Degree): number[] {
  const b = [1];
  for (let j = 1; j <= m; j++) b.push((b[j - 1] * (m - j + 1)) / ((2 * m - j + 1) * j));
  return b;
}

/** The first coefficient of the series of the backward error: m!²/((2m)!·(2m + 1)!). */
function firstCoefficient(m: Degree): number {
  let c = 1;
  for (let i = 1; i <= m; i++) c *= i / (m + i);
  for (let i = 2; i <= 2 * m + 1; i++) c /= i;
  return c;
}

/**
 * How many more halvings the approximant needs so that rounding, too, does no harm: A may be such that
 * the powers of A cancel while those of |A|, which rounding errors follow, do not (Al-Mohy & Higham
 * 2009, (5.1)). The matrix is c·X; ‖|X|²ᵐ⁺¹‖₁ is found exactly by products with a vector of ones.
 */
export function extraHalvings({ data, rows: n }: Dense, c: number, m: Degree): number {
  let sums = new Float64Array(n).fill(1);
  let size = 0;
  let exponent = 0;
  for (let k = 1; k <= 2 * m + 1; k++) {
    const next = new Float64Array(n);
    for (let i = 0, p = 0; i < n; i++) {
      for (let j = 0; j < n; j++) next[j] += sums[i] * Math.abs(data[p++]);
    }
    const largest = next.reduce((max, v) => Math.max(max, v), 0);
    if (largest === 0) return 0;
    if (k === 1) size = Math.log2(largest);
    exponent += Math.log2(largest);
    sums = next.map((v) => v / largest);
  }
  // α = c₂ₘ₊₁·‖|cX|²ᵐ⁺¹‖/‖cX‖, compared with the unit roundoff, in logarithms.
  const alpha = Math.log2(firstCoefficient(m)) + exponent - size + 2 * m * Math.log2(c);
  return Math.max(Math.ceil((alpha + 53) / (2 * m)), 0);
}
