import type { Vector } from "../../core";
import { ndtriAt } from "../../core/special";
import type { ChainDraws } from "./draws";

/** All draws, chain after chain. */
export function pooled(chains: ChainDraws): Float64Array {
  const n = chains[0]!.length;
  const all = new Float64Array(chains.length * n);
  chains.forEach((chain, c) => {
    all.set(chain, c * n);
  });
  return all;
}

/**
 * Each draw replaced by the normal quantile at (r − 3/8)/(S + 1/4), r its rank among all S and equal
 * draws sharing the mean of their ranks (Blom 1958): what follows then hangs neither on units nor on
 * whether the quantity has moments.
 */
export function normalScores(chains: ChainDraws): Vector[] {
  const all = pooled(chains);
  const n = chains[0]!.length;
  const order = Array.from(all.keys()).sort((i, j) => all[i]! - all[j]!);
  const scores = chains.map(() => new Array<number>(n));
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && all[order[end]!] === all[order[start]!]) end++;
    const z = ndtriAt(((start + 1 + end) / 2 - 3 / 8) / (order.length + 1 / 4));
    for (; start < end; start++) {
      const k = order[start]!;
      scores[Math.floor(k / n)]![k % n] = z;
    }
  }
  return scores;
}

/** |x − median| of each draw, halved so that it does not overflow; only their order is of use. */
export function folded(chains: ChainDraws): Vector[] {
  const ascending = pooled(chains).sort();
  const middle = ascending.length >> 1;
  const lower = ascending.length % 2 === 1 ? middle : middle - 1;
  const half = ascending[lower]! / 4 + ascending[middle]! / 4;
  return chains.map((chain) => chain.map((x) => Math.abs(x / 2 - half)));
}

/** The quantile at position (S − 1)·p of all draws, interpolated between neighbours (type 7). */
export function pooledQuantile(chains: ChainDraws, p: number): number {
  const ascending = pooled(chains).sort();
  const position = (ascending.length - 1) * p;
  const k = Math.min(Math.floor(position), ascending.length - 2);
  const share = position - k;
  return ascending[k]! * (1 - share) + ascending[k + 1]! * share;
}
