import { type ReadonlyMatrix, summarised } from "../core";
import { requireFourfold } from "./arguments/contingency";
import { type AlternativeOptions, alternativeOptions, normalInterval } from "./inference/interval";
import type { RatioResult } from "./oddsRatio";

/**
 * The relative risk (risk ratio) of a 2×2 table [[a, b], [c, d]] with groups as rows and the event in the first
 * column: (a/(a + b))/(c/(c + d)). Its logarithm is about normal with variance
 * 1/a − 1/(a + b) + 1/c − 1/(c + d) (Katz and others 1978).
 *
 * @param table - 2×2, whole numbers ≥ 0, no row empty.
 * @param options - `alternative` ("greater": the upper end is ∞), `confidence`.
 * @returns `{ estimate, confidenceInterval }`. Without an event in one group the estimate is 0 or ∞ and the
 * interval [0, ∞]; without any the estimate is NaN.
 * @throws TypeError, RangeError for a table that is none or has an empty row. O(1).
 * @example
 * stats.relativeRisk([[30, 70], [10, 90]]).estimate // => 3
 */
export function relativeRisk(table: ReadonlyMatrix, options: AlternativeOptions = {}): RatioResult {
  const caller = "relativeRisk";
  const [a, b, c, d] = requireFourfold(caller, table);
  const rule = alternativeOptions(caller, options);
  for (const [i, total] of [a + b, c + d].entries()) {
    if (total === 0) throw new RangeError(`${caller}: row ${i} of table is all zeros`);
  }
  const estimate = a / (a + b) / (c / (c + d));
  if (a === 0 || c === 0) return { estimate, confidenceInterval: [0, Infinity] };
  const se = Math.sqrt(b / a / (a + b) + d / c / (c + d));
  const [low, high] = normalInterval(Math.log(estimate), se, rule);
  return summarised("relative risk", {
    estimate,
    confidenceInterval: [Math.exp(low), Math.exp(high)],
  });
}
