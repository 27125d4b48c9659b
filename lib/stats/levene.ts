import {
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  summarised,
} from "../core";
import { fisherF } from "../prob";
import { requireGroups } from "./arguments/groups";
import { oneWay } from "./inference/oneWay";
import { requireTestOptions } from "./inference/options";
import { meanOf } from "./moments/centre";
import { unitOf } from "./moments/powerOfTwo";
import { medianOf } from "./ranks/order";
import { trimMean } from "./trimMean";

/** Options of `levene`. */
export interface LeveneOptions {
  /** What distances are taken to: "median" (default; Brown and Forsythe), "mean" (Levene) or "trimmed" mean. */
  center?: "median" | "mean" | "trimmed";
  /** The share that the trimmed mean leaves out at each end, in [0, 0.5). Default 0.05. */
  proportion?: number;
}

/** What `levene` returns. */
export interface LeveneResult {
  /** W, the F of the distances. */
  statistic: number;
  pValue: number;
  /** k − 1 and n − k. */
  df: [between: number, within: number];
}

/**
 * Levene's test: do k groups have one variance? It is the one-way analysis of variance of the distances
 * |xᵢⱼ − cᵢ| to the centre of each group. With the median for centre, Brown and Forsythe's form (1974), it
 * holds its level for skew and for long-tailed data, where Bartlett's test does not; with the mean it is
 * Levene's (1960), for about normal data; with the trimmed mean it is for long tails.
 *
 * (SciPy's "trimmed" leaves the trimmed entries out of the distances too; here as in Brown and Forsythe's paper
 * and in R they stay.)
 *
 * @param groups - At least 2 vectors, each with at least one number, n > k in all.
 * @param options - `center`, `proportion`.
 * @returns `{ statistic, pValue, df }`.
 * @throws RangeError for too few groups or entries, or distances that do not vary in any group. O(n).
 * @example
 * stats.levene([[1, 2, 3], [2, 4, 6]]).statistic // => 0.8
 * stats.levene([[1, 2, 3], [2, 4, 6]], { center: "mean" }).df // => [1, 4]
 */
export function levene(groups: ReadonlyMatrix, options: LeveneOptions = {}): LeveneResult {
  const caller = "levene";
  const given = requireGroups(caller, groups);
  requireTestOptions(caller, options, ["center", "proportion"]);
  const { center = "median", proportion = 0.05 } = options;
  requireOneOf(caller, "center", center, ["median", "mean", "trimmed"]);
  requireNumber(caller, "proportion", proportion, { min: 0, below: 0.5 });
  const centreOf = {
    median: medianOf,
    mean: meanOf,
    trimmed: (x: ReadonlyVector) => trimMean(x, proportion),
  }[center];
  // in a unit that brings them near 1: no distance is beyond the doubles
  const unit = unitOf(given.flat());
  const samples = given.map((g) => g.map((v) => v / unit));
  const distances = samples.map((g) => {
    const c = centreOf(g);
    return g.map((v) => Math.abs(v - c));
  });
  const rounding = samples.map((g) => 2 * Number.EPSILON * maxOf(g.map(Math.abs)));
  const { statistic, df } = oneWay(caller, distances, "the distances to the centre", rounding);
  return summarised("Levene's test", {
    statistic,
    pValue: fisherF(df[0], df[1]).sf(statistic),
    df,
  });
}
