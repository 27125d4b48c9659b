import type { ReadonlyVector } from "../../core";
import { factorial } from "./counting";

/** In how many ways things part into groups of these sizes, n!/(n₁!·n₂!·…); Infinity beyond the doubles. */
export function groupings(sizes: ReadonlyVector): number {
  const n = sizes.reduce((a, b) => a + b, 0);
  if (n > 170) return Infinity;
  return Math.round(sizes.reduce((ways, size) => ways / factorial(size), factorial(n)));
}

/** Sums of squares that differ by this share are equal but for rounding. */
const SAME = 1e-12;

/**
 * P(Σ Sᵢ²/nᵢ ≥ that observed), Sᵢ the sum of group i, when all ways to part the scores into groups of these sizes
 * are equally likely: the exact law of the Kruskal–Wallis statistic, ties included. Goes through all `groupings`.
 *
 * @param scores - Those of the first group first, then those of the second, and so on.
 */
export function groupingTail(scores: ReadonlyVector, sizes: ReadonlyVector): number {
  const room = sizes.slice();
  const sums = sizes.map(() => 0);
  const spread = () => sums.reduce((total, s, i) => total + (s * s) / sizes[i], 0);
  let at = 0;
  sizes.forEach((size, i) => {
    for (let k = 0; k < size; k++) sums[i] += scores[at++];
  });
  const bar = spread() * (1 - SAME);
  sums.fill(0);
  let [reached, all] = [0, 0];
  const place = (k: number): void => {
    if (k === scores.length) {
      all++;
      if (spread() >= bar) reached++;
      return;
    }
    for (let i = 0; i < room.length; i++) {
      if (room[i] === 0) continue;
      room[i]--;
      sums[i] += scores[k];
      place(k + 1);
      sums[i] -= scores[k];
      room[i]++;
    }
  };
  place(0);
  return reached / all;
}
