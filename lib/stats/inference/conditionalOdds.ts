import { rootBetween } from "../../core/special";
import { hypergeometricLaw } from "../laws/hypergeometricLaw";
import { type AlternativeOptions, type Interval, pivotInterval } from "./interval";

/** Odds ratios are looked for between e^−700 and e^700. */
const BOUND = 700;

/**
 * The odds ratio under which a 2×2 table with these margins is likeliest, E[X] = a, with the exact interval of
 * those under which a is not too far out in either tail (Fisher 1935; Cornfield 1956). 0 or ∞ at an end of
 * the support.
 */
export function conditionalOdds(
  [a, b, c, d]: readonly [number, number, number, number],
  rule: Required<AlternativeOptions>,
): { estimate: number; confidenceInterval: Interval } {
  const law = hypergeometricLaw(a + b, c + d, a + c);
  if (law.low === law.high) return { estimate: NaN, confidenceInterval: [0, Infinity] };
  const estimate =
    a === law.low
      ? 0
      : a === law.high
        ? Infinity
        : Math.exp(rootBetween((s) => law.meanAboveLow(s) - (a - law.low), -BOUND, BOUND));
  const [low, high] = pivotInterval(
    { lower: (s) => law.lower(a, s), upper: (s) => law.upper(a, s) },
    rule,
    [-BOUND, BOUND],
  );
  return {
    estimate,
    confidenceInterval: [
      a === law.low || rule.alternative === "less" ? 0 : Math.exp(low),
      a === law.high || rule.alternative === "greater" ? Infinity : Math.exp(high),
    ],
  };
}
