import { type ReadonlyMatrix, requireBoolean, requireOneOf, summarised } from "../core";
import { chiSquare } from "../prob";
import { requireFourfold } from "./arguments/contingency";
import { binomialTest } from "./binomialTest";
import { type Interval, type IntervalOptions, requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";

/** Options of `mcNemar`. */
export interface McNemarOptions extends IntervalOptions {
  /** "exact" (default): the binomial law. "asymptotic": χ² with one degree of freedom. */
  method?: "exact" | "asymptotic";
  /** Whether χ² is corrected for continuity. Default true. */
  continuity?: boolean;
}

/** What `mcNemar` returns. */
export interface McNemarResult {
  /** Exact: b, the pairs that changed one way. Asymptotic: χ². */
  statistic: number;
  pValue: number;
  /** The odds ratio of pairs, b/c. */
  estimate: number;
  /** Of the odds ratio, exact. */
  confidenceInterval: Interval;
  method: "exact" | "asymptotic";
}

/**
 * McNemar's test of paired yes-and-no answers: is yes as frequent before as after? In the table
 * [[a, b], [c, d]] with before as rows and after as columns only the b + c pairs that changed tell, and
 * without a difference each is as likely to be of either kind (McNemar 1947).
 *
 * "exact": b has the binomial law of b + c trials with ½, two-sided. "asymptotic": χ² = (|b − c| − 1)²/(b + c), without
 * the 1 if `continuity` is false. The estimate b/c is the odds ratio given the pair; its interval comes from
 * Clopper and Pearson's of b in b + c.
 *
 * @param table - 2×2, whole numbers ≥ 0, b + c ≥ 1.
 * @param options - `method`, `continuity`, `confidence`.
 * @returns `{ statistic, pValue, estimate, confidenceInterval, method }`.
 * @throws TypeError, RangeError for a table that is none, or in which no pair changed. O(log(b + c)) values of
 * the binomial law.
 * @example
 * stats.mcNemar([[10, 6], [0, 20]]).pValue // => 1 / 32
 * stats.mcNemar([[10, 12], [4, 20]], { method: "asymptotic", continuity: false }).statistic // => 4
 */
export function mcNemar(table: ReadonlyMatrix, options: McNemarOptions = {}): McNemarResult {
  const caller = "mcNemar";
  const [, b, c] = requireFourfold(caller, table);
  requireTestOptions(caller, options, ["method", "continuity", "confidence"]);
  const { method = "exact", continuity = true } = options;
  requireOneOf(caller, "method", method, ["exact", "asymptotic"]);
  requireBoolean(caller, "continuity", continuity);
  const confidence = requireConfidence(caller, options.confidence);
  if (b + c === 0) {
    throw new RangeError(
      `${caller}: table must have pairs that changed, table[0][1] and table[1][0] are 0`,
    );
  }
  const exact = binomialTest(b, b + c, { confidence });
  const gap = Math.max(0, Math.abs(b - c) - (continuity ? 1 : 0));
  const square = (gap / (b + c)) * gap;
  const [low, high] = exact.confidenceInterval;
  return summarised("McNemar's test", {
    statistic: method === "exact" ? b : square,
    pValue: method === "exact" ? exact.pValue : chiSquare(1).sf(square),
    estimate: b / c,
    confidenceInterval: [low / (1 - low), high / (1 - high)],
    method,
  });
}
