import { describeValue, type ReadonlyMatrix, requireVector, type Vector } from "../core";
import { fisherF } from "../prob";
import { refuseOptions } from "./inference/options";
import { centre, meanOf, powerSum } from "./moments/centre";

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
 * @returns `{ statistic, pValue, df, sumOfSquares, etaSquared, means }`.
 * @throws RangeError for too few groups or entries, or no variation within any group. O(n).
 * @example
 * stats.anova([[1, 2, 3], [2, 3, 4]]).statistic // => 1.5
 * stats.anova([[1, 2], [3, 4], [5, 6]]).df // => [2, 3]
 */
export function anova(groups: ReadonlyMatrix): AnovaResult;
export function anova(groups: ReadonlyMatrix, ...further: readonly unknown[]): AnovaResult {
  refuseOptions("anova", further);
  if (!Array.isArray(groups)) {
    throw new TypeError(`anova: groups must be an array of vectors, got ${describeValue(groups)}`);
  }
  if (groups.length < 2) {
    throw new RangeError(`anova: groups must be at least 2 vectors, got ${groups.length}`);
  }
  groups.forEach((g, i) => {
    requireVector("anova", `groups[${i}]`, g, { minLength: 1 });
  });
  const all = groups.flat() as number[];
  const df: [number, number] = [groups.length - 1, all.length - groups.length];
  if (df[1] < 1) {
    throw new RangeError("anova: groups must hold more numbers than there are groups");
  }
  const { scale, d } = centre(all);
  let start = 0;
  const parts = (groups as readonly Vector[]).map((g) => {
    const part = centre(d.slice(start, start + g.length));
    start += g.length;
    return { n: g.length, mean: part.mean, within: powerSum(part.d, 2) * part.scale ** 2 };
  });
  const between = parts.reduce((sum, p) => sum + p.n * p.mean ** 2, 0);
  const within = parts.reduce((sum, p) => sum + p.within, 0);
  if (within === 0) {
    throw new RangeError("anova: groups must vary within at least one group, each is constant");
  }
  const statistic = between / df[0] / (within / df[1]);
  return {
    statistic,
    pValue: fisherF(df[0], df[1]).sf(statistic),
    df,
    sumOfSquares: {
      between: between * scale * scale,
      within: within * scale * scale,
      total: (between + within) * scale * scale,
    },
    etaSquared: between / (between + within),
    means: groups.map((g) => meanOf(g)),
  };
}
