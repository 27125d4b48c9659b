import { describeValue, type ReadonlyVector, summarised } from "../core";
import { fisherF } from "../prob";
import { refuseOptions } from "./inference/options";
import { powerSum } from "./moments/centre";
import { unitOf } from "./moments/powerOfTwo";
import type { OlsResult } from "./regression/olsResult";

/** What `nestedFTest` returns. */
export interface NestedFTestResult {
  /** F. */
  statistic: number;
  pValue: number;
  /** Parameters that the larger model has more, and its residual degrees of freedom. */
  df: [more: number, residual: number];
  /** By how much the residual sum of squares falls. */
  sumOfSquares: number;
}

const caller = "nestedFTest";

function requireFit(name: string, fit: OlsResult): OlsResult {
  if (typeof fit === "object" && fit !== null && Array.isArray(fit.residuals) && fit.df) return fit;
  throw new TypeError(`${caller}: ${name} must be a result of ols, got ${describeValue(fit)}`);
}

/** Whether two vectors are the same but for rounding. */
function same(a: ReadonlyVector, b: ReadonlyVector): boolean {
  const most = 1e-9 * unitOf(a);
  return a.length === b.length && a.every((v, i) => Math.abs(v - b[i]) <= most);
}

const responseOf = (fit: OlsResult) => fit.fitted.map((v, i) => v + fit.residuals[i]);

/**
 * The F-test of a linear model within a larger one: do the further columns explain y better than chance? With
 * residual sums of squares RSS₀ of the smaller and RSS₁ of the larger model,
 * F = ((RSS₀ − RSS₁)/(df₀ − df₁))/(RSS₁/df₁) has the law F(df₀ − df₁, df₁) if the smaller one is right.
 *
 * The difference is formed as the sum of squares between both fits, which for nested models is the same and
 * has no cancellation. Robust covariances of the fits play no part. See Seber and Lee, Linear Regression
 * Analysis, 2003, chapter 4.
 *
 * @param smaller - A result of `ols`.
 * @param larger - Another, of the same y with the same weights, whose columns include those of the smaller model (or
 * combine to them).
 * @returns `{ statistic, pValue, df, sumOfSquares }`.
 * @throws TypeError for what is no fit; RangeError for fits of other data, in the wrong order or not nested. O(n).
 * @example
 * const [x, y] = [[[0, 1], [1, 0], [2, 1], [3, 2], [4, 0]], [1, 2, 3, 5, 4]];
 * stats.nestedFTest(stats.ols(x.map(([a]) => [a]), y), stats.ols(x, y)).df // => [1, 2]
 */
export function nestedFTest(smaller: OlsResult, larger: OlsResult): NestedFTestResult;
export function nestedFTest(
  smaller: OlsResult,
  larger: OlsResult,
  ...further: readonly unknown[]
): NestedFTestResult {
  refuseOptions(caller, further);
  const [small, large] = [requireFit("smaller", smaller), requireFit("larger", larger)];
  if (
    !same(responseOf(small), responseOf(large)) ||
    small.weights.some((w, i) => w !== large.weights[i])
  ) {
    throw new RangeError(
      `${caller}: smaller and larger must be fits of one y with the same weights`,
    );
  }
  const df: [number, number] = [small.df.residual - large.df.residual, large.df.residual];
  if (df[0] < 1) {
    throw new RangeError(
      `${caller}: larger must have more parameters than smaller, they have ${large.names.length} and ${small.names.length}`,
    );
  }
  const unit = unitOf(responseOf(large));
  const rootUnit = unitOf(large.weights.map(Math.sqrt));
  const scaled = (v: ReadonlyVector) =>
    v.map((e, i) => (e / unit) * (Math.sqrt(large.weights[i]) / rootUnit));
  const square = (v: ReadonlyVector) => powerSum(scaled(v), 2);
  const gain = square(small.fitted.map((v, i) => large.fitted[i] - v));
  const [rss0, rss1] = [square(small.residuals), square(large.residuals)];
  if (Math.abs(rss0 - rss1 - gain) > 1e-6 * rss0) {
    throw new RangeError(`${caller}: the columns of smaller must be among those of larger`);
  }
  const statistic = gain / df[0] / (rss1 / df[1]);
  return summarised("F-test of nested models", {
    statistic,
    pValue: fisherF(df[0], df[1]).sf(statistic),
    df,
    sumOfSquares: gain * (unit * rootUnit) ** 2,
  });
}
