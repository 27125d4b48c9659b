import {
  describeValue,
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  requireVector,
  summarised,
} from "../core";
import { ALTERNATIVES, type Alternative } from "./inference/alternative";
import { requireTestOptions } from "./inference/options";
import { jumpLawSf } from "./laws/jumpLaw";
import { nextBelow, type Step } from "./laws/jumps";
import { kolmogorovLimitSf, kolmogorovSf, smirnovSf, twoSampleSf } from "./laws/kolmogorovLaw";
import { sorted } from "./ranks/order";

/** Options of `kolmogorovSmirnov`. */
export interface KSOptions {
  /**
   * "two-sided" (default): the largest gap either way. "greater": the distribution function of x
   * rises above the other, so that x tends to be smaller. "less": it falls below.
   */
  alternative?: Alternative;
  /** "auto" (default): exact for n ≤ 1000, for two samples if nx·ny ≤ 10⁶; else the limit law. */
  method?: "auto" | "exact" | "asymptotic";
}

/** What `kolmogorovSmirnov` returns. */
export interface KSResult {
  /** The largest gap between the two distribution functions, in the direction asked for. */
  statistic: number;
  pValue: number;
  /** Where the gap is reached. */
  location: number;
  /** How the p-value was found. */
  method: "exact" | "asymptotic";
}

const caller = "kolmogorovSmirnov";

/** The gaps up (F of x above) and down that an alternative looks at. */
function best(alternative: Alternative, up: number, down: number): number {
  if (alternative === "greater") return up;
  return alternative === "less" ? down : Math.max(up, down);
}

function limitTail(alternative: Alternative, d: number, n: number): number {
  return alternative === "two-sided"
    ? kolmogorovLimitSf(Math.sqrt(n) * d)
    : Math.exp(-2 * n * d * d);
}

/** From one double to the next F rises by less, unless it jumps or its whole law lies within some doubles. */
const JUMP = 1e-9;

/** The values of a distribution function at each entry and just below it, checked. */
function valuesOf(cdf: (x: number) => number, ascending: ReadonlyVector): Step[] {
  const F = (v: number) => requireNumber(caller, `cdf(${v})`, cdf(v), { min: 0, max: 1 });
  let last = { x: -Infinity, at: 0 };
  return ascending.map((x) => {
    const at = F(x);
    const before = nextBelow(x); // may lie outside of where F is defined, as may its value, where F is 0
    const below = at > JUMP ? F(before) : at;
    const falls = below > at + JUMP ? { x: before, at: below } : last;
    if (falls.at > at + JUMP) {
      throw new RangeError(
        `${caller}: cdf must not fall, cdf(${falls.x}) is ${falls.at} and cdf(${x}) is ${at}`,
      );
    }
    last = { x, at };
    return { below: at - below > JUMP ? below : at, at };
  });
}

function oneSample(
  x: ReadonlyVector,
  cdf: (x: number) => number,
  alternative: Alternative,
  method: "auto" | "exact" | "asymptotic",
): KSResult {
  const n = x.length;
  const ascending = sorted(x);
  const steps = valuesOf(cdf, ascending);
  let statistic = -1;
  let location = NaN;
  steps.forEach(({ below, at }, i) => {
    // ties: the gap up is largest at the last of them, the gap down at the first
    const gap = best(alternative, (i + 1) / n - at, below - i / n);
    if (gap > statistic) [statistic, location] = [gap, ascending[i]];
  });
  const exact = method === "exact" || (method === "auto" && n <= 1000);
  let pValue: number;
  if (!exact) pValue = limitTail(alternative, statistic, n);
  else if (steps.some(({ below, at }) => below < at))
    pValue = jumpLawSf(cdf, n, statistic, alternative);
  else pValue = alternative === "two-sided" ? kolmogorovSf(statistic, n) : smirnovSf(statistic, n);
  return { statistic, pValue, location, method: exact ? "exact" : "asymptotic" };
}

function twoSample(
  x: ReadonlyVector,
  y: ReadonlyVector,
  alternative: Alternative,
  method: "auto" | "exact" | "asymptotic",
): KSResult {
  const [m, n] = [x.length, y.length];
  const [xs, ys] = [sorted(x), sorted(y)];
  const gapOf = (difference: number) => best(alternative, difference, -difference);
  const blockEnds = new Array<boolean>(m + n + 1).fill(false);
  let largest = 0;
  let location = Math.min(xs[0], ys[0]);
  for (let i = 0, j = 0; i < m || j < n; ) {
    const v = Math.min(i < m ? xs[i] : Infinity, j < n ? ys[j] : Infinity);
    while (i < m && xs[i] === v) i++;
    while (j < n && ys[j] === v) j++;
    blockEnds[i + j] = true;
    const gap = gapOf(i * n - j * m); // times m·n, so whole numbers
    if (gap > largest) [largest, location] = [gap, v];
  }
  const exact = method === "exact" || (method === "auto" && m * n <= 1e6);
  const statistic = largest / (m * n);
  const pValue = exact
    ? Math.min(1, twoSampleSf(m, n, largest, blockEnds, gapOf))
    : Math.min(1, limitTail(alternative, statistic, (m / (m + n)) * n));
  return { statistic, pValue, location, method: exact ? "exact" : "asymptotic" };
}

/**
 * The Kolmogorov–Smirnov test: is x a sample from a law with the given distribution function, or do
 * two samples share one? The statistic is the largest gap between the distribution functions.
 *
 * One sample: Dₙ = max over the sorted sample of i/n − F(x₍ᵢ₎) and F(x₍ᵢ₎−) − (i − 1)/n, with the
 * limit from below F(x−), so that F may have jumps (a discrete law, or one with atoms). Exact p-values
 * are chances of order statistics (Moscovich and Nadler 2017), one-sided by Smirnov (1944). Where F
 * jumps at an entry, the law of Dₙ depends on F and is found from its steps (Dimitrova, Kaishev and Tan
 * 2020); most programs, SciPy too, take F as continuous there and come out too large or, without the
 * limit from below, wrong. F must not have been fitted to x, else p is too large.
 *
 * Two samples: exact by counting the orders of the pooled sample, given its ties (SciPy counts as if
 * there were none). "asymptotic" is the limit law of √n·D for continuous F, with n = nx·ny/(nx + ny) for
 * two samples; where there are jumps or ties its p is too large.
 *
 * @param x - At least one finite number.
 * @param other - A distribution function such as `prob.normal(0, 1).cdf`, or a second sample.
 * @param options - `alternative`, `method`.
 * @returns `{ statistic, pValue, location, method }`.
 * @throws TypeError, RangeError for empty samples or a cdf that falls or leaves [0, 1]. O(n log n), exact
 * O(n·(nD)²) for one sample and O(nx·ny) for two.
 * @example
 * stats.kolmogorovSmirnov([0.1, 0.4, 0.7], (t) => t).statistic // => 0.3
 * stats.kolmogorovSmirnov([1, 2, 3], [4, 5, 6]).pValue // => 0.1
 * stats.kolmogorovSmirnov([0, 0], prob.bernoulli(0.5).cdf).pValue // => 0.5
 */
export function kolmogorovSmirnov(
  x: ReadonlyVector,
  other: ((x: number) => number) | ReadonlyVector,
  options: KSOptions = {},
): KSResult {
  requireVector(caller, "x", x, { minLength: 1 });
  requireTestOptions(caller, options, ["alternative", "method"]);
  const { alternative = "two-sided", method = "auto" } = options;
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireOneOf(caller, "method", method, ["auto", "exact", "asymptotic"]);
  const kind = "Kolmogorov–Smirnov test";
  if (typeof other === "function") {
    return summarised(kind, oneSample(x, other, alternative, method));
  }
  if (!Array.isArray(other)) {
    throw new TypeError(
      `${caller}: the second argument must be a distribution function or a vector, got ${describeValue(other)}`,
    );
  }
  requireVector(caller, "y", other, { minLength: 1 });
  return summarised(kind, twoSample(x, other, alternative, method));
}
