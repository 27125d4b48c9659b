/** From so many entries on V8 does not learn from earlier lists what a new one will hold. */
const LONG = 4096;

/**
 * A list for n numbers, each still to be written. V8 lays out `new Array(n)` for small integers and moves
 * it whole at the first number that is none, which for a million takes as long as writing them; a list that
 * began with such a number need not be moved.
 *
 * @param n - A whole number ≥ 0.
 * @example
 * core.blankVector(3).length // => 3
 */
export function blankVector(n: number): number[] {
  if (n < LONG) return new Array<number>(n);
  const blank = [0.5];
  blank.length = n;
  return blank;
}
