import { requireNumber, summarised } from "../core";
import { binomial } from "../prob";
import { requireSuccesses } from "./arguments/successes";
import { asUnlikely } from "./inference/asUnlikely";
import { clopperPearson } from "./inference/clopperPearson";
import { type AlternativeOptions, alternativeOptions, type Interval } from "./inference/interval";

/** Options of `binomialTest`. */
export interface BinomialTestOptions extends AlternativeOptions {
  /** The chance of success under the null hypothesis. Default 0.5. */
  p?: number;
}

/** What `binomialTest` returns. */
export interface BinomialTestResult {
  /** The number of successes k. */
  statistic: number;
  pValue: number;
  /** k/n. */
  estimate: number;
  /** Clopper and Pearson's. */
  confidenceInterval: Interval;
}

/**
 * The exact test of a proportion: are k successes in n independent trials likely if each succeeds with
 * probability p? "greater" is P(X ≥ k), "less" P(X ≤ k) by the binomial law; "two-sided" is the chance of all
 * numbers that are no likelier than k, as in R and SciPy. The interval is Clopper and Pearson's: see
 * `proportionInterval` for others. See Clopper and Pearson 1934, "The use of confidence or fiducial limits
 * illustrated in the case of the binomial".
 *
 * @param k - Successes, a whole number in [0, n].
 * @param n - Trials, ≥ 1.
 * @param options - `p` in [0, 1], `alternative`, `confidence`.
 * @returns `{ statistic, pValue, estimate, confidenceInterval }`.
 * @throws TypeError, RangeError for what are no counts, or p outside [0, 1]. O(log n) values of the binomial
 * law.
 * @example
 * stats.binomialTest(8, 8).pValue // => 1 / 128
 * stats.binomialTest(2, 3, { p: 0.5, alternative: "greater" }).pValue // => 0.5
 */
export function binomialTest(
  k: number,
  n: number,
  options: BinomialTestOptions = {},
): BinomialTestResult {
  const caller = "binomialTest";
  requireSuccesses(caller, k, n);
  const rule = alternativeOptions(caller, options, ["p"]);
  const { p = 0.5 } = options;
  requireNumber(caller, "p", p, { min: 0, max: 1 });
  const law = binomial(n, p);
  const upper = (x: number) => law.sf(x - 1);
  const pValue = {
    less: () => law.cdf(k),
    greater: () => upper(k),
    "two-sided": () =>
      asUnlikely(
        {
          low: 0,
          high: n,
          middle: Math.floor((n + 1) * p),
          logpmf: (x) => law.logpmf(x),
          lower: (x) => law.cdf(x),
          upper,
        },
        k,
      ),
  }[rule.alternative]();
  return summarised("binomial test", {
    statistic: k,
    pValue,
    estimate: k / n,
    confidenceInterval: clopperPearson(k, n, rule),
  });
}
