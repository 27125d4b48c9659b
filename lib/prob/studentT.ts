import { requireNumber } from "../core";
import { betalnAt, digammaDifference } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { betaQuantileOdds } from "./special/betaincinv";
import { betaTail } from "./special/kernels/betaTail";
import { logTailValue, type Tail, tailValue } from "./special/kernels/tail";
import { gammaSampler } from "./variates/gamma";

/** ln(1 + u²) for u ≥ 0, without overflow. */
function log1pSquare(u: number): number {
  return u > 1e150 ? 2 * Math.log(u) : Math.log1p(u * u);
}

/** Far out P(T > t) = u^{−ν}/(ν·B(ν/2, ½)) with u = t/√ν; this is the logarithm of the denominator. */
function logFarTail(df: number): number {
  return Math.log(df) + betalnAt(df / 2, 0.5);
}

/** P(T > t) for t ≥ 0 is ½·I_x(ν/2, ½) with x = ν/(ν + t²). */
function upperTail(df: number, t: number): Tail {
  const u = t / Math.sqrt(df);
  if (u > 1e15) {
    // x is so small that I_x(a, b) = xᵃ/(a·B(a, b)) to full precision.
    return { upper: true, logScale: -df * Math.log(u) - logFarTail(df), factor: 1 };
  }
  const v = 1 + u * u;
  const half = betaTail(df / 2, 0.5, 1 / v, (u / v) * u);
  if (!half.upper) return { upper: true, logScale: half.logScale, factor: 0.5 * half.factor };
  return { upper: true, logScale: 0, factor: 0.5 - 0.5 * tailValue(half, true) };
}

/**
 * Student's t distribution: of Z/√(V/ν) for a standard normal Z and an independent chi-square V with
 * ν degrees of freedom. Density proportional to (1 + t²/ν)^{−(ν + 1)/2}.
 *
 * The mean exists for ν > 1, the variance is finite for ν > 2 (MML does not treat it; see W. S.
 * Gosset 1908).
 *
 * @param df - Degrees of freedom ν > 0, not necessarily whole.
 * @throws RangeError if df is not positive.
 * @example
 * prob.studentT(1).cdf(1) // => 0.75
 * prob.studentT(10).ppf(0.975) // => 2.228138851964939
 */
export function studentT(df: number): ContinuousDistribution {
  requireNumber("studentT", "df", df, { above: 0 });
  const logNorm = -betalnAt(0.5, df / 2) - 0.5 * Math.log(df);
  const rootDf = Math.sqrt(df);
  const halfChiSquare = gammaSampler(df / 2);
  const signed = (value: (tail: Tail, upper: boolean) => number, side: 1 | -1) => (x: number) =>
    value(upperTail(df, Math.abs(x)), side * x >= 0);
  return continuous({
    name: "studentT",
    params: { df },
    support: [-Infinity, Infinity],
    mean: df > 1 ? 0 : Number.NaN,
    variance: df > 2 ? df / (df - 2) : df > 1 ? Infinity : Number.NaN,
    entropy: () => ((df + 1) / 2) * digammaDifference(df / 2, 0.5) - logNorm,
    logpdf: (x) => logNorm - ((df + 1) / 2) * log1pSquare(Math.abs(x) / rootDf),
    tails: {
      sf: signed(tailValue, 1),
      cdf: signed(tailValue, -1),
      logsf: signed(logTailValue, 1),
      logcdf: signed(logTailValue, -1),
    },
    quantile: (p, upper) => {
      const t = p <= 0.5 ? lowerQuantile(df, p) : -lowerQuantile(df, 1 - p);
      return upper ? 0 - t : t;
    },
    draw: (rng) => rng.normal() / Math.sqrt(halfChiSquare(rng) / (df / 2)),
  });
}

/** The t ≤ 0 with P(T ≤ t) = p ≤ ½. */
function lowerQuantile(df: number, p: number): number {
  if (p === 0.5) return 0;
  const odds = betaQuantileOdds(df / 2, 0.5, 2 * p, false);
  if (odds > 1e-280) return -Math.sqrt(df) / Math.sqrt(odds);
  return -Math.sqrt(df) * Math.exp(-(Math.log(p) + logFarTail(df)) / df);
}
