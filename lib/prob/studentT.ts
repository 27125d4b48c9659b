import { requireNumber } from "../core";
import {
  betalnAt,
  digammaDifference,
  erfcxAt,
  HALF_LOG_2PI,
  logScaledBeta,
  ndtriAt,
} from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { betaQuantileOdds } from "./special/betaincinv";
import { betaTail } from "./special/kernels/betaTail";
import { hillStart } from "./special/kernels/studentTQuantile";
import { logTailValue, type Tail, tailValue } from "./special/kernels/tail";
import { studentTSampler } from "./variates/studentT";

/** From here on the law is the normal one to full precision, for t⁴ small beside ν. */
const NORMAL_DF = 1e17;

/** ln(|t|/√ν), also where the quotient overflows. */
function logScaled(df: number, t: number): number {
  return Math.log(t) - 0.5 * Math.log(df);
}

/** ln(ν·B(ν/2, ½)/2): far out P(T > t) = ½u^{−ν}/(ν·B(ν/2, ½)/2) with u = t/√ν. */
function logFarTail(df: number): number {
  return logScaledBeta(half(df), 0.5);
}

/** ν/2; half of the smallest double is rounded to 0. */
function half(df: number): number {
  return Math.max(df / 2, Number.MIN_VALUE);
}

/** P(T > t) for t ≥ 0 is ½·I_x(ν/2, ½) with x = ν/(ν + t²). */
function upperTail(df: number, t: number): Tail {
  if (t === Infinity) return { upper: true, logScale: 0, factor: 0 };
  if (df > NORMAL_DF && t * t * (t * (t / df)) < 1 / NORMAL_DF) {
    return { upper: true, logScale: -0.5 * t * t, factor: 0.5 * erfcxAt(t * Math.SQRT1_2) };
  }
  const u = t / Math.sqrt(df);
  if (u > 1e15) {
    // x is so small that I_x(a, b) = xᵃ/(a·B(a, b)) to full precision.
    const logU = u < Infinity ? Math.log(u) : logScaled(df, t);
    return { upper: true, logScale: -df * logU - logFarTail(df), factor: 0.5 };
  }
  const v = 1 + u * u;
  const whole = betaTail(half(df), 0.5, 1 / v, (u / v) * u);
  if (!whole.upper) return { upper: true, logScale: whole.logScale, factor: 0.5 * whole.factor };
  return { upper: true, logScale: 0, factor: 0.5 - 0.5 * tailValue(whole, true) };
}

/**
 * Student's t distribution: of Z/√(V/ν) for a standard normal Z and an independent chi-square V with
 * ν degrees of freedom. Density proportional to (1 + t²/ν)^{−(ν + 1)/2}.
 *
 * The mean is 0 for ν > 1, the variance ν/(ν − 2) for ν > 2 (MML does not treat it; see W. S.
 * Gosset 1908). On the whole line.
 *
 * @param df - Degrees of freedom ν > 0, not necessarily whole.
 * @throws RangeError if df is not positive.
 * @example
 * prob.studentT(1).cdf(1) // => 0.75
 * prob.studentT(10).ppf(0.975) // => 2.228138851964939
 * prob.studentT(5).variance // => 5 / 3
 */
export function studentT(df: number): ContinuousDistribution {
  requireNumber("studentT", "df", df, { above: 0 });
  const nearNormal = df > NORMAL_DF;
  const logNorm = nearNormal ? -HALF_LOG_2PI : -betalnAt(0.5, half(df)) - 0.5 * Math.log(df);
  const rootDf = Math.sqrt(df);
  const signed = (value: (tail: Tail, upper: boolean) => number, side: 1 | -1) => (x: number) =>
    value(upperTail(df, Math.abs(x)), side * x >= 0);
  return continuous({
    name: "studentT",
    params: { df },
    support: [-Infinity, Infinity],
    mean: df > 1 ? 0 : Number.NaN,
    variance: df > 2 ? df / (df - 2) : df > 1 ? Infinity : Number.NaN,
    entropy: () => (half(df) + 0.5) * digammaDifference(half(df), 0.5) - logNorm,
    logpdf: (x) => {
      const u = Math.abs(x) / rootDf;
      // ln(1 + u²), which overflows later than u² and vanishes later than u² beside a large ν
      const log = u > 1e150 ? 2 * logScaled(df, Math.abs(x)) : Math.log1p(u * u);
      return u < 1e-150 ? logNorm - 0.5 * x * x : logNorm - ((df + 1) / 2) * log;
    },
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
    draw: studentTSampler(df),
  });
}

/** The t ≤ 0 with P(T ≤ t) = p ≤ ½. */
function lowerQuantile(df: number, p: number): number {
  if (p === 0.5) return 0;
  if (p === 0) return -Infinity;
  if (df > NORMAL_DF) {
    const z = ndtriAt(p);
    if (z * z * (z * (z / df)) < 1 / NORMAL_DF) return z;
  }
  if (df >= 2 && df < 1e10 && p > 1e-280) {
    const t = refinedStart(df, p);
    if (t !== undefined) return -t;
  }
  // 2p = I_x(ν/2, ½) at x = ν/(ν + t²), so that t² = ν/odds
  const { odds, log } = betaQuantileOdds(half(df), 0.5, 2 * p, false);
  if (odds > 1e-280) return -Math.sqrt(df) / Math.sqrt(odds);
  return -Math.exp(0.5 * (Math.log(df) - log));
}

/** The t > 0 with P(T > t) = p by Halley's method from a good start; undefined if it does not settle. */
function refinedStart(df: number, p: number): number | undefined {
  let t = hillStart(df, 2 * p);
  const logNorm = -betalnAt(0.5, df / 2) - 0.5 * Math.log(df);
  for (let iteration = 0; iteration < 5; iteration++) {
    const excess = tailValue(upperTail(df, t), true) - p;
    const step = excess / Math.exp(logNorm - ((df + 1) / 2) * Math.log1p((t * t) / df));
    const move = step / (1 - (0.5 * step * t * (df + 1)) / (df + t * t));
    t += move;
    if (!(t > 0 && t < Infinity)) return undefined;
    if (Math.abs(move) < 1e-5 * t) return t; // its cube is below rounding
  }
  return undefined;
}
