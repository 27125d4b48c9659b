import {
  describeValue,
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireVector,
  type Vector,
} from "../core";
import { normal } from "../prob";
import { requireTestOptions } from "./inference/options";
import { sorted } from "./ranks/order";
import { quantileSorted } from "./ranks/quantileSorted";

/** Anything with quantiles: each law of `prob` is one. */
export interface QuantileLaw {
  ppf(p: number): number;
}

/** Options of `qqData`. */
export interface QQOptions {
  /** The law that the sample is compared with. Default the standard normal one. */
  law?: QuantileLaw;
  /** a of the plotting positions (i − a)/(n + 1 − 2a), in [0, 1]. Default 3/8 for n ≤ 10, else 1/2, as in R. */
  a?: number;
}

/** What `qqData` returns. */
export interface QQData {
  /** Quantiles of the law at the plotting positions, ascending. */
  theoretical: Vector;
  /** The sample, ascending. */
  sample: Vector;
  positions: Vector;
  /** Of the line through the first and third quartiles. */
  slope: number;
  intercept: number;
}

/**
 * The points of a quantile–quantile plot: the i-th smallest entry against the quantile of a law at
 * pᵢ = (i − a)/(n + 1 − 2a) (Wilk and Gnanadesikan 1968; Blom 1958 for a = 3/8). If the sample is of the law, but for
 * location and scale, the points lie about a line; that through the quartiles is not drawn off by the
 * tails, which are what the plot is to show.
 *
 * @param x - At least 2 finite numbers.
 * @param options - `law`, `a`.
 * @returns `{ theoretical, sample, positions, slope, intercept }`. An end of the law may be infinite at p = 0 or 1 (a = 1).
 * @throws TypeError, RangeError for a bad x or options, a law whose ppf gives no number, or whose quartiles are the same.
 * O(n log n).
 * @example
 * stats.qqData([3, 1, 2], { law: prob.uniform(0, 1), a: 0 }).theoretical // => [0.25, 0.5, 0.75]
 * stats.qqData([2, 4, 6, 8], { law: prob.uniform(0, 1) }).slope // => 6
 */
export function qqData(x: ReadonlyVector, options: QQOptions = {}): QQData {
  const caller = "qqData";
  requireVector(caller, "x", x, { minLength: 2 });
  requireTestOptions(caller, options, ["law", "a"]);
  const n = x.length;
  const { law = normal(0, 1), a = n <= 10 ? 0.375 : 0.5 } = options;
  requireNumber(caller, "a", a, { min: 0, max: 1 });
  if (typeof law !== "object" || law === null) {
    throw new TypeError(`${caller}: law must be an object with ppf, got ${describeValue(law)}`);
  }
  requireFunction(caller, "law.ppf", law.ppf);
  const quantile = (p: number) =>
    requireNumber(caller, `law.ppf(${p})`, law.ppf(p), { allowInfinite: true });
  const sample = sorted(x);
  const positions = sample.map((_, i) => (i + 1 - a) / (n + 1 - 2 * a));
  const theoretical = positions.map(quantile);
  const [from, to] = [quantile(0.25), quantile(0.75)];
  if (!(to > from)) {
    throw new RangeError(`${caller}: law must have quartiles that differ, both are ${from}`);
  }
  const [low, high] = [quantileSorted(sample, 0.25), quantileSorted(sample, 0.75)];
  const slope = high / (to - from) - low / (to - from);
  return { theoretical, sample, positions, slope, intercept: low - slope * from };
}
