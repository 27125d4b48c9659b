import { type ReadonlyMatrix, summarised } from "../core";
import { chiSquare } from "../prob";
import { requireGroups } from "./arguments/groups";
import { refuseOptions } from "./inference/options";
import { groupings, groupingTail } from "./laws/groupingLaw";
import { tableChance } from "./laws/tableChance";
import { rankWithTies, tieTerm } from "./ranks/midranks";

/** What `kruskalWallis` returns. */
export interface KruskalWallisResult {
  /** H, corrected for ties. */
  statistic: number;
  pValue: number;
  df: number;
  /** ε² = H/(n − 1), in [0, 1]. */
  effectSize: number;
  /** The mean of the midranks of each group. */
  meanRanks: number[];
  /** "exact": by all ways to part the ranks into such groups. "asymptotic": χ². */
  method: "exact" | "asymptotic";
}

/** So many ways to part the ranks into groups are gone through; with more χ² does. */
const FEW = 1000;

/**
 * The Kruskal–Wallis test: does one of k independent samples tend to be larger than another? It is the
 * one-way analysis of variance of the midranks rᵢⱼ in the pooled sample:
 * H = (n − 1)·Σ nᵢ(r̄ᵢ − r̄)²/ΣΣ(rᵢⱼ − r̄)², compared with the law χ²(k − 1) (Kruskal and Wallis 1952). The
 * approximation is good from about 5 entries a group on, and for three groups or more too cautious below. Where
 * there are no more than 1000 ways to part the ranks into such groups, as for twice 6 entries, all are gone
 * through: there χ² has p-values smaller than any that can come. Beyond, p is no smaller than the chance of the
 * groups that came.
 *
 * @param groups - At least 2 vectors, each with at least one number, not all equal.
 * @returns `{ statistic, pValue, df, effectSize, meanRanks, method }`.
 * @throws RangeError for too few groups or entries, or if all numbers are equal. O(n log n).
 * @example
 * stats.kruskalWallis([[1, 2, 3], [4, 5, 6]]).statistic // => 27 / 7
 * stats.kruskalWallis([[1, 2, 3], [4, 5, 6]]).meanRanks // => [2, 5]
 * stats.kruskalWallis([[1, 2, 3], [4, 5, 6]]).pValue // => 2 / 20
 */
export function kruskalWallis(groups: ReadonlyMatrix): KruskalWallisResult;
export function kruskalWallis(
  groups: ReadonlyMatrix,
  ...further: readonly unknown[]
): KruskalWallisResult {
  const caller = "kruskalWallis";
  refuseOptions(caller, further);
  const samples = requireGroups(caller, groups);
  const { ranks, ties } = rankWithTies(samples.flat());
  if (ties.length === 1) {
    throw new RangeError(
      `${caller}: groups must not all be equal, every entry is ${samples[0][0]}`,
    );
  }
  const n = ranks.length;
  let start = 0;
  const meanRanks = samples.map((g) => {
    const own = ranks.slice(start, start + g.length);
    start += g.length;
    return own.reduce((a, b) => a + b, 0) / g.length;
  });
  const between = samples.reduce((s, g, i) => s + g.length * (meanRanks[i] - (n + 1) / 2) ** 2, 0);
  const total = (n * (n * n - 1) - tieTerm(ties)) / 12;
  const effectSize = between / total;
  const statistic = (n - 1) * effectSize;
  const df = samples.length - 1;
  const sizes = samples.map((g) => g.length);
  const isExact = groupings(sizes) <= FEW;
  const group = samples.flatMap((g, i) => g.map(() => i));
  const pValue = isExact
    ? groupingTail(ranks, sizes)
    : Math.max(chiSquare(df).sf(statistic), tableChance(group, ranks));
  const method = isExact ? "exact" : "asymptotic";
  return summarised("Kruskal–Wallis test", {
    statistic,
    pValue,
    df,
    effectSize,
    meanRanks,
    method,
  });
}
