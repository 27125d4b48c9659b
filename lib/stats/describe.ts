import { type ReadonlyVector, requireNumber, requireOptions, requireVector } from "../core";
import { centre, powerSum } from "./moments/centre";
import { sorted } from "./ranks/order";
import { quantileSorted } from "./ranks/quantileSorted";
import { standardMoments } from "./shape";
import type { DdofOptions } from "./variance";

/** What `describe` returns. */
export interface Description {
  count: number;
  mean: number;
  std: number;
  min: number;
  q25: number;
  median: number;
  q75: number;
  max: number;
  /** g₁; NaN for a constant sample, which has none. */
  skewness: number;
  /** g₂, 0 for a normal law; NaN for a constant sample, which has none. */
  kurtosis: number;
}

/**
 * A sample in ten numbers: count, mean, standard deviation, the five-number summary (quartiles of
 * type 7), skewness and kurtosis. Each equals the function of its name with its defaults. The five numbers are
 * those of Tukey, Exploratory Data Analysis, 1977.
 *
 * @param x - n > ddof finite numbers, at least one.
 * @param options - `ddof` of the standard deviation, default 0 (pandas' `describe` has 1).
 * @returns `{ count, mean, std, min, q25, median, q75, max, skewness, kurtosis }`; the last two are
 * NaN where they do not exist, for a constant sample.
 * @throws TypeError, RangeError for bad x or ddof. O(n log n).
 * @example
 * stats.describe([1, 2, 3]).median // => 2
 * stats.describe([4]) // => { count: 1, mean: 4, std: 0, min: 4, q25: 4, median: 4, q75: 4, max: 4, skewness: NaN, kurtosis: NaN }
 */
export function describe(x: ReadonlyVector, options: DdofOptions = {}): Description {
  requireOptions("describe", options, ["ddof"]);
  const { ddof = 0 } = options;
  requireNumber("describe", "ddof", ddof, { min: 0, integer: true });
  requireVector("describe", "x", x, { minLength: ddof + 1 });
  const { mean, scale, d } = centre(x);
  const n = x.length;
  const ascending = sorted(x);
  const moments = standardMoments(d);
  return {
    count: n,
    mean,
    std: Math.sqrt(powerSum(d, 2) / (n - ddof)) * scale,
    min: ascending[0],
    q25: quantileSorted(ascending, 0.25),
    median: quantileSorted(ascending, 0.5),
    q75: quantileSorted(ascending, 0.75),
    max: ascending[n - 1],
    skewness: moments ? moments.g1 : NaN,
    kurtosis: moments ? moments.b2 - 3 : NaN,
  };
}
