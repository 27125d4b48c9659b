import type { ReadonlyVector } from "../../core";
import { midranksOf } from "../ranks/midranks";
import { binomialCoefficient } from "./counting";

/** The law of a sum of ranks under the null hypothesis: the value shift + step·k has chance p[k]. */
export interface RankSumLaw {
  shift: number;
  step: number;
  p: Float64Array;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The ranks of the groups above the least, in units that leave small whole numbers. */
function sizesOf(ties: ReadonlyVector): { sizes: number[]; least: number; unit: number } {
  const doubled = midranksOf(ties).map((r) => 2 * r);
  const least = doubled[0];
  const unit = doubled.reduce((g, r) => gcd(g, r - least), 0) || 1;
  return { sizes: doubled.map((r) => (r - least) / unit), least, unit };
}

/** The largest sum of m sizes. */
function largestSum(ties: ReadonlyVector, sizes: ReadonlyVector, m: number): number {
  let sum = 0;
  for (let g = ties.length - 1, left = m; left > 0; g--) {
    const taken = Math.min(left, ties[g]);
    sum += taken * sizes[g];
    left -= taken;
  }
  return sum;
}

/**
 * About how many additions `chooseLaw` makes; infinite where its counts would overflow or its table be
 * too large to hold.
 */
export function chooseWork(ties: ReadonlyVector, m: number): number {
  const n = ties.reduce((a, b) => a + b, 0);
  const table = (m + 1) * (largestSum(ties, sizesOf(ties).sizes, m) + 1);
  if (table > 5e7 || binomialCoefficient(n, m) > 1e300) return Infinity;
  return ties.reduce((sum, t) => sum + Math.min(t, m) * table, 0);
}

/**
 * The law of the sum of m ranks when all choices are equally likely, ties and all: counts of the
 * m-subsets by their sum, one group of equal ranks after another, of which c can be taken in C(t, c)
 * ways.
 *
 * @param ties - Sizes of the groups of equal entries, in ascending order of the entries.
 */
export function chooseLaw(ties: ReadonlyVector, m: number): RankSumLaw {
  const { sizes, least, unit } = sizesOf(ties);
  const most = largestSum(ties, sizes, m);
  const counts = Array.from({ length: m + 1 }, () => new Float64Array(most + 1));
  counts[0][0] = 1;
  const reach = new Array<number>(m + 1).fill(-1);
  reach[0] = 0;
  sizes.forEach((size, g) => {
    const ways = Array.from({ length: Math.min(ties[g], m) + 1 }, (_, c) =>
      binomialCoefficient(ties[g], c),
    );
    for (let j = m; j >= 1; j--) {
      const to = counts[j];
      for (let c = 1; c < ways.length && c <= j; c++) {
        if (reach[j - c] < 0) continue;
        const from = counts[j - c];
        for (let s = reach[j - c]; s >= 0; s--) to[s + c * size] += ways[c] * from[s];
        reach[j] = Math.max(reach[j], reach[j - c] + c * size);
      }
    }
  });
  return { shift: (m * least) / 2, step: unit / 2, p: normalised(counts[m]) };
}

/** The chances of the smallest and of the largest sum of m ranks: no p-value can be less. */
export function extremeChances(ties: ReadonlyVector, m: number): { lower: number; upper: number } {
  const all = binomialCoefficient(
    ties.reduce((a, b) => a + b, 0),
    m,
  );
  const ways = (groups: ReadonlyVector) => {
    let left = m;
    for (const t of groups) {
      if (t >= left) return binomialCoefficient(t, left);
      left -= t;
    }
    return 1;
  };
  if (all === Infinity) return { lower: 0, upper: 0 };
  return { lower: ways(ties) / all, upper: ways(ties.slice().reverse()) / all };
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
