/*
 * `Math.min(...x)` passes every entry of x as an argument of its own and overflows the stack from about
 * a hundred thousand on. These walk through the entries instead.
 */

/**
 * The smallest entry of a list of any length, as `Math.min` has it: ∞ for an empty one, NaN where an
 * entry is. Costs n comparisons.
 *
 * @example
 * minOf([3, 1, 2]) // => 1
 */
export function minOf(x: Iterable<number>): number {
  let least = Infinity;
  for (const value of x) least = Math.min(least, value);
  return least;
}

/**
 * The largest entry of a list of any length, as `Math.max` has it: −∞ for an empty one, NaN where an
 * entry is. Costs n comparisons.
 *
 * @example
 * maxOf([3, 1, 2]) // => 3
 */
export function maxOf(x: Iterable<number>): number {
  let most = -Infinity;
  for (const value of x) most = Math.max(most, value);
  return most;
}
