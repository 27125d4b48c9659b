import { type ReadonlyVector, requireOneOf, requireVector, summarised } from "../core";
import { normal, studentT } from "../prob";
import { pearsonParts } from "./correlations/pearson";
import { FEW, kendallTails, spearmanTails, UNTIED } from "./correlations/rankCorrelation";
import { pValueOf, symmetricTails } from "./inference/alternative";
import {
  type AlternativeOptions,
  alternativeOptions,
  type Interval,
  normalInterval,
} from "./inference/interval";
import { tableChance } from "./laws/tableChance";
import { kendallCount, kendallTau, kendallVariance } from "./ranks/kendall";
import { rankWithTies } from "./ranks/midranks";

/** Options of `correlationTest`. */
export interface CorrelationTestOptions extends AlternativeOptions {
  /** "pearson" (default), "spearman" or "kendall" (τ_b), as of `correlation`. */
  coefficient?: "pearson" | "spearman" | "kendall";
  /** How the p-value of a rank correlation is found. "auto" (default): exact where it is quick. */
  method?: "auto" | "exact" | "asymptotic";
}

/** What `correlationTest` returns. */
export interface CorrelationTestResult {
  /** t of Pearson's and Spearman's coefficients, z of Kendall's: what the approximate law is of. */
  statistic: number;
  pValue: number;
  /** The coefficient: r, ρ or τ_b. */
  estimate: number;
  /** Of the coefficient in the population. With a one-sided alternative one end is ±1. */
  confidenceInterval: Interval;
  /** Number of pairs. */
  n: number;
  /** "exact": by all pairings. "t": Student's law with n − 2 degrees of freedom. "normal". */
  method: "exact" | "t" | "normal";
}

const caller = "correlationTest";

/** Variance of atanh of each coefficient, times n less a number (Fisher 1921; Fieller and others 1957; Bonett and Wright 2000). */
const SPREAD = {
  pearson: { less: 3, variance: () => 1 },
  spearman: { less: 3, variance: (r: number) => 1 + (r * r) / 2 },
  kendall: { less: 4, variance: () => 0.437 },
};

/** tanh(atanh r ± quantile·standard error); nothing is known where n is not above `less`. */
function fisherInterval(
  coefficient: keyof typeof SPREAD,
  r: number,
  n: number,
  rule: Required<AlternativeOptions>,
): Interval {
  const { less, variance } = SPREAD[coefficient];
  if (n <= less) return [-1, 1];
  const [low, high] = normalInterval(Math.atanh(r), Math.sqrt(variance(r) / (n - less)), rule);
  return [Math.tanh(low), Math.tanh(high)];
}

/**
 * Is there a correlation, and how strong may it be? Tests that the coefficient of the population is 0.
 *
 * Pearson's r: t = r·√((n − 2)/(1 − r²)) has Student's law with n − 2 degrees of freedom for normal data.
 * Spearman's ρ: all n! pairings of the midranks for n ≤ 9, ties included; beyond, the same t, but no p below the
 * chance of such a pairing, 1/n! without ties. Kendall's
 * τ_b: all pairings for n ≤ 9, counted without going through them for n ≤ 50 without ties; beyond,
 * z = (C − D)/σ with the variance for ties (Kendall 1970), with the same bound. 1 − r² is formed without cancellation, so
 * that t is right for r near ±1.
 *
 * The interval is tanh(atanh r ± z·se) with se² = 1/(n − 3) for r (Fisher 1921), (1 + ρ²/2)/(n − 3) for ρ
 * and 0.437/(n − 4) for τ (Bonett and Wright 2000, "Sample size requirements for estimating Pearson,
 * Kendall and Spearman correlations"): approximate, and not the inverse of the test.
 *
 * @param x - n ≥ 3 numbers that are not all the same.
 * @param y - As many.
 * @param options - `coefficient`, `method`, `alternative` ("greater": a positive correlation), `confidence`.
 * @returns `{ statistic, pValue, estimate, confidenceInterval, n, method }`.
 * @throws RangeError for samples that are short, constant or of unequal length, or too many pairs for
 * "exact". O(n log n), exact O(n!) or O(n³).
 * @example
 * stats.correlationTest([1, 2, 3, 4], [1, 3, 2, 4]).statistic // => 0.8 * Math.sqrt(2 / 0.36)
 * stats.correlationTest([1, 2, 3, 4], [1, 3, 2, 4], { coefficient: "kendall" }).pValue // => 1 / 3
 * stats.correlationTest([1, 2, 3, 4], [1, 2, 3, 4], { coefficient: "spearman" }).pValue // => 1 / 12
 */
export function correlationTest(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options: CorrelationTestOptions = {},
): CorrelationTestResult {
  requireVector(caller, "x", x, { minLength: 3 });
  requireVector(caller, "y", y, { length: x.length, lengthOf: "length of x" });
  const rule = alternativeOptions(caller, options, ["coefficient", "method"]);
  const { coefficient = "pearson", method = "auto" } = options;
  requireOneOf(caller, "coefficient", coefficient, ["pearson", "spearman", "kendall"]);
  requireOneOf(caller, "method", method, ["auto", "exact", "asymptotic"]);
  for (const [name, sample] of [["x", x] as const, ["y", y] as const]) {
    if (sample.every((v) => v === sample[0])) {
      throw new RangeError(`${caller}: ${name} must not be constant, all entries are ${sample[0]}`);
    }
  }
  const n = x.length;
  const ranked = { x: rankWithTies(x), y: rankWithTies(y) };
  const isExact = exactly(coefficient, method, n, ranked.x.ties.length + ranked.y.ties.length);

  let [estimate, statistic] = [0, 0];
  if (coefficient === "kendall") {
    estimate = kendallTau(x, y);
    const variance = kendallVariance(n, ranked.x.ties, ranked.y.ties);
    statistic = kendallCount(x, y).difference / Math.sqrt(variance);
  } else {
    const isPearson = coefficient === "pearson";
    const { r, rest } = pearsonParts(
      isPearson ? x : ranked.x.ranks,
      isPearson ? y : ranked.y.ranks,
    );
    estimate = r;
    statistic = (r * Math.sqrt(n - 2)) / rest;
  }
  const law = coefficient === "kendall" ? normal(0, 1) : studentT(n - 2);
  const both = !isExact
    ? attainable(
        symmetricTails((t) => law.sf(t), statistic),
        coefficient === "pearson" ? 0 : tableChance(ranked.x.ranks, ranked.y.ranks),
      )
    : coefficient === "kendall"
      ? kendallTails(x, y)
      : spearmanTails(x, y);
  return summarised("correlation test", {
    statistic,
    pValue: pValueOf(rule.alternative, both),
    estimate,
    confidenceInterval: fisherInterval(coefficient, estimate, n, rule),
    n,
    method: isExact ? "exact" : coefficient === "kendall" ? "normal" : "t",
  });
}

/** Tails of an approximate law, no smaller than the chance of what came. */
function attainable({ lower, upper }: { lower: number; upper: number }, least: number) {
  return { lower: Math.max(lower, least), upper: Math.max(upper, least) };
}

/** Whether the p-value is found by all pairings. */
function exactly(
  coefficient: keyof typeof SPREAD,
  method: "auto" | "exact" | "asymptotic",
  n: number,
  groups: number,
): boolean {
  if (method === "asymptotic" || (coefficient === "pearson" && method === "auto")) return false;
  if (coefficient === "pearson") {
    throw new RangeError(
      `${caller}: method "exact" is for rank correlations, Pearson's has "auto"`,
    );
  }
  const counted = coefficient === "kendall" && groups === 2 * n;
  const most = counted ? (method === "exact" ? 10 * UNTIED : UNTIED) : FEW;
  if (method === "exact" && n > most) {
    const what = counted ? "" : coefficient === "kendall" ? " with ties" : " of Spearman's";
    throw new RangeError(
      `${caller}: method "exact" is for at most ${most} pairs${what}, got ${n}, use "asymptotic"`,
    );
  }
  return n <= most;
}
