import { binomial } from "../../prob";
import { boundaryCrossing } from "./boundaryLaw";

/**
 * P(K > z) for Kolmogorov's limit law, that of √n·Dₙ as n → ∞ (Kolmogorov 1933):
 * 2Σ(−1)^{k−1}e^{−2k²z²}, or 1 − (√(2π)/z)Σe^{−(2k−1)²π²/(8z²)} where that converges faster.
 */
export function kolmogorovLimitSf(z: number): number {
  if (z <= 0.05) return 1; // the difference from 1 is below 1e-200
  if (z < 1) {
    let sum = 0;
    for (let k = 1; k <= 7; k += 2) sum += Math.exp(-((k * Math.PI) ** 2) / (8 * z * z));
    return 1 - (Math.sqrt(2 * Math.PI) / z) * sum;
  }
  let sum = 0;
  for (let k = 5; k >= 1; k--) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * (k * z) ** 2);
  return 2 * sum;
}

/**
 * P(Dₙ⁺ ≥ d), exact (Smirnov 1944; Birnbaum and Tingey 1951): the sum over j ≤ n(1 − d) of
 * d/(d + j/n)·b(j; n, d + j/n) with b the binomial probability. All terms are positive. O(n).
 */
export function smirnovSf(d: number, n: number): number {
  if (d <= 0) return 1;
  if (d >= 1) return 0;
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const chance = d + j / n;
    if (chance < 1) sum += (d / chance) * binomial(n, chance).pmf(j);
  }
  return Math.min(1, sum);
}

/**
 * P(Dₙ ≥ d) for the two-sided one-sample statistic, exact but for rounding.
 *
 * Where d > ½ it is 2P(Dₙ⁺ ≥ d) exactly; so it is to within a relative e^{−6nd²} far in the tail,
 * which we use from nd² > 6 on. Else the chance that the order statistics of n uniform variables leave
 * the band i/n − d < U₍ᵢ₎ < (i − 1)/n + d. O(n·(nd)²).
 */
export function kolmogorovSf(d: number, n: number): number {
  if (n * d <= 0.5) return 1;
  if (d > 0.5 || n * d * d > 6) return Math.min(1, 2 * smirnovSf(d, n));
  const ranks = Array.from({ length: n }, (_, i) => i);
  return boundaryCrossing(
    ranks.map((i) => Math.max(0, (i + 1) / n - d)),
    ranks.map((i) => Math.min(1, i / n + d)),
  );
}

/**
 * The chance that a random order of m x's and n y's has a gap Fx − Fy that reaches `limit`/(m·n),
 * exact given the ties of the pooled sample. Backwards over the lattice of paths, in positive terms
 * only: h(i, j) = P(the gap is reached from here on). O(m·n).
 *
 * @param limit - The gap times m·n, a whole number.
 * @param blockEnds - For each t = i + j, whether a group of equal values ends after t entries.
 * @param gap - Turns i·n − j·m into the gap that counts: |·|, + or −.
 */
export function twoSampleSf(
  m: number,
  n: number,
  limit: number,
  blockEnds: readonly boolean[],
  gap: (difference: number) => number,
): number {
  const h = new Float64Array(n + 2);
  for (let i = m; i >= 0; i--) {
    for (let j = n; j >= 0; j--) {
      const left = m - i + (n - j);
      if (blockEnds[i + j] && gap(i * n - j * m) >= limit) h[j] = 1;
      else if (left === 0) h[j] = 0;
      else h[j] = (i < m ? ((m - i) / left) * h[j] : 0) + (j < n ? ((n - j) / left) * h[j + 1] : 0);
    }
  }
  return h[0];
}
