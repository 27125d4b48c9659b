import { type ReadonlyVector, requireVector, summarised } from "../core";
import { pValueOf } from "./inference/alternative";
import { normalTails, type RankTestOptions, rankTestOptions } from "./inference/rankTest";
import { chooseLaw, chooseWork, extremeChances, tails } from "./laws/rankSumLaw";
import { rankWithTies, tieTerm } from "./ranks/midranks";

/** What `mannWhitney` returns. */
export interface MannWhitneyResult {
  /** U of x: the pairs with xᵢ > yⱼ, ties counted half. */
  statistic: number;
  pValue: number;
  /** U/(nx·ny), which estimates P(X > Y) + ½P(X = Y). */
  effectSize: number;
  /** How the p-value was found. */
  method: "exact" | "asymptotic";
}

/** Additions that "exact" makes at most, and "auto" (about ten milliseconds). */
const MOST_WORK = 2e9;
const AUTO_WORK = 3e7;

/**
 * The Mann–Whitney (Wilcoxon rank-sum) test: does one of two independent samples tend to be larger?
 * U = Rx − nx(nx + 1)/2, with Rx the sum of the midranks of x in the pooled sample.
 *
 * "exact" counts all ways to choose the ranks of x, ties included (most programs, SciPy too, then
 * count as if there were none). "asymptotic" takes U as normal with mean nx·ny/2 and variance
 * nx·ny/12·(n + 1 − Σ(t³ − t)/(n(n − 1))) over groups of t ties. "auto" is exact as long as that takes
 * some milliseconds (up to about 55 and 55), else normal, but with no tail below the chance of
 * the most extreme choice, which the normal law may fall short of when most entries are tied
 * (Mann and Whitney 1947; Lehmann 1975).
 * simple-statistics has the rank sum alone.
 *
 * @param x - At least one finite number.
 * @param y - At least one finite number.
 * @param options - `alternative` ("greater": x tends to be larger), `method`, `continuity`.
 * @returns `{ statistic, pValue, effectSize, method }`.
 * @throws RangeError for an empty sample, all entries equal, or samples too large for "exact".
 * O(n log n), exact O(n·m²·(n − m)) with m the smaller size and n both, less with ties.
 * @example
 * stats.mannWhitney([1, 2, 3], [4, 5, 6]).statistic // => 0
 * stats.mannWhitney([1, 2, 3], [4, 5, 6]).pValue // => 0.1
 */
export function mannWhitney(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options: RankTestOptions = {},
): MannWhitneyResult {
  const caller = "mannWhitney";
  requireVector(caller, "x", x, { minLength: 1 });
  requireVector(caller, "y", y, { minLength: 1 });
  const { alternative, method, continuity } = rankTestOptions(caller, options);
  const { ranks, ties } = rankWithTies([...x, ...y]);
  if (ties.length === 1) {
    throw new RangeError(`${caller}: x and y must not all be equal, every entry is ${x[0]}`);
  }
  const [nx, ny] = [x.length, y.length];
  const n = nx + ny;
  const statistic = ranks.slice(0, nx).reduce((a, b) => a + b, 0) - (nx * (nx + 1)) / 2;
  const small = Math.min(nx, ny);
  const work = method === "asymptotic" ? Infinity : chooseWork(ties, small);
  if (method === "exact" && work > MOST_WORK) {
    throw new RangeError(
      `${caller}: method "exact" is for smaller samples than ${nx} and ${ny}, use "asymptotic"`,
    );
  }
  const exact = method === "exact" || (method === "auto" && work <= AUTO_WORK);
  // the law is that of the smaller sample: what is low for one is high for the other
  const turn = (t: { lower: number; upper: number }) =>
    nx <= ny ? t : { lower: t.upper, upper: t.lower };
  let both: { lower: number; upper: number };
  if (exact) {
    const chosen = nx <= ny ? statistic : nx * ny - statistic;
    both = turn(tails(chooseLaw(ties, small), chosen + (small * (small + 1)) / 2));
  } else {
    const sd = Math.sqrt(((nx * ny) / 12) * (n + 1 - tieTerm(ties) / (n * (n - 1))));
    both = normalTails(statistic - (nx * ny) / 2, sd, continuity);
    if (method === "auto") {
      const least = turn(extremeChances(ties, small));
      both = {
        lower: Math.max(both.lower, least.lower),
        upper: Math.max(both.upper, least.upper),
      };
    }
  }
  return summarised("Mann–Whitney test", {
    statistic,
    pValue: pValueOf(alternative, both),
    effectSize: statistic / (nx * ny),
    method: exact ? "exact" : "asymptotic",
  });
}
