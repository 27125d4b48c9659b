import { type ReadonlyVector, requireNumber, requireOptions, requireVector } from "../core";
import { requireProbabilities } from "./arguments/guards";
import { sortedAt } from "./ranks/order";
import { neighbours, type QuantileType, quantileSorted } from "./ranks/quantileSorted";

/** Options of `quantile` and `iqr`. */
export interface QuantileOptions {
  /** Hyndman and Fan's number, 1 to 9. Default 7. */
  type?: QuantileType;
}

/** Quantiles of checked numbers. */
function quantilesOf(x: ReadonlyVector, p: ReadonlyVector, type: QuantileType): number[] {
  const places = p.flatMap((v) => {
    const { lower, upper } = neighbours(x.length, v, type);
    return [lower, upper];
  });
  const ascending = sortedAt(x, places);
  return p.map((v) => quantileSorted(ascending, v, type));
}

function checkType(caller: string, options: QuantileOptions): QuantileType {
  requireOptions(caller, options, ["type"]);
  const { type = 7 } = options;
  requireNumber(caller, "type", type, { min: 1, max: 9, integer: true });
  return type;
}

/**
 * The p-quantile of a sample in any of the nine definitions of Hyndman and Fan (1996, "Sample
 * quantiles in statistical packages"), numbered as in R.
 *
 * With x₍₁₎ ≤ … ≤ x₍ₙ₎: types 1 to 3 are steps (1: the inverse of the empirical distribution
 * function; 2: with means at the steps; 3: nearest even order). Types 4 to 9 interpolate linearly at
 * position n·p + m, where m is 0 (4), ½ (5), p (6), 1 − p (7), (p + 1)/3 (8), p/4 + ⅜ (9). Type 7 is
 * the default of R, NumPy and Excel; type 8 is median-unbiased whatever the law.
 *
 * simple-statistics has type 7 alone, and overflows in it. As in R, a position within a few rounding
 * errors of a whole number counts as whole: 100·0.07 is 7, though floating point says 7.000000000000001.
 *
 * @param x - n ≥ 1 finite numbers, in any order.
 * @param p - A probability in [0, 1], or a vector of them.
 * @param options - `type`, default 7.
 * @returns A number, or for a vector p the vector of quantiles.
 * @throws TypeError, RangeError for bad x, p or type. O(n) for few p, else O(n log n).
 * @example
 * stats.quantile([1, 2, 3, 4], 0.25) // => 1.75
 * stats.quantile([1, 2, 3, 4], [0, 0.5, 1], { type: 1 }) // => [1, 2, 4]
 */
export function quantile(x: ReadonlyVector, p: number, options?: QuantileOptions): number;
export function quantile(x: ReadonlyVector, p: ReadonlyVector, options?: QuantileOptions): number[];
export function quantile(
  x: ReadonlyVector,
  p: number | ReadonlyVector,
  options: QuantileOptions = {},
): number | number[] {
  requireVector("quantile", "x", x, { minLength: 1 });
  const type = checkType("quantile", options);
  if (!Array.isArray(p)) {
    const one = requireNumber("quantile", "p", p, { min: 0, max: 1 });
    return quantilesOf(x, [one], type)[0];
  }
  requireProbabilities("quantile", p);
  return quantilesOf(x, p, type);
}

/**
 * The interquartile range: the ¾-quantile less the ¼-quantile. The types are those of Hyndman and Fan 1996,
 * "Sample quantiles in statistical packages".
 *
 * @param x - n ≥ 1 finite numbers.
 * @param options - `type` of quantile, default 7.
 * @returns A number ≥ 0.
 * @throws TypeError, RangeError for bad x or type. O(n).
 * @example
 * stats.iqr([1, 2, 3, 4, 5]) // => 2
 */
export function iqr(x: ReadonlyVector, options: QuantileOptions = {}): number {
  requireVector("iqr", "x", x, { minLength: 1 });
  const type = checkType("iqr", options);
  const [low, high] = quantilesOf(x, [0.25, 0.75], type);
  return high - low;
}
