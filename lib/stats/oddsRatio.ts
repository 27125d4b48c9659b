import { type ReadonlyMatrix, requireOneOf, summarised } from "../core";
import { requireFourfold } from "./arguments/contingency";
import { conditionalOdds } from "./inference/conditionalOdds";
import {
  type AlternativeOptions,
  alternativeOptions,
  type Interval,
  normalInterval,
} from "./inference/interval";

/** Options of `oddsRatio`. */
export interface OddsRatioOptions extends AlternativeOptions {
  /** "conditional" (default, as in SciPy): given the margins, exact. "sample": ad/(bc) with a normal interval. */
  kind?: "conditional" | "sample";
}

/** A ratio of a 2×2 table. */
export interface RatioResult {
  estimate: number;
  confidenceInterval: Interval;
}

/**
 * The odds ratio of a 2×2 table [[a, b], [c, d]]: the odds a/b of the first row over the odds c/d of the second.
 *
 * "conditional" is the maximum likelihood estimate given the margins, with the exact interval (as of
 * `fisherExact`). "sample" is ad/(bc); its logarithm is about normal with variance 1/a + 1/b + 1/c + 1/d
 * (Woolf 1955), and with a count of 0 the interval is [0, ∞].
 *
 * @param table - 2×2, whole numbers ≥ 0.
 * @param options - `kind`, `alternative` ("greater": the upper end is ∞), `confidence`.
 * @returns `{ estimate, confidenceInterval }`; the estimate is NaN for an empty row or column.
 * @throws TypeError, RangeError for a table that is none. O(1) for "sample"; "conditional" takes some dozens of
 * tail sums of a hypergeometric law.
 * @example
 * stats.oddsRatio([[8, 2], [1, 5]], { kind: "sample" }).estimate // => 20
 * stats.oddsRatio([[3, 0], [0, 3]]).estimate // => Infinity
 */
export function oddsRatio(table: ReadonlyMatrix, options: OddsRatioOptions = {}): RatioResult {
  const caller = "oddsRatio";
  const cells = requireFourfold(caller, table);
  const rule = alternativeOptions(caller, options, ["kind"]);
  const { kind = "conditional" } = options;
  requireOneOf(caller, "kind", kind, ["conditional", "sample"]);
  if (kind === "conditional") return conditionalOdds(cells, rule);
  const [a, b, c, d] = cells;
  const estimate = (a / b) * (d / c);
  if (cells.includes(0)) {
    const empty = a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0;
    const end = a * d === 0 ? (b * c === 0 ? NaN : 0) : Infinity;
    return { estimate: empty ? NaN : end, confidenceInterval: [0, Infinity] };
  }
  const se = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  const [low, high] = normalInterval(Math.log(estimate), se, rule);
  return summarised("odds ratio", {
    estimate,
    confidenceInterval: [Math.exp(low), Math.exp(high)],
  });
}
