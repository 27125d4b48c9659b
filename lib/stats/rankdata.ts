import { type ReadonlyVector, requireVector } from "../core";

/** The ranks of checked numbers and the sizes of the groups of equal ones, in ascending order. */
export function rankWithTies(x: ReadonlyVector): { ranks: number[]; ties: number[] } {
  const order = Array.from(x.keys()).sort((i, j) => x[i] - x[j]);
  const ranks = new Array<number>(x.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && x[order[end]] === x[order[start]]) end++;
    for (let k = start; k < end; k++) ranks[order[k]] = (start + 1 + end) / 2;
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/**
 * The rank of each entry, 1 for the smallest; equal entries share the mean of their ranks
 * ("midranks"), so that the ranks always sum to n(n + 1)/2.
 *
 * @param x - n finite numbers.
 * @throws TypeError, RangeError for bad x. O(n log n).
 * @example
 * stats.rankdata([10, 30, 20, 20]) // => [1, 4, 2.5, 2.5]
 */
export function rankdata(x: ReadonlyVector): number[] {
  requireVector("rankdata", "x", x);
  return rankWithTies(x).ranks;
}
