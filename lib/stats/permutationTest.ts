import {
  type ReadonlyVector,
  type Rng,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireRng,
  requireVector,
  rng,
  summarised,
} from "../core";
import { requireStatistic } from "./arguments/guards";
import { ALTERNATIVES, type Alternative, pValueOf } from "./inference/alternative";
import { requireTestOptions } from "./inference/options";
import { pairings, splits, swaps } from "./inference/resampling";
import { medianOf } from "./ranks/order";

/** What the null hypothesis lets us rearrange. */
export type PermutationType = "independent" | "paired" | "pairings";

/** Options of `permutationTest`. */
export interface PermutationOptions {
  /** Where rearrangements are drawn from, unless all are gone through. Default `rng(0)`. */
  rng?: Rng;
  /** How many rearrangements to draw. If there are no more than n in all, all are used. Default 9999. */
  n?: number;
  /** Default "two-sided". */
  alternative?: Alternative;
  /**
   * "independent" (default): entries move between the samples. "paired": xᵢ and yᵢ may change
   * places. "pairings": the y's are reordered against the x's.
   */
  type?: PermutationType;
}

/** What `permutationTest` returns. */
export interface PermutationResult {
  /** The statistic of the samples as they are. */
  statistic: number;
  pValue: number;
  /** The statistic of each rearrangement. */
  distribution: number[];
  /** Whether all rearrangements were used. */
  exact: boolean;
}

const KINDS = { independent: splits, paired: swaps, pairings };
/** Statistics that agree to this share of their usual size count as equal: rounding is no evidence. */
const SAME = 1e-12;

/**
 * The permutation test: how often is the statistic as extreme as observed when what the null
 * hypothesis holds exchangeable is rearranged (Fisher 1935)?
 *
 * With b of N rearrangements as extreme, the p-value is b/N if these are all there are, else
 * (b + 1)/(N + 1), which counts the observed one and is never 0 (Phipson and Smyth 2010). Two-sided
 * is twice the smaller of both sides, at most 1. As in SciPy.
 *
 * @param x - First sample, at least one finite number.
 * @param y - Second sample; of the length of x unless `type` is "independent".
 * @param statistic - `(x, y) => number`, large when x tends to be.
 * @param options - `rng`, `n`, `alternative`, `type`.
 * @returns `{ statistic, pValue, … }`: see {@link PermutationResult}.
 * @throws TypeError, RangeError for bad samples or options, or a statistic that is not finite.
 * O(n) calls of the statistic.
 * @example
 * stats.permutationTest([1, 2, 3], [4, 5, 6], (x, y) => stats.mean(x) - stats.mean(y)).pValue // => 0.1
 */
export function permutationTest(
  x: ReadonlyVector,
  y: ReadonlyVector,
  statistic: (x: number[], y: number[]) => number,
  options: PermutationOptions = {},
): PermutationResult {
  const caller = "permutationTest";
  requireVector(caller, "x", x, { minLength: 1 });
  requireTestOptions(caller, options, ["rng", "n", "alternative", "type"]);
  const { n = 9999, alternative = "two-sided", type = "independent" } = options;
  requireNumber(caller, "n", n, { min: 1, integer: true });
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireOneOf(caller, "type", type, ["independent", "paired", "pairings"]);
  const rule =
    type === "independent" ? { minLength: 1 } : { length: x.length, lengthOf: "length of x" };
  requireVector(caller, "y", y, rule);
  requireFunction(caller, "statistic", statistic);
  const random = options.rng === undefined ? rng(0) : requireRng(caller, options.rng);
  const of = (a: number[], b: number[]) => requireStatistic(caller, statistic(a, b));

  const observed = of(x.slice(), y.slice());
  const kind = KINDS[type];
  const exact = kind.count(x, y) <= n;
  const distribution: number[] = [];
  if (exact) {
    for (const [a, b] of kind.all(x, y)) distribution.push(of(a, b));
  } else {
    for (let i = 0; i < n; i++) distribution.push(of(...kind.one(x, y, random)));
  }
  const slack = SAME * Math.max(Math.abs(observed), medianOf(distribution.map(Math.abs)));
  const extra = exact ? 0 : 1;
  const share = (extreme: (t: number) => boolean) =>
    (distribution.filter(extreme).length + extra) / (distribution.length + extra);
  const pValue = pValueOf(alternative, {
    lower: share((t) => t <= observed + slack),
    upper: share((t) => t >= observed - slack),
  });
  return summarised("permutation test", { statistic: observed, pValue, distribution, exact });
}
