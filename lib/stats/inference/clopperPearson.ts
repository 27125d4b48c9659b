import { betaincinv } from "../../prob";
import { type AlternativeOptions, type Interval, openEnds, tailLevel } from "./interval";

/**
 * The exact interval of a proportion from k of n: the p under which neither P(X ≥ k) nor P(X ≤ k) is below α/2,
 * which are quantiles of beta laws (Clopper and Pearson 1934).
 */
export function clopperPearson(k: number, n: number, rule: Required<AlternativeOptions>): Interval {
  const tail = tailLevel(rule);
  // the upper end is one less the lower end of the failures, which keeps its digits near 1
  const low = k === 0 ? 0 : betaincinv(k, n - k + 1, tail);
  const high = k === n ? 1 : 1 - betaincinv(n - k, k + 1, tail);
  return openEnds([low, high], rule.alternative, [0, 1]);
}
