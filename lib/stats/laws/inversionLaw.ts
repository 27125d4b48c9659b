import type { RankSumLaw } from "./rankSumLaw";

/**
 * The law of the number of concordant pairs of two orders of n things, when all n! pairings are equally
 * likely: the k-th thing is concordant with 0 to k − 1 of those before it, each number as likely
 * (Kendall 1938). O(n³).
 */
export function inversionLaw(n: number): RankSumLaw {
  let p = Float64Array.of(1);
  for (let k = 2; k <= n; k++) {
    const next = new Float64Array(p.length + k - 1);
    let window = 0; // the sum of the last k entries of p
    for (let s = 0; s < next.length; s++) {
      window += s < p.length ? p[s] : 0;
      next[s] = window / k;
      if (s >= k - 1) window -= p[s - k + 1];
    }
    // what subtraction leaves in the upper half is rounding: the law is symmetric
    for (let s = next.length >> 1; s < next.length; s++) next[s] = next[next.length - 1 - s];
    p = next;
  }
  return { shift: 0, step: 1, p };
}
