import { binomial } from "../../prob";

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

type Scaled = { rows: Float64Array[]; exponent: number };

function product(a: Scaled, b: Scaled): Scaled {
  const m = a.rows.length;
  const rows = a.rows.map((ai) => {
    const out = new Float64Array(m);
    for (let k = 0; k < m; k++) {
      const aik = ai[k];
      const bk = b.rows[k];
      if (aik !== 0) for (let j = 0; j < m; j++) out[j] += aik * bk[j];
    }
    return out;
  });
  let exponent = a.exponent + b.exponent;
  if (rows[m >> 1][m >> 1] > 2 ** 400) {
    for (const row of rows) for (let j = 0; j < m; j++) row[j] *= 2 ** -400;
    exponent += 400;
  }
  return { rows, exponent };
}

/**
 * P(Dₙ ≥ d) for the two-sided one-sample statistic, exact but for rounding.
 *
 * Where d > ½ it is 2P(Dₙ⁺ ≥ d) exactly; so it is to within a relative e^{−6nd²} far in the tail,
 * which we use from nd² > 6 on. Else one minus the (k, k) entry of the n-th power of a matrix of order
 * 2⌈nd⌉ − 1, times n!/nⁿ (Marsaglia, Tsang and Wang 2003). O((nd)³ log n).
 */
export function kolmogorovSf(d: number, n: number): number {
  if (n * d <= 0.5) return 1;
  if (d > 0.5 || n * d * d > 6) return Math.min(1, 2 * smirnovSf(d, n));
  const k = Math.floor(n * d) + 1;
  const h = k - n * d;
  const m = 2 * k - 1;
  const rows = Array.from({ length: m }, (_, i) =>
    Float64Array.from({ length: m }, (_, j) => (i - j + 1 < 0 ? 0 : 1)),
  );
  for (let i = 0; i < m; i++) {
    rows[i][0] -= h ** (i + 1);
    rows[m - 1][i] -= h ** (m - i);
  }
  rows[m - 1][0] += Math.max(0, 2 * h - 1) ** m;
  for (let i = 0; i < m; i++) {
    let factorial = 1;
    for (let j = i; j >= 0; j--) {
      factorial *= i - j + 1;
      rows[i][j] /= factorial;
    }
  }
  let power: Scaled = { rows, exponent: 0 };
  let result: Scaled | null = null;
  for (let e = n; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = result ? product(result, power) : power;
    if (e > 1) power = product(power, power);
  }
  let { exponent } = result!;
  let value = result!.rows[k - 1][k - 1];
  for (let i = 1; i <= n; i++) {
    value *= i / n;
    if (value < 2 ** -400) {
      value *= 2 ** 400;
      exponent -= 400;
    }
  }
  return Math.min(1, Math.max(0, 1 - value * 2 ** exponent));
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
