import { type ReadonlyMatrix, summarised } from "../core";
import { fisherF } from "../prob";
import { requireGroups } from "./arguments/groups";
import { omegaSquared, oneWay } from "./inference/oneWay";
import { refuseOptions } from "./inference/options";

/** What `anova` returns. */
export interface AnovaResult {
  /** F = (between/(k − 1))/(within/(n − k)). */
  statistic: number;
  pValue: number;
  /** k − 1 and n − k. */
  df: [between: number, within: number];
  /** Σ nᵢ(x̄ᵢ − x̄)², Σ Σ(xᵢⱼ − x̄ᵢ)² and their sum; ∞ where that is beyond 1.8e308. */
  sumOfSquares: { between: number; within: number; total: number };
  /** η² = between/total, the share of the variance that the groups explain. */
  etaSquared: number;
  /** ω², the share in the population: η² less what chance makes of it. Below 0 where F < 1. */
  omegaSquared: number;
  /** The mean of each group. */
  means: number[];
}

/**
 * One-way analysis of variance: do k groups have one mean? F is the variance of the group means
 * against the variance within the groups, compared with the law F(k − 1, n − k) (Fisher 1925).
 *
 * All sums are formed about the grand mean with compensation, so that data such as 10¹² plus a small
 * pattern keep their digits.
 *
 * @param groups - At least 2 vectors, each with at least one number, n > k in all.
 * @returns `{ statistic, pValue, df, sumOfSquares, etaSquared, omegaSquared, means }`.
 * @throws RangeError for too few groups or entries, or no variation within any group. O(n).
 * @example
 * stats.anova([[1, 2, 3], [2, 3, 4]]).statistic // => 1.5
 * stats.anova([[1, 2], [3, 4], [5, 6]]).df // => [2, 3]
 */
export function anova(groups: ReadonlyMatrix): AnovaResult;
export function anova(groups: ReadonlyMatrix, ...further: readonly unknown[]): AnovaResult {
  refuseOptions("anova", further);
  const found = oneWay("anova", requireGroups("anova", groups));
  const { between, within, scale, df, statistic, means } = found;
  return summarised("analysis of variance", {
    statistic,
    pValue: fisherF(df[0], df[1]).sf(statistic),
    df,
    sumOfSquares: {
      between: between * scale * scale,
      within: within * scale * scale,
      total: (between + within) * scale * scale,
    },
    etaSquared: between / (between + within),
    omegaSquared: omegaSquared(found),
    means,
  });
}
