import { type ReadonlyVector, requireVector, summarised } from "../core";
import { pValueOf } from "./inference/alternative";
import { normalTails, type RankTestOptions, rankTestOptions } from "./inference/rankTest";
import { signLaw, tails } from "./laws/rankSumLaw";
import { rankWithTies, tieTerm } from "./ranks/midranks";

/** What `wilcoxon` returns. */
export interface WilcoxonResult {
  /** W⁺, the sum of the ranks of the positive differences. */
  statistic: number;
  pValue: number;
  /** Differences that are not 0: the others are left out. */
  n: number;
  /** How the p-value was found. */
  method: "exact" | "asymptotic";
}

/**
 * Wilcoxon's signed-rank test: is the law of paired differences dᵢ = xᵢ − yᵢ symmetric about 0? W⁺
 * sums the midranks of |dᵢ| over the positive dᵢ; zero differences are left out (Wilcoxon 1945).
 *
 * "exact" counts all 2ⁿ patterns of signs, given the midranks: ties and left-out zeros do not make it
 * less exact. "asymptotic" takes W⁺ as normal with mean n(n + 1)/4 and variance
 * n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48. "auto" is exact for n ≤ 50, with ties and zeros as without (SciPy:
 * up to 13 with them). Beyond, no normal tail is less than 2⁻ⁿ, the least chance there is. For one sample
 * against a centre c pass y = c, c, ….
 *
 * @param x - First of each pair.
 * @param y - Second of each pair, as many.
 * @param options - `alternative` ("greater": x tends to be larger), `method`, `continuity`.
 * @returns `{ statistic, pValue, n, method }`; the statistic is W⁺ for every alternative.
 * @throws RangeError for unequal lengths, differences that are all 0 or overflow, or n > 500 with "exact".
 * O(n log n), exact O(n³).
 * @example
 * stats.wilcoxon([1, 2, 3], [2, 4, 6]).statistic // => 0
 * stats.wilcoxon([1, 2, 3], [2, 4, 6]).pValue // => 0.25
 */
export function wilcoxon(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options: RankTestOptions = {},
): WilcoxonResult {
  const caller = "wilcoxon";
  requireVector(caller, "x", x, { minLength: 1 });
  requireVector(caller, "y", y, { length: x.length, lengthOf: "length of x" });
  const { alternative, method, continuity } = rankTestOptions(caller, options);
  const all = x.map((v, i) => v - y[i]);
  const d = requireVector(caller, "x − y", all).filter((v) => v !== 0);
  const n = d.length;
  if (n === 0) throw new RangeError(`${caller}: x and y must differ in at least one pair`);
  if (method === "exact" && n > 500) {
    throw new RangeError(
      `${caller}: method "exact" is for at most 500 differences, got ${n}, use "asymptotic"`,
    );
  }
  const { ranks, ties } = rankWithTies(d.map(Math.abs));
  const statistic = ranks.reduce((sum, r, i) => sum + (d[i] > 0 ? r : 0), 0);
  const exact = method === "exact" || (method === "auto" && n <= 50);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48;
  const both = exact
    ? tails(signLaw(ranks), statistic)
    : normalTails(statistic - (n * (n + 1)) / 4, Math.sqrt(variance), continuity);
  return summarised("Wilcoxon signed-rank test", {
    statistic,
    pValue: pValueOf(alternative, both),
    n,
    method: exact ? "exact" : "asymptotic",
  });
}
