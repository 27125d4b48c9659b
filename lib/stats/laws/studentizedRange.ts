import { HALF_LOG_2PI, logNdtrAt, rootBetween } from "../../core/special";
import { normal, studentT } from "../../prob";
import { logChiMean } from "./chiMean";
import { logSumUnimodal } from "./logConcave";

/** Of the least variable: its law gets narrower as there are more of them. */
const stepFor = (k: number) => (k <= 20 ? 1 / 4 : 1 / 8);

/** ln Q(z) on the finest grid of z, which all sums share: found once. */
const GRID = 1 / 8;
const known = new Map<number, number>();

function logUpper(i: number): number {
  let value = known.get(i);
  if (value === undefined) {
    value = logNdtrAt(-GRID * i);
    known.set(i, value);
  }
  return value;
}

/** Beyond it the tail is below any double, and its logarithm serves only to say how far. */
const LARGE = 100;

/** The law of the range changes over about 1/8 of ln q. */
const SHARPNESS = 5;

/**
 * ln P(range of k standard normal variables > w) for w > 0. With the least of them at z and m = k − 1 others
 * above, P = k·∫ φ(z)·(Q(z)ᵐ − (Q(z) − Q(z + w))ᵐ) dz, Q the upper tail: the difference is formed from the
 * ratio of the two, so that small tails are as precise as large ones.
 */
function logRangeTail(k: number, w: number): number {
  if (w > LARGE) return (-w * w) / 4;
  const m = k - 1;
  const step = stepFor(k);
  const logTerm = (i: number) => {
    const z = step * i;
    const logQ = logUpper(i * (step / GRID));
    const kept = Math.log1p(-Math.exp(logNdtrAt(-z - w) - logQ));
    return -0.5 * z * z + m * logQ + Math.log(-Math.expm1(m * kept));
  };
  const bound = Math.ceil((w + 40) / step);
  const guess = Math.round(-w / 2 / step);
  return Math.log(k * step) - HALF_LOG_2PI + logSumUnimodal(logTerm, guess, -bound, bound);
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
