import { type ReadonlyMatrix, summarised } from "../core";
import { fisherF } from "../prob";
import { requireGroups } from "./arguments/groups";
import { refuseOptions } from "./inference/options";
import { centre, powerSum } from "./moments/centre";

/** What `welchAnova` returns. */
export interface WelchAnovaResult {
  /** Welch's F. */
  statistic: number;
  pValue: number;
  /** k − 1, and those of the denominator, which need not be whole. */
  df: [between: number, within: number];
  /** The mean of each group. */
  means: number[];
}

/**
 * Welch's analysis of variance: do k groups have one mean, when their variances may differ? With weights
 * wᵢ = nᵢ/sᵢ², W = Σwᵢ and x̃ = Σwᵢx̄ᵢ/W,
 * F = Σwᵢ(x̄ᵢ − x̃)²/(k − 1)/(1 + 2(k − 2)/(k² − 1)·L) with L = Σ(1 − wᵢ/W)²/(nᵢ − 1), compared with the law
 * F(k − 1, (k² − 1)/(3L)) (Welch 1951). For two groups it is Welch's t-test, F = t².
 *
 * @param groups - At least 2 vectors, each with at least 2 numbers that are not all equal.
 * @returns `{ statistic, pValue, df, means }`.
 * @throws RangeError for too few groups or entries, or a constant group. O(n).
 * @example
 * stats.welchAnova([[1, 2, 3], [2, 3, 4]]).statistic // => 1.5
 * stats.welchAnova([[1, 2], [3, 3]]) // throws welchAnova: groups[1] must not be constant
 */
export function welchAnova(groups: ReadonlyMatrix): WelchAnovaResult;
export function welchAnova(
  groups: ReadonlyMatrix,
  ...further: readonly unknown[]
): WelchAnovaResult {
  const caller = "welchAnova";
  refuseOptions(caller, further);
  const samples = requireGroups(caller, groups, 2);
  // about the grand mean and in one unit, so that neither offsets nor units cost digits
  const all = centre(samples.flat());
  let start = 0;
  const parts = samples.map((g, i) => {
    const { mean, d, scale } = centre(all.d.slice(start, start + g.length));
    start += g.length;
    const variance = (powerSum(d, 2) / (g.length - 1)) * scale * scale;
    if (!(variance > 0)) {
      throw new RangeError(`${caller}: groups[${i}] must not be constant, all entries are ${g[0]}`);
    }
    return { n: g.length, mean, weight: g.length / variance };
  });
  const k = parts.length;
  const total = parts.reduce((s, p) => s + p.weight, 0);
  const middle = parts.reduce((s, p) => s + (p.weight / total) * p.mean, 0);
  const between = parts.reduce((s, p) => s + p.weight * (p.mean - middle) ** 2, 0);
  const L = parts.reduce((s, p) => s + (1 - p.weight / total) ** 2 / (p.n - 1), 0);
  const statistic = between / (k - 1) / (1 + ((2 * (k - 2)) / (k * k - 1)) * L);
  const df: [number, number] = [k - 1, (k * k - 1) / (3 * L)];
  return summarised("Welch's analysis of variance", {
    statistic,
    pValue: fisherF(df[0], df[1]).sf(statistic),
    df,
    means: parts.map((p) => all.mean + p.mean * all.scale),
  });
}
