import { HALF_LOG_2PI, logNdtrAt, rootBetween } from "../../core/special";
import { normal, studentT } from "../../prob";
import { logChiMean } from "./chiMean";
import { logSumUnimodal } from "./logConcave";

const STEP = 1 / 8;

/** Beyond it the tail is below any double, and its logarithm serves only to say how far. */
const LARGE = 100;

/** The law of the range changes over about 1/8 of ln q. */
const SHARPNESS = 8;

/**
 * ln P(range of k standard normal variables > w) for w > 0. With the least of them at z and m = k − 1 others
 * above, P = k·∫ φ(z)·(Q(z)ᵐ − (Q(z) − Q(z + w))ᵐ) dz, Q the upper tail: the difference is formed from the
 * ratio of the two, so that small tails are as precise as large ones.
 */
function logRangeTail(k: number, w: number): number {
  if (w > LARGE) return (-w * w) / 4;
  const m = k - 1;
  const logTerm = (i: number) => {
    const z = STEP * i;
    const logQ = logNdtrAt(-z);
    const kept = Math.log1p(-Math.exp(logNdtrAt(-z - w) - logQ));
    return -0.5 * z * z + m * logQ + Math.log(-Math.expm1(m * kept));
  };
  const bound = Math.ceil((w + 40) / STEP);
  const guess = Math.round(-w / 2 / STEP);
  return Math.log(k * STEP) - HALF_LOG_2PI + logSumUnimodal(logTerm, guess, -bound, bound);
}

/**
 * The law of the studentized range q = (largest − least)/s of k normal means, s² an independent estimate
 * of their variance with df degrees of freedom (Tukey 1953; Copenhaver and Holland 1988):
 * P(Q > q) = E[P(range > q·S)], S = √(χ²/df), by two trapezoidal sums.
 *
 * @param k - Number of means, ≥ 2.
 * @param df - Degrees of freedom > 0, Infinity for a known variance.
 */
export function studentizedRange(k: number, df: number) {
  const logSf = (q: number): number => {
    if (q <= 0) return 0;
    if (q === Infinity) return -Infinity;
    if (df === Infinity) return Math.min(0, logRangeTail(k, q));
    return Math.min(
      0,
      logChiMean(df, (s) => logRangeTail(k, q * s), SHARPNESS),
    );
  };
  return {
    sf: (q: number) => Math.exp(logSf(q)),
    cdf: (q: number) => 0 - Math.expm1(logSf(q)),
    /** The q with P(Q > q) = p, for p in (0, 1). */
    isf: (p: number) => {
      // one given pair differs by less than the range, and the range by less than Bonferroni's bound
      const t = df === Infinity ? normal(0, 1) : studentT(df);
      const reach = (share: number) => Math.SQRT2 * t.isf(share);
      return rootBetween((q) => Math.log(p) - logSf(q), reach(p / 2), reach(p / k / (k - 1)));
    },
  };
}
