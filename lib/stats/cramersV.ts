import { type ReadonlyMatrix, summarised } from "../core";
import { contingency } from "./arguments/contingency";
import { chiSquareTest } from "./chiSquareTest";
import {
  type Interval,
  type IntervalOptions,
  noncentralityInterval,
  requireConfidence,
} from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { noncentralChiSquareTails } from "./laws/noncentralF";

/** What `cramersV` returns. */
export interface CramersV {
  /** V in [0, 1]. */
  estimate: number;
  confidenceInterval: Interval;
}

/**
 * Cramér's V = √(χ²/(n·(min(r, c) − 1))): how strongly rows and columns of a table of counts go together, 0 for
 * independence and 1 where one determines the other (Cramér 1946). For 2×2 tables it is |φ|. χ² is without
 * Yates' correction.
 *
 * χ² has about a noncentral χ² law with λ = n·(min(r, c) − 1)·V² of the population: the interval holds the V under
 * which χ² is not too far out in either tail, cut at 1 (Smithson 2003). V itself is too large in small samples.
 *
 * @param table - Counts ≥ 0, at least 2×2, no row or column all zeros.
 * @param options - `confidence`.
 * @returns `{ estimate, confidenceInterval }`.
 * @throws TypeError, RangeError for a table that is none. O(cells).
 * @example
 * stats.cramersV([[10, 0], [0, 10]]).estimate // => 1
 * stats.cramersV([[30, 10], [10, 30]]).estimate // => 0.5
 */
export function cramersV(table: ReadonlyMatrix, options: IntervalOptions = {}): CramersV {
  const caller = "cramersV";
  const { rows, cols, total } = contingency(caller, "table", table);
  requireTestOptions(caller, options, ["confidence"]);
  const confidence = requireConfidence(caller, options.confidence);
  const { statistic, df } = chiSquareTest(table, { yates: false });
  const full = total * (Math.min(rows.length, cols.length) - 1);
  const { cdf: lower, sf: upper } = noncentralChiSquareTails(df, statistic);
  const ends = noncentralityInterval({ lower, upper }, confidence, 10 + statistic);
  const toV = (x: number) => Math.min(1, Math.sqrt(x / full));
  return summarised("Cramér's V", {
    estimate: toV(statistic),
    confidenceInterval: [toV(ends[0]), toV(ends[1])],
  });
}
