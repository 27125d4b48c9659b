import { describeValue, type ReadonlyMatrix, requireBoolean, summarised } from "../core";
import { rootBetween } from "../core/special";
import { chiSquare } from "../prob";
import { requireFourfold } from "./arguments/contingency";
import {
  type Interval,
  type IntervalOptions,
  normalInterval,
  requireConfidence,
} from "./inference/interval";
import { requireTestOptions } from "./inference/options";

/** Options of `mantelHaenszel`. */
export interface MantelHaenszelOptions extends IntervalOptions {
  /** Whether the statistic is corrected by ½ for continuity. Default true, as in R. */
  continuity?: boolean;
}

/** What `mantelHaenszel` returns. */
export interface MantelHaenszelResult {
  /** χ² of the hypothesis that the odds ratio is 1 in each table. */
  statistic: number;
  pValue: number;
  /** The common odds ratio. */
  estimate: number;
  /** Of ln of the estimate. */
  standardError: number;
  confidenceInterval: Interval;
  /** Breslow and Day's test, in Tarone's form, that the odds ratio is the same in all tables. */
  homogeneity: { statistic: number; pValue: number; df: number };
}

type Cells = [number, number, number, number];

/** A table with its four sums. */
function sumsOf([a, b, c, d]: Cells) {
  return { n1: a + b, n2: c + d, c1: a + c, c2: b + d, n: a + b + c + d };
}

/** a less its mean given the margins, and its variance. */
function deviation(cells: Cells) {
  const { n1, n2, c1, c2, n } = sumsOf(cells);
  const [a, b, c, d] = cells;
  return { gap: (a * d - b * c) / n, variance: ((n1 / n) * (n2 / n) * c1 * c2) / (n - 1) };
}

/** Σ R/Σ S with R = ad/n and S = bc/n, and the variance of its logarithm (Robins, Breslow and Greenland 1986). */
function commonOdds(tables: readonly Cells[]) {
  let [R, S, PR, mixed, QS] = [0, 0, 0, 0, 0];
  for (const cells of tables) {
    const [a, b, c, d] = cells;
    const { n } = sumsOf(cells);
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    R += r;
    S += s;
    PR += p * r;
    mixed += p * s + q * r;
    QS += q * s;
  }
  return { odds: R / S, variance: PR / (2 * R * R) + mixed / (2 * R * S) + QS / (2 * S * S) };
}

/** The first cell that the margins of a table give with an odds ratio, and its large-sample variance. */
function expectedCell(cells: Cells, odds: number) {
  const { n1, n2, c1, c2 } = sumsOf(cells);
  const low = Math.max(0, c1 - n2);
  const high = Math.min(n1, c1);
  const a = rootBetween((x) => x * (n2 - c1 + x) - odds * (n1 - x) * (c1 - x), low, high);
  const variance = 1 / (1 / a + 1 / (n1 - a) + 1 / (c1 - a) + 1 / (c2 - n1 + a));
  return { a, variance };
}

function breslowDay(tables: readonly Cells[], odds: number) {
  let [chi, gaps, variances] = [0, 0, 0];
  for (const cells of tables) {
    const { a, variance } = expectedCell(cells, odds);
    const gap = cells[0] - a;
    chi += gap * (gap / variance);
    gaps += gap;
    variances += variance;
  }
  const statistic = Math.max(0, chi - gaps * (gaps / variances));
  const df = tables.length - 1;
  return { statistic, df, pValue: df === 0 ? NaN : chiSquare(df).sf(statistic) };
}

/**
 * The Cochran–Mantel–Haenszel test of 2×2 tables [[a, b], [c, d]], one for each stratum: are rows and columns
 * independent within the strata? This is what takes the department out of the question whether admission went
 * by sex (Berkeley 1973; Bickel, Hammel and O'Connell 1975), where the sum of all tables misleads.
 *
 * χ² = (|Σ(a − E[a])| − ½)²/Σ Var(a), by the hypergeometric mean and variance given the margins, has one degree
 * of freedom (Cochran 1954; Mantel and Haenszel 1959). The common odds ratio is Σ(ad/n)/Σ(bc/n); the variance of
 * its logarithm is that of Robins, Breslow and Greenland (1986). `homogeneity` tests whether one odds ratio
 * does for all strata (Breslow and Day 1980; Tarone 1985).
 *
 * @param tables - One 2×2 table of whole numbers for each stratum. Those with an empty row or column tell
 * nothing and are left out.
 * @param options - `continuity`, `confidence`.
 * @returns `{ statistic, pValue, estimate, standardError, confidenceInterval, homogeneity }`. Where all ad or all bc
 * are 0 the estimate is 0 or ∞ with the interval [0, ∞], and there is no test of homogeneity (NaN).
 * @throws TypeError, RangeError for tables that are none, or of which none tells anything. O(strata).
 * @example
 * stats.mantelHaenszel([[[1, 2], [2, 1]], [[10, 20], [20, 10]]]).estimate // => 0.25
 * stats.mantelHaenszel([[[4, 2], [2, 4]]], { continuity: false }).statistic // => 11 / 9
 */
export function mantelHaenszel(
  tables: readonly ReadonlyMatrix[],
  options: MantelHaenszelOptions = {},
): MantelHaenszelResult {
  const caller = "mantelHaenszel";
  if (!Array.isArray(tables) || tables.length === 0) {
    throw new TypeError(
      `${caller}: tables must be a list of 2×2 tables, got ${describeValue(tables)}`,
    );
  }
  const all = tables.map((table) => requireFourfold(caller, table));
  requireTestOptions(caller, options, ["continuity", "confidence"]);
  const { continuity = true } = options;
  requireBoolean(caller, "continuity", continuity);
  const confidence = requireConfidence(caller, options.confidence);
  const telling = all.filter((cells) => {
    const { n1, n2, c1, c2 } = sumsOf(cells);
    return n1 > 0 && n2 > 0 && c1 > 0 && c2 > 0;
  });
  if (telling.length === 0) {
    throw new RangeError(`${caller}: tables must not all have an empty row or column`);
  }
  const parts = telling.map(deviation);
  const gap = Math.abs(parts.reduce((s, p) => s + p.gap, 0));
  const variance = parts.reduce((s, p) => s + p.variance, 0);
  const part = Math.max(0, gap - (continuity ? 0.5 : 0));
  const statistic = part * (part / variance);
  const { odds, variance: spread } = commonOdds(telling);
  const open = odds === 0 || odds === Infinity;
  const standardError = open ? Infinity : Math.sqrt(spread);
  const ends = normalInterval(Math.log(odds), open ? 0 : standardError, {
    alternative: "two-sided",
    confidence,
  });
  return summarised("Mantel–Haenszel test", {
    statistic,
    pValue: chiSquare(1).sf(statistic),
    estimate: odds,
    standardError,
    confidenceInterval: open ? [0, Infinity] : [Math.exp(ends[0]), Math.exp(ends[1])],
    homogeneity: open
      ? { statistic: NaN, pValue: NaN, df: telling.length - 1 }
      : breslowDay(telling, odds),
  });
}
