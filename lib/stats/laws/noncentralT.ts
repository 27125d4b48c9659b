import { HALF_LOG_2PI, logNdtrAt } from "../../core/special";
import { chiSquare } from "../../prob";
import { logChiMean } from "./chiMean";
import { logSumUnimodal } from "./logConcave";

/** Normal variables do not leave ±38 while their density is a double. */
const FAR = 38;

/**
 * ln E_Z[P(V ≥ ν((Z + δ)/t)²)], or < if `upper`, for t > 0 and δ > 38: the normal variable is averaged
 * over last, since with a large δ the other order has a sharp step.
 */
function logOverNormal(df: number, delta: number, t: number, upper: boolean): number {
  const law = chiSquare(df);
  const step = Math.min(0.4, 0.6 / Math.sqrt(1 + (2 * df) / t / t));
  const logTerm = (i: number) => {
    const z = step * i;
    const v = df * ((z + delta) / t) ** 2;
    return -0.5 * z * z + (upper ? law.logcdf(v) : law.logsf(v));
  };
  const bound = Math.floor(FAR / step);
  return Math.log(step) - HALF_LOG_2PI + logSumUnimodal(logTerm, 0, -bound, bound);
}

/** ln P(T ≤ t), or P(T > t) if `upper`. */
function logTail(df: number, delta: number, t: number, upper: boolean): number {
  if (delta < 0) return logTail(df, -delta, -t, !upper);
  if (Math.abs(t) === Infinity) return t > 0 === upper ? -Infinity : 0;
  if (t <= 0 && delta > FAR) return upper ? 0 : -Infinity; // P(Z < −38) = 1e-316
  if (delta > FAR && delta * delta > 100 * df) return logOverNormal(df, delta, t, upper);
  const side = upper ? 1 : -1;
  return Math.min(
    0,
    logChiMean(df, (s) => logNdtrAt(side * (delta - t * s)), delta),
  );
}

/**
 * The noncentral t law: of (Z + δ)/√(V/ν) for a standard normal Z and an independent chi-square V with ν
 * degrees of freedom. It is that of a t statistic when the null hypothesis is wrong by δ standard errors.
 *
 * P(T ≤ t) = E[Φ(t·√(V/ν) − δ)]. Both tails are sums of positive terms, each as precise far out as
 * near the middle.
 *
 * @param df - ν > 0.
 * @param delta - Noncentrality δ.
 */
export function noncentralT(df: number, delta: number) {
  return {
    cdf: (t: number) => Math.exp(logTail(df, delta, t, false)),
    sf: (t: number) => Math.exp(logTail(df, delta, t, true)),
  };
}
