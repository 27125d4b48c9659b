import { type ReadonlyMatrix, summarised } from "../core";
import { requireFourfold } from "./arguments/contingency";
import { asUnlikely } from "./inference/asUnlikely";
import { conditionalOdds } from "./inference/conditionalOdds";
import { type AlternativeOptions, alternativeOptions, type Interval } from "./inference/interval";
import { hypergeometricLaw } from "./laws/hypergeometricLaw";

/** What `fisherExact` returns. */
export interface FisherExactResult {
  /** The odds ratio of the sample, ad/(bc): NaN for 0/0, ∞ for a division by 0. */
  statistic: number;
  pValue: number;
  /** The odds ratio of the population by conditional maximum likelihood. */
  estimate: number;
  /** Of the odds ratio, exact. */
  confidenceInterval: Interval;
}

/**
 * Fisher's exact test of independence in a 2×2 table [[a, b], [c, d]] of counts. Given all four margins, a
 * has the hypergeometric law if rows and columns are independent (Fisher 1935).
 *
 * "greater": the odds ratio is above 1, p = P(X ≥ a). "two-sided": the chance of all tables that are no likelier
 * than this one, as in R and SciPy. The statistic is ad/(bc); the estimate is the odds ratio under which a is
 * expected given the margins, the conditional maximum likelihood estimate (R reports this one, SciPy the
 * other); its interval is that of the two one-sided tests and may so disagree with the two-sided p-value.
 *
 * @param table - 2×2, whole numbers ≥ 0.
 * @param options - `alternative`, `confidence`.
 * @returns `{ statistic, pValue, estimate, confidenceInterval }`. With an empty row or column p is 1, the
 * estimate NaN and the interval [0, ∞].
 * @throws TypeError, RangeError for a table that is none. O(√n) a tail.
 * @example
 * stats.fisherExact([[3, 1], [1, 3]]).pValue // => 34 / 70
 * stats.fisherExact([[3, 1], [1, 3]], { alternative: "greater" }).pValue // => 17 / 70
 */
export function fisherExact(
  table: ReadonlyMatrix,
  options: AlternativeOptions = {},
): FisherExactResult {
  const caller = "fisherExact";
  const cells = requireFourfold(caller, table);
  const rule = alternativeOptions(caller, options);
  const [a, b, c, d] = cells;
  const law = hypergeometricLaw(a + b, c + d, a + c);
  const pValue =
    law.low === law.high
      ? 1
      : rule.alternative === "less"
        ? law.lower(a)
        : rule.alternative === "greater"
          ? law.upper(a)
          : asUnlikely(law, a);
  return summarised("Fisher's exact test", {
    statistic: (a * d) / (b * c),
    pValue,
    ...conditionalOdds(cells, rule),
  });
}
