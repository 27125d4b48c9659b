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
 * C − D, the concordant less the discordant pairs, with the numbers of all pairs and of those tied in x and
 * in y. By sorting and counting the swaps of a merge sort in O(n log n) (Knight 1966).
 */
export function kendallCount(x: ReadonlyVector, y: ReadonlyVector) {
  const n = x.length;
  const order = Array.from(x.keys()).sort((i, j) => x[i] - x[j] || y[i] - y[j]);
  const xs = order.map((i) => x[i]);
  const ys = Float64Array.from(order, (i) => y[i]);
  const tiedX = tiedPairs(n, (a, b) => xs[a] === xs[b]);
  const tiedBoth = tiedPairs(n, (a, b) => xs[a] === xs[b] && ys[a] === ys[b]);
  const discordant = sortCountingInversions(ys);
  const tiedY = tiedPairs(n, (a, b) => ys[a] === ys[b]);
  const all = pairs(n);
  return { difference: all - tiedX - tiedY + tiedBoth - 2 * discordant, all, tiedX, tiedY };
}

/**
 * Kendall's τ_b = (C − D)/√((P − Tx)(P − Ty)), with C concordant and D discordant pairs of all P, Tx
 * tied in x and Ty tied in y, for checked samples that are not constant. O(n log n).
 */
export function kendallTau(x: ReadonlyVector, y: ReadonlyVector): number {
  const { difference, all, tiedX, tiedY } = kendallCount(x, y);
  const tau = difference / Math.sqrt(all - tiedX) / Math.sqrt(all - tiedY);
  return Math.max(-1, Math.min(1, tau)); // rounding may carry it past ±1
}

/**
 * The variance of C − D when all pairings are equally likely, given the sizes of the groups of ties
 * (Kendall 1970, Rank Correlation Methods, chapter 4).
 */
export function kendallVariance(n: number, tiesX: ReadonlyVector, tiesY: ReadonlyVector): number {
  const sum = (ties: ReadonlyVector, f: (t: number) => number) =>
    ties.reduce((total, t) => total + f(t), 0);
  const plain = (t: number) => t * (t - 1) * (2 * t + 5);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  const m = n * (n - 1);
  return (
    (m * (2 * n + 5) - sum(tiesX, plain) - sum(tiesY, plain)) / 18 +
    (2 * sum(tiesX, pairs) * sum(tiesY, pairs)) / m +
    (sum(tiesX, triples) / (9 * m)) * (sum(tiesY, triples) / (n - 2))
  );
}
