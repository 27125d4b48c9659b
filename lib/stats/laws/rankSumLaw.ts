import type { ReadonlyVector } from "../../core";

/** The law of a sum of ranks under the null hypothesis: the value shift + step·k has chance p[k]. */
export interface RankSumLaw {
  shift: number;
  step: number;
  p: Float64Array;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The number of steps `chooseLaw` takes. */
export function chooseWork(n: number, m: number): number {
  return n * m * m * (n - m);
}

/**
 * The law of the sum of m of the given ranks when all choices are equally likely, ties and all:
 * counts of the m-subsets by their sum, one rank after another.
 *
 * @param ranks - Midranks, whole or half numbers. O(n·m²·(n − m)) at most.
 */
export function chooseLaw(ranks: ReadonlyVector, m: number): RankSumLaw {
  const ascending = ranks.map((r) => 2 * r).sort((a, b) => a - b);
  const least = ascending[0];
  const unit = ascending.reduce((g, r) => gcd(g, r - least), 0) || 1;
  const sizes = ascending.map((r) => (r - least) / unit);
  const most = sizes.slice(sizes.length - m).reduce((a, b) => a + b, 0);
  const counts = Array.from({ length: m + 1 }, () => new Float64Array(most + 1));
  counts[0][0] = 1;
  const reach = new Array<number>(m + 1).fill(-1);
  reach[0] = 0;
  for (const size of sizes) {
    for (let j = m; j >= 1; j--) {
      if (reach[j - 1] < 0) continue;
      const from = counts[j - 1];
      const to = counts[j];
      for (let s = reach[j - 1]; s >= 0; s--) to[s + size] += from[s];
      reach[j] = Math.max(reach[j], reach[j - 1] + size);
    }
  }
  return { shift: (m * least) / 2, step: unit / 2, p: normalised(counts[m]) };
}

/**
 * The law of the sum of those ranks whose sign is +, when all 2ⁿ patterns of signs are equally likely.
 *
 * @param ranks - Midranks, whole or half numbers, at most 1000 of them. O(n³).
 */
export function signLaw(ranks: ReadonlyVector): RankSumLaw {
  const sizes = ranks.map((r) => 2 * r);
  const p = new Float64Array(sizes.reduce((a, b) => a + b, 0) + 1);
  p[0] = 1;
  let reach = 0;
  for (const size of sizes) {
    for (let s = reach; s >= 0; s--) p[s + size] += p[s];
    reach += size;
  }
  return { shift: 0, step: 0.5, p: normalised(p) };
}

function normalised(counts: Float64Array): Float64Array {
  const total = counts.reduce((a, b) => a + b, 0);
  return counts.map((c) => c / total);
}

/** P(sum ≤ value) and P(sum ≥ value) for a value the law can take. */
export function tails(law: RankSumLaw, value: number): { lower: number; upper: number } {
  const at = Math.round((value - law.shift) / law.step);
  const total = (from: number, to: number) => law.p.subarray(from, to).reduce((a, b) => a + b, 0);
  return { lower: Math.min(1, total(0, at + 1)), upper: Math.min(1, total(at, law.p.length)) };
}
