import { type ReadonlyVector, requireNumber, requireVector } from "../core";
import { meanOf } from "./moments/centre";
import { sorted } from "./ranks/order";
import { splitPosition } from "./ranks/quantileSorted";

/**
 * The trimmed mean: the mean of what is left when the ⌊proportion·n⌋ smallest and as many of the
 * largest entries are cut off. 0 gives the mean; towards ½ it tends to the median. See Tukey and McLaughlin
 * 1963, "Less vulnerable confidence and significance procedures for location based on a single sample".
 *
 * @param x - n ≥ 1 finite numbers.
 * @param proportion - Cut from each end, in [0, ½).
 * @returns A number.
 * @throws TypeError, RangeError for bad x or proportion. O(n log n).
 * @example
 * stats.trimMean([1, 2, 3, 4, 100], 0.2) // => 3
 */
export function trimMean(x: ReadonlyVector, proportion: number): number {
  requireVector("trimMean", "x", x, { minLength: 1 });
  requireNumber("trimMean", "proportion", proportion, { min: 0, below: 0.5 });
  const cut = splitPosition(proportion * x.length).j;
  return meanOf(sorted(x).slice(cut, x.length - cut));
}
