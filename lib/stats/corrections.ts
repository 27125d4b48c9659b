import type { ReadonlyVector } from "../core";
import { requireProbabilities } from "./arguments/guards";

/**
 * Bonferroni's adjusted p-values, min(1, m·pᵢ) for m tests: rejecting those ≤ α keeps the chance of
 * any false rejection (the family-wise error rate) at α, whatever the dependence. See Dunn 1961, "Multiple
 * comparisons among means".
 *
 * @param p - m p-values in [0, 1].
 * @returns The adjusted p-values, in the order given.
 * @throws TypeError, RangeError for bad p. O(m).
 * @example
 * stats.bonferroni([0.01, 0.04, 0.5]) // => [0.03, 0.12, 1]
 */
export function bonferroni(p: ReadonlyVector): number[] {
  requireProbabilities("bonferroni", p);
  return p.map((v) => Math.min(1, v * p.length));
}

/**
 * Holm's adjusted p-values: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the running maximum of (m − k + 1)·p₍ₖ₎, at most
 * 1. The same guarantee as Bonferroni's and never a larger value (Holm 1979).
 *
 * @param p - m p-values in [0, 1].
 * @returns The adjusted p-values, in the order given.
 * @throws TypeError, RangeError for bad p. O(m log m).
 * @example
 * stats.holm([0.01, 0.04, 0.03]) // => [0.03, 0.06, 0.06]
 */
export function holm(p: ReadonlyVector): number[] {
  requireProbabilities("holm", p);
  const adjusted = new Array<number>(p.length);
  const ascending = Array.from(p.keys()).sort((i, j) => p[i] - p[j]);
  let running = 0;
  ascending.forEach((index, k) => {
    running = Math.min(1, Math.max(running, (p.length - k) * p[index]));
    adjusted[index] = running;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's adjusted p-values: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the running minimum from the
 * right of m·p₍ₖ₎/k. Rejecting those ≤ q keeps the expected share of false among all rejections (the
 * false discovery rate) at q for independent tests (Benjamini and Hochberg 1995).
 *
 * @param p - m p-values in [0, 1].
 * @returns The adjusted p-values, in the order given.
 * @throws TypeError, RangeError for bad p. O(m log m).
 * @example
 * stats.benjaminiHochberg([0.01, 0.04, 0.03]) // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: ReadonlyVector): number[] {
  requireProbabilities("benjaminiHochberg", p);
  const m = p.length;
  const adjusted = new Array<number>(m);
  const descending = Array.from(p.keys()).sort((i, j) => p[j] - p[i]);
  let running = 1;
  descending.forEach((index, k) => {
    running = Math.min(running, (m / (m - k)) * p[index]);
    adjusted[index] = running;
  });
  return adjusted;
}
