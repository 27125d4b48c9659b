import { type ReadonlyVector, requireVector } from "../core";
import { rankWithTies } from "./ranks/midranks";

/**
 * The rank of each entry, 1 for the smallest; equal entries share the mean of their ranks
 * ("midranks"), so that the ranks always sum to n(n + 1)/2. See Kendall 1945, "The treatment of ties in ranking
 * problems".
 *
 * @param x - n finite numbers.
 * @returns n ranks, in the order of x.
 * @throws TypeError, RangeError for bad x. O(n log n).
 * @example
 * stats.rankdata([10, 30, 20, 20]) // => [1, 4, 2.5, 2.5]
 */
export function rankdata(x: ReadonlyVector): number[] {
  requireVector("rankdata", "x", x);
  return rankWithTies(x).ranks;
}
