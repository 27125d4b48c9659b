import { requireNumber, requireOneOf } from "../../core";
import { rootBetween } from "../../core/special";
import { normal } from "../../prob";
import { ALTERNATIVES, type Alternative } from "./alternative";
import { requireTestOptions } from "./options";

/** Two ends, of which the first is not the larger one. */
export type Interval = [low: number, high: number];

/** Options of a measure that comes with an interval. */
export interface IntervalOptions {
  /** Level of the confidence interval, in (0, 1). Default 0.95. */
  confidence?: number;
}

/** Asserts that a level of confidence is one. */
export function requireConfidence(caller: string, confidence: unknown = 0.95): number {
  return requireNumber(caller, "confidence", confidence, { above: 0, below: 1 });
}

/** Options of a test that comes with an interval. */
export interface AlternativeOptions extends IntervalOptions {
  /** Default "two-sided". The interval holds the values the test does not reject, so one end may be open. */
  alternative?: Alternative;
}

/** Checks `alternative` and `confidence` beside further options that are known, and fills in defaults. */
export function alternativeOptions(
  caller: string,
  options: AlternativeOptions,
  further: readonly string[] = [],
): Required<AlternativeOptions> {
  requireTestOptions(caller, options, [...further, "alternative", "confidence"] as never[]);
  const { alternative = "two-sided", confidence } = options;
  return {
    alternative: requireOneOf(caller, "alternative", alternative, ALTERNATIVES),
    confidence: requireConfidence(caller, confidence),
  };
}

/** What is left for each tail: half of it where both ends are wanted. */
export function tailLevel({ alternative, confidence }: Required<AlternativeOptions>): number {
  return (1 - confidence) / (alternative === "two-sided" ? 2 : 1);
}

/** middle ± z·standardError by the normal law; an end that the alternative leaves open is the bound. */
export function normalInterval(
  middle: number,
  standardError: number,
  rule: Required<AlternativeOptions>,
  [least, most]: Interval = [-Infinity, Infinity],
): Interval {
  const reach = normal(0, 1).isf(tailLevel(rule)) * standardError;
  return openEnds([middle - reach, middle + reach], rule.alternative, [least, most]);
}

/** The interval with the end that the alternative leaves open put to its bound. */
export function openEnds(
  [low, high]: Interval,
  alternative: Alternative,
  [least, most]: Interval,
): Interval {
  return [alternative === "less" ? least : low, alternative === "greater" ? most : high];
}

/** Chances of a statistic as low, and as high, as the one observed, if the parameter is θ. */
export interface PivotTails {
  /** Falls as θ grows. */
  lower(theta: number): number;
  /** Rises as θ grows. */
  upper(theta: number): number;
}

/**
 * The parameters under which the statistic is not too far out in either tail: the ends θ with
 * upper(θ) = α/2 and lower(θ) = α/2 (Clopper and Pearson 1934; for noncentral laws Steiger and Fouladi 1997).
 *
 * @param bounds - Between which θ is looked for; an end that is not found there is the bound.
 */
export function pivotInterval(
  { lower, upper }: PivotTails,
  rule: Required<AlternativeOptions>,
  bounds: Interval,
): Interval {
  const tail = tailLevel(rule);
  const find = (f: (theta: number) => number) => rootBetween(f, bounds[0], bounds[1]);
  const low = rule.alternative === "less" ? bounds[0] : find((theta) => upper(theta) - tail);
  const high = rule.alternative === "greater" ? bounds[1] : find((theta) => tail - lower(theta));
  return [low, high];
}

/**
 * The same for a noncentrality ≥ 0 that may be as large as it likes.
 *
 * @param start - A noncentrality of the size that is looked for.
 */
export function noncentralityInterval(
  tails: PivotTails,
  confidence: number,
  start: number,
): Interval {
  const most = beyond((lambda) => tails.lower(lambda), (1 - confidence) / 2, start);
  return pivotInterval(tails, { alternative: "two-sided", confidence }, [0, most]);
}

/** A parameter ≥ 0 at which the lower tail has fallen below `tail`, by doubling from a start. */
export function beyond(lower: (theta: number) => number, tail: number, start: number): number {
  let theta = start;
  while (lower(theta) > tail) theta *= 2;
  return theta;
}
