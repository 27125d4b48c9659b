import { type ReadonlyVector, requireVector } from "../core";
import { centre } from "./moments/centre";

/**
 * The mean x̄ = (1/n)·Σxᵢ (MML 6.4.2), to about one rounding error: the sum is compensated
 * (Neumaier 1974) and does not overflow.
 *
 * @param x - n ≥ 1 finite numbers.
 * @throws TypeError, RangeError if x is not such a vector. O(n).
 * @example
 * stats.mean([1, 2, 3, 4]) // => 2.5
 * stats.mean([1e16, 1, -1e16, 1]) // => 0.5
 * stats.mean([]) // throws mean: x must have at least 1 entry, got 0
 */
export function mean(x: ReadonlyVector): number {
  requireVector("mean", "x", x, { minLength: 1 });
  return centre(x).mean;
}
