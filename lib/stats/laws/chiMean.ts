import { gammalnAt, HALF_LOG_2PI, log1pmx, stirlingError } from "../../core/special";
import { logSumUnimodal } from "./logConcave";

/**
 * ln E[g(S)] for S = √(V/ν), V a chi-square with ν degrees of freedom: the part that an estimated standard
 * deviation plays in the laws of t and of the studentized range.
 *
 * In u = ln S the density is C·e^{a(2u + 1 − e²ᵘ)} with a = ν/2. It is analytic and falls off on both
 * sides, so that the trapezoidal rule on the whole line converges faster than any power of its step
 * (Trefethen and Weideman 2014). All terms are positive: tails keep their relative precision.
 *
 * @param logG - ln g(s), such that the integrand has one peak.
 * @param sharpness - How fast g changes with u: the reciprocal of the width of its steps.
 */
export function logChiMean(df: number, logG: (s: number) => number, sharpness: number): number {
  const a = df / 2;
  const logNorm =
    a < 10
      ? a * Math.log(a) - a - gammalnAt(a)
      : 0.5 * Math.log(a) - HALF_LOG_2PI - stirlingError(a);
  const step = Math.min(0.1, 0.6 / Math.sqrt(5 * df + 2 * sharpness * sharpness));
  const logTerm = (i: number) => a * logShape(2 * step * i) + logG(Math.exp(step * i));
  const bound = Math.floor(700 / step);
  return Math.LN2 + logNorm + Math.log(step) + logSumUnimodal(logTerm, 0, -bound, bound);
}

/** v + 1 − eᵛ, without cancellation near 0. */
function logShape(v: number): number {
  const rise = Math.expm1(v);
  return Math.abs(v) < 0.5 ? log1pmx(rise) : v - rise;
}
