import type { ReadonlyVector } from "../../core";
import { centre, meanOf, powerSum } from "../moments/centre";
import { maxAbs, unitOf } from "../moments/powerOfTwo";

/** An estimate in units of a power of two, so that neither squares nor differences can overflow. */
export interface Estimate {
  estimate: number;
  /** The estimate less the null value, formed without rounding the means first. */
  gap: number;
  standardError: number;
  df: number;
}

/** Size and standard deviation of x, and its mean less c, which is all but exact for c near x. */
function about(x: ReadonlyVector, c: number) {
  const { scale, d } = centre(x);
  const n = x.length;
  const mean = meanOf(x.map((v) => v - c));
  return { n, mean, sd: Math.sqrt(powerSum(d, 2) / (n - 1)) * scale };
}

/** The mean of x against its null value. */
export function oneSample(x: ReadonlyVector, nullMean: number): Estimate {
  const { n, mean, sd } = about(x, nullMean);
  return { estimate: meanOf(x), gap: mean, standardError: sd / Math.sqrt(n), df: n - 1 };
}

/** The difference of the means of x and y against its null value: Welch's, or with the pooled variance. */
export function twoSamples(
  x: ReadonlyVector,
  y: ReadonlyVector,
  nullGap: number,
  equalVar: boolean,
): Estimate {
  const c = meanOf(y);
  const [a, b] = [about(x, c), about(y, c)];
  const estimate = a.mean - b.mean;
  const gap = estimate - nullGap;
  if (equalVar) {
    const df = a.n + b.n - 2;
    const pooled = Math.hypot(a.sd * Math.sqrt((a.n - 1) / df), b.sd * Math.sqrt((b.n - 1) / df));
    return { estimate, gap, standardError: pooled * Math.sqrt(1 / a.n + 1 / b.n), df };
  }
  const ra = a.sd / Math.sqrt(a.n);
  const rb = b.sd / Math.sqrt(b.n);
  const standardError = Math.hypot(ra, rb);
  const share = (ra / standardError) ** 2;
  const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  return { estimate, gap, standardError, df };
}

/** Which mean, or difference of means, is estimated. */
export interface Comparison {
  /** Null: one sample. */
  y: ReadonlyVector | null;
  /** Whether xᵢ and yᵢ belong together. */
  paired: boolean;
  equalVar: boolean;
  /** Under the null hypothesis. */
  mean: number;
}

/**
 * The estimate of a checked sample, of pairs or of two samples, with the unit it is in.
 *
 * @throws RangeError if the standard error is 0.
 */
export function tEstimate(
  caller: string,
  x: ReadonlyVector,
  { y, paired, equalVar, mean }: Comparison,
): Estimate & { unit: number } {
  // in units of the largest number no difference can overflow and no square underflow
  const unit = unitOf([maxAbs(x), maxAbs(y ?? []), mean]);
  const u = x.map((a) => a / unit);
  const v = y?.map((a) => a / unit);
  const null0 = mean / unit;
  const pairs = v && paired ? u.map((a, i) => a - v[i]) : u;
  const found = v && !paired ? twoSamples(u, v, null0, equalVar) : oneSample(pairs, null0);
  if (found.standardError === 0) {
    const what = !v ? "x must" : paired ? "the differences x − y must" : "x or y must";
    throw new RangeError(`${caller}: ${what} not be constant, the standard error is 0`);
  }
  return { ...found, unit };
}
