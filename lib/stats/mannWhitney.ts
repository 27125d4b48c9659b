import {
  type ReadonlyVector,
  requireBoolean,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../core";
import { normal } from "../prob";
import { ALTERNATIVES, type Alternative, pValueOf } from "./inference/alternative";
import { chooseLaw, chooseWork, tails } from "./laws/rankSumLaw";
import { rankWithTies } from "./rankdata";

/** Options of the rank tests `mannWhitney` and `wilcoxon`. */
export interface RankTestOptions {
  /** Default "two-sided". */
  alternative?: Alternative;
  /** "exact", "asymptotic" (normal), or "auto" (default), which each test explains. */
  method?: "auto" | "exact" | "asymptotic";
  /** Whether the normal approximation corrects by ½ for continuity. Default true. */
  continuity?: boolean;
}

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

const MOST_WORK = 2e9;

/** Checks the options of a rank test and fills in the defaults. */
export function rankTestOptions(caller: string, options: RankTestOptions) {
  requireOptions(caller, options, ["alternative", "method", "continuity"]);
  const { alternative = "two-sided", method = "auto", continuity = true } = options;
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireOneOf(caller, "method", method, ["auto", "exact", "asymptotic"]);
  requireBoolean(caller, "continuity", continuity);
  return { alternative, method, continuity };
}

/** Both tails of a normal approximation, each moved by ½ towards the mean if `continuity` says so. */
export function normalTails(gap: number, sd: number, continuity: boolean) {
  const c = continuity ? 0.5 : 0;
  const z = normal(0, 1);
  return { lower: z.sf((-gap - c) / sd), upper: z.sf((gap - c) / sd) };
}

/** Σ(t³ − t) over the sizes of the groups of ties. */
export function tieTerm(ties: ReadonlyVector): number {
  return ties.reduce((sum, t) => sum + t * (t * t - 1), 0);
}

/**
 * The Mann–Whitney (Wilcoxon rank-sum) test: does one of two independent samples tend to be larger?
 * U = Rx − nx(nx + 1)/2, with Rx the sum of the midranks of x in the pooled sample.
 *
 * "exact" counts all ways to choose the ranks of x, ties included (most programs, SciPy too, then
 * count as if there were none). "asymptotic" takes U as normal with mean nx·ny/2 and variance
 * nx·ny/12·(n + 1 − Σ(t³ − t)/(n(n − 1))) over groups of t ties. "auto" is exact if there are no ties
 * and the smaller sample has at most 8 entries, as in SciPy (Mann and Whitney 1947; Lehmann 1975).
 * simple-statistics has the rank sum alone.
 *
 * @param x - At least one finite number.
 * @param y - At least one finite number.
 * @param options - `alternative` ("greater": x tends to be larger), `method`, `continuity`.
 * @returns `{ statistic, pValue, effectSize, method }`.
 * @throws RangeError for an empty sample, all entries equal, or samples too large for "exact".
 * O(n log n), exact O(n·m²·(n − m)) with m the smaller size and n both.
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
  const affordable = chooseWork(n, small) <= MOST_WORK && n <= 1000;
  if (method === "exact" && !affordable) {
    throw new RangeError(
      `${caller}: method "exact" is for smaller samples than ${nx} and ${ny}, use "asymptotic"`,
    );
  }
  const exact =
    method === "exact" || (method === "auto" && affordable && small <= 8 && ties.length === n);
  const mean = (nx * ny) / 2;
  let both: { lower: number; upper: number };
  if (exact) {
    const chosen = nx <= ny ? statistic : nx * ny - statistic;
    both = tails(chooseLaw(ranks, small), chosen + (small * (small + 1)) / 2);
    if (nx > ny) both = { lower: both.upper, upper: both.lower };
  } else {
    const sd = Math.sqrt(((nx * ny) / 12) * (n + 1 - tieTerm(ties) / (n * (n - 1))));
    both = normalTails(statistic - mean, sd, continuity);
  }
  return {
    statistic,
    pValue: pValueOf(alternative, both),
    effectSize: statistic / (nx * ny),
    method: exact ? "exact" : "asymptotic",
  };
}
