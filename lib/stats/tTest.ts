import {
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../core";
import { studentT } from "../prob";
import { ALTERNATIVES, type Alternative, pValueOf, symmetricTails } from "./inference/alternative";
import { centre, powerSum } from "./moments/centre";

/** Options of `tTest`. */
export interface TTestOptions {
  /** The mean (with two samples: the difference of means) under the null hypothesis. Default 0. */
  mean?: number;
  /** Whether xᵢ and yᵢ belong together, so that the differences are tested. Default false. */
  paired?: boolean;
  /** True: Student's test with the pooled variance. False (default): Welch's, as in R. */
  equalVar?: boolean;
  /** Default "two-sided". */
  alternative?: Alternative;
  /** Level of the confidence interval, in (0, 1). Default 0.95. */
  confidence?: number;
}

/** What `tTest` returns. */
export interface TTestResult {
  /** t, the distance of the estimate from the null value in standard errors. */
  statistic: number;
  pValue: number;
  /** Degrees of freedom; Welch's need not be whole. */
  df: number;
  /** The mean, or mean(x) − mean(y). */
  estimate: number;
  standardError: number;
  /** For the mean or the difference of means; with a one-sided alternative one end is infinite. */
  confidenceInterval: [low: number, high: number];
}

interface Estimate {
  estimate: number;
  /** The estimate less the null value, formed without rounding the means first. */
  gap: number;
  standardError: number;
  df: number;
}

/** Size, mean and √Σ(xᵢ − x̄)² of x − c, for c near x: the difference is then all but exact. */
function about(name: string, x: ReadonlyVector, c: number) {
  const shifted = x.map((v) => v - c);
  const { mean, scale, d } = centre(requireVector("tTest", name, shifted));
  return { n: x.length, mean, root: Math.sqrt(powerSum(d, 2)) * scale };
}

function oneSample(name: string, x: ReadonlyVector, nullMean: number): Estimate {
  const { n, mean, root } = about(`${name} − mean`, x, nullMean);
  const standardError = root / Math.sqrt(n * (n - 1));
  return { estimate: centre(x).mean, gap: mean, standardError, df: n - 1 };
}

function twoSamples(
  x: ReadonlyVector,
  y: ReadonlyVector,
  nullGap: number,
  equalVar: boolean,
): Estimate {
  const c = centre(y).mean;
  const [a, b] = [about("x − mean(y)", x, c), about("y − mean(y)", y, c)];
  const estimate = a.mean - b.mean;
  const gap = estimate - nullGap;
  if (equalVar) {
    const df = a.n + b.n - 2;
    const pooled = Math.hypot(a.root, b.root) / Math.sqrt(df);
    return { estimate, gap, standardError: pooled * Math.sqrt(1 / a.n + 1 / b.n), df };
  }
  const ra = a.root / Math.sqrt(a.n * (a.n - 1));
  const rb = b.root / Math.sqrt(b.n * (b.n - 1));
  const standardError = Math.hypot(ra, rb);
  const share = (ra / standardError) ** 2;
  const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  return { estimate, gap, standardError, df };
}

/**
 * Student's t-test of a mean, of paired differences, or of the difference of two means.
 *
 * One sample (and pairs, through xᵢ − yᵢ): t = (x̄ − μ₀)/(s/√n), n − 1 degrees of freedom. Two
 * samples: t = (x̄ − ȳ − δ₀)/SE. Welch's SE = √(s²x/nx + s²y/ny), with Satterthwaite's degrees of
 * freedom (Welch 1947), needs no equal variances and is the default; `equalVar: true` pools them,
 * with nx + ny − 2. simple-statistics has t alone, with no p-value, no interval, and n in place of
 * n − 1 in its variance.
 *
 * @param x - At least 2 finite numbers.
 * @param y - The second sample (at least 2; for pairs as many as x), or left out.
 * @param options - `mean`, `paired`, `equalVar`, `alternative`, `confidence`.
 * @returns `{ statistic, pValue, df, estimate, standardError, confidenceInterval }`.
 * @throws RangeError for samples too short, of unequal length if paired, or without spread. O(n).
 * @example
 * stats.tTest([1, 2, 3, 4, 5], { mean: 3 }).pValue // => 1
 * stats.tTest([1, 2, 3], [2, 3, 4], { equalVar: true }).df // => 4
 */
export function tTest(x: ReadonlyVector, options?: TTestOptions): TTestResult;
export function tTest(x: ReadonlyVector, y: ReadonlyVector, options?: TTestOptions): TTestResult;
export function tTest(
  x: ReadonlyVector,
  second?: ReadonlyVector | TTestOptions,
  third?: TTestOptions,
): TTestResult {
  const caller = "tTest";
  const y = Array.isArray(second) ? (second as ReadonlyVector) : null;
  const options = (y ? third : (second as TTestOptions)) ?? {};
  const known = ["mean", "alternative", "confidence"] as const;
  requireOptions(caller, options, y ? [...known, "paired", "equalVar"] : known);
  const {
    alternative = "two-sided",
    confidence = 0.95,
    paired = false,
    equalVar = false,
  } = options;
  const nullMean = requireNumber(caller, "mean", options.mean ?? 0);
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireBoolean(caller, "paired", paired);
  requireBoolean(caller, "equalVar", equalVar);
  requireNumber(caller, "confidence", confidence, { above: 0, below: 1 });
  requireVector(caller, "x", x, { minLength: 2 });
  if (y && paired) requireVector(caller, "y", y, { length: x.length, lengthOf: "length of x" });
  else if (y) requireVector(caller, "y", y, { minLength: 2 });

  if (y && paired && equalVar) {
    throw new RangeError(`${caller}: equalVar does not apply to paired samples`);
  }

  const { estimate, gap, standardError, df } = !y
    ? oneSample("x", x, nullMean)
    : paired
      ? oneSample(
          "(x − y)",
          requireVector(
            caller,
            "x − y",
            x.map((v, i) => v - y[i]),
          ),
          nullMean,
        )
      : twoSamples(x, y, nullMean, equalVar);
  if (standardError === 0) {
    const what = !y ? "x must" : paired ? "the differences x − y must" : "x or y must";
    throw new RangeError(`${caller}: ${what} not be constant, the standard error is 0`);
  }
  const law = studentT(df);
  const statistic = gap / standardError;
  const pValue = pValueOf(
    alternative,
    symmetricTails((t) => law.sf(t), statistic),
  );
  const tail = (1 - confidence) / (alternative === "two-sided" ? 2 : 1);
  const margin = -law.ppf(tail) * standardError;
  return {
    statistic,
    pValue,
    df,
    estimate,
    standardError,
    confidenceInterval: [
      alternative === "less" ? -Infinity : estimate - margin,
      alternative === "greater" ? Infinity : estimate + margin,
    ],
  };
}
