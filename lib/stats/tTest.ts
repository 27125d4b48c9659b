import {
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireVector,
  summarised,
} from "../core";
import { studentT } from "../prob";
import { sampleAndOptions } from "./arguments/sampleAndOptions";
import { ALTERNATIVES, type Alternative, pValueOf, symmetricTails } from "./inference/alternative";
import { requireTestOptions } from "./inference/options";
import { tEstimate } from "./inference/tEstimate";

const caller = "tTest";

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
 * @throws TypeError for a second argument that is neither sample nor options (an undefined y is not "no
 * y"); RangeError for samples too short, of unequal length if paired, or without spread. O(n).
 * @example
 * stats.tTest([1, 2, 3, 4, 5], { mean: 3 }).pValue // => 1
 * stats.tTest([1, 2, 3], [2, 3, 4], { equalVar: true }).df // => 4
 * stats.tTest([1, 2, 3], undefined) // throws tTest: the second argument must be a sample or options
 */
export function tTest(x: ReadonlyVector, options?: TTestOptions): TTestResult;
export function tTest(x: ReadonlyVector, y: ReadonlyVector, options?: TTestOptions): TTestResult;
export function tTest(x: ReadonlyVector, ...rest: readonly unknown[]): TTestResult {
  const { one, ...given } = sampleAndOptions(caller, rest);
  const options = given.options as TTestOptions;
  const known = ["mean", "alternative", "confidence"] as const;
  requireTestOptions(caller, options, one ? known : [...known, "paired", "equalVar"]);
  const {
    mean: nullMean = 0,
    alternative = "two-sided",
    confidence = 0.95,
    paired = false,
    equalVar = false,
  } = options;
  requireNumber(caller, "mean", nullMean);
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  requireBoolean(caller, "paired", paired);
  requireBoolean(caller, "equalVar", equalVar);
  requireNumber(caller, "confidence", confidence, { above: 0, below: 1 });
  if (paired && equalVar) {
    throw new RangeError(`${caller}: equalVar does not apply to paired samples`);
  }
  requireVector(caller, "x", x, { minLength: 2 });
  const pairs = { length: x.length, lengthOf: "length of x" };
  const y = one ? null : requireVector(caller, "y", given.y, paired ? pairs : { minLength: 2 });

  const found = tEstimate(caller, x, { y, paired, equalVar, mean: nullMean });
  const { df, unit } = found;
  const estimate = requireNumber(caller, "the estimate", found.estimate * unit);
  const standardError = found.standardError * unit;
  const law = studentT(df);
  const statistic = found.gap / found.standardError;
  const pValue = pValueOf(
    alternative,
    symmetricTails((t) => law.sf(t), statistic),
  );
  const tail = (1 - confidence) / (alternative === "two-sided" ? 2 : 1);
  const margin = -law.ppf(tail) * standardError;
  return summarised("t-test", {
    statistic,
    pValue,
    df,
    estimate,
    standardError,
    confidenceInterval: [
      alternative === "less" ? -Infinity : estimate - margin,
      alternative === "greater" ? Infinity : estimate + margin,
    ],
  });
}
