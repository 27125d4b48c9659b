import type { ReadonlyVector } from "../../core";

/** n(n − 1)/2, the number of pairs. */
const pairs = (n: number) => (n * (n - 1)) / 2;

/** Pairs within the runs of equal neighbours. */
function tiedPairs(n: number, equal: (a: number, b: number) => boolean): number {
  let total = 0;
  let run = 1;
  for (let i = 1; i <= n; i++) {
    if (i < n && equal(i - 1, i)) {
      run++;
    } else {
      total += pairs(run);
      run = 1;
    }
  }
  return total;
}

/** Sorts in place by merging and returns the number of inversions, strict ones only. */
function sortCountingInversions(a: Float64Array): number {
  const n = a.length;
  let from: Float64Array = a;
  let to: Float64Array = new Float64Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      for (let i = start, j = middle, k = start; k < end; k++) {
        if (i < middle && (j >= end || from[i] <= from[j])) {
          to[k] = from[i++];
        } else {
          inversions += middle - i;
          to[k] = from[j++];
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== a) a.set(from);
  return inversions;
}

/**
 * Kendall's τ_b = (C − D)/√((P − Tx)(P − Ty)), with C concordant and D discordant pairs of all P, Tx
 * tied in x and Ty tied in y, for checked samples that are not constant. By sorting and counting the
 * swaps of a merge sort in O(n log n) (Knight 1966).
 */
export function kendallTau(x: ReadonlyVector, y: ReadonlyVector): number {
  const n = x.length;
  const order = Array.from(x.keys()).sort((i, j) => x[i] - x[j] || y[i] - y[j]);
  const xs = order.map((i) => x[i]);
  const ys = Float64Array.from(order, (i) => y[i]);
  const tiedX = tiedPairs(n, (a, b) => xs[a] === xs[b]);
  const tiedBoth = tiedPairs(n, (a, b) => xs[a] === xs[b] && ys[a] === ys[b]);
  const discordant = sortCountingInversions(ys);
  const tiedY = tiedPairs(n, (a, b) => ys[a] === ys[b]);
  const all = pairs(n);
  const difference = all - tiedX - tiedY + tiedBoth - 2 * discordant;
  return difference / Math.sqrt(all - tiedX) / Math.sqrt(all - tiedY);
}
