import type { Rng } from "../../core";
import { type Dense, product, release } from "../../linalg/flat";
import { squaredDistance } from "../distance";
import { pickRows } from "../rows";

/** Whether X has at least K rows that differ from each other. */
export function distinctRows({ data: x, rows: N, cols: D }: Dense, K: number): boolean {
  const found: number[] = [];
  for (let n = 0; n < N && found.length < K; n++) {
    const same = (m: number) => {
      for (let j = 0; j < D; j++) if (x[m * D + j] !== x[n * D + j]) return false;
      return true;
    };
    if (!found.some(same)) found.push(n);
  }
  return found.length >= K;
}

/**
 * Squared distances of all rows of X to some of them, by |x|² + |c|² − 2xᵀc with one product; where that
 * is no more than its rounding, entry by entry. Writes those to the i-th of them to out[i].
 */
function distancesTo(X: Dense, square: Float64Array, chosen: number[], out: Float64Array[]): void {
  const { data: x, rows: N, cols: D } = X;
  const centres = pickRows(X, chosen);
  const inner = product(X, centres, { transposeB: true });
  const T = chosen.length;
  const rounding = 2 ** 20 * (D + 4) * Number.EPSILON;
  for (let t = 0; t < T; t++) {
    const own = square[chosen[t]];
    const to = out[t];
    for (let n = 0, p = t; n < N; n++, p += T) {
      const both = square[n] + own;
      const d = both - 2 * inner.data[p];
      to[n] = d > rounding * both ? d : squaredDistance(x, n * D, x, chosen[t] * D, D);
    }
  }
  release(centres, inner);
}

/**
 * k-means++ (Arthur & Vassilvitskii 2007), greedy variant: each new centre is a sample drawn with
 * probability proportional to its squared distance to the nearest centre so far; of 2 + ⌊ln K⌋ such
 * draws the one that lowers the sum of these distances most is kept.
 *
 * @param square - |x_n|² of each row.
 * @returns Row numbers of the K seeds, or null if X has fewer than K distinct rows.
 */
export function kMeansSeeds(
  X: Dense,
  square: Float64Array,
  K: number,
  random: Rng,
): number[] | null {
  const N = X.rows;
  const seeds = [random.integers(0, N)];
  const trials = 2 + Math.floor(Math.log(K));
  const reach = Array.from({ length: trials }, () => new Float64Array(N));
  let nearest = new Float64Array(N);
  distancesTo(X, square, seeds, [nearest]);
  const cumulative = new Float64Array(N);

  const draw = (total: number): number => {
    const at = random.random() * total;
    let [lo, hi] = [0, N - 1];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (cumulative[mid] > at) hi = mid;
      else lo = mid + 1;
    }
    return lo;
  };

  while (seeds.length < K) {
    let total = 0;
    for (let n = 0; n < N; n++) {
      total += nearest[n];
      cumulative[n] = total;
    }
    if (total === 0) return null;
    const drawn = Array.from({ length: trials }, () => draw(total));
    distancesTo(X, square, drawn, reach);
    let [best, least] = [-1, Infinity];
    reach.forEach((d, t) => {
      let sum = 0;
      for (let n = 0; n < N; n++) {
        if (nearest[n] < d[n]) d[n] = nearest[n];
        sum += d[n];
      }
      if (sum < least) [best, least] = [t, sum];
    });
    seeds.push(drawn[best]);
    [nearest, reach[best]] = [reach[best], nearest];
  }
  return seeds;
}
