import type { Rng } from "../../core";
import type { Dense } from "../../linalg/flat";
import { squaredDistance } from "../distance";

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
 * k-means++ (Arthur & Vassilvitskii 2007), greedy variant: each new centre is a sample drawn with
 * probability proportional to its squared distance to the nearest centre so far; of 2 + ⌊ln K⌋ such
 * draws the one that lowers the sum of these distances most is kept.
 *
 * A candidate c cannot be nearer than its present centre m to a sample with |c − m| ≥ 2|x − m|
 * (triangle inequality), so most distances need not be computed.
 *
 * @returns Row numbers of the K seeds, or null if X has fewer than K distinct rows.
 */
export function kMeansSeeds(
  { data: x, rows: N, cols: D }: Dense,
  K: number,
  random: Rng,
): number[] | null {
  const seeds = [random.integers(0, N)];
  const nearest = new Int32Array(N);
  let square = new Float64Array(N);
  for (let n = 0; n < N; n++) square[n] = squaredDistance(x, n * D, x, seeds[0] * D, D);
  const cumulative = new Float64Array(N);
  const trials = 2 + Math.floor(Math.log(K));
  let trial = new Float64Array(N);
  let best = new Float64Array(N);

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
      total += square[n];
      cumulative[n] = total;
    }
    if (total === 0) return null;
    let [chosen, least] = [-1, Infinity];
    for (let t = 0; t < trials; t++) {
      const c = draw(total);
      const apart = seeds.map((m) => squaredDistance(x, c * D, x, m * D, D));
      let sum = 0;
      for (let n = 0; n < N; n++) {
        const now = square[n];
        let then = now;
        if (apart[nearest[n]] < 4 * now) {
          const d = squaredDistance(x, n * D, x, c * D, D);
          if (d < now) then = d;
        }
        trial[n] = then;
        sum += then;
      }
      if (sum < least) {
        [chosen, least] = [c, sum];
        [best, trial] = [trial, best];
      }
    }
    for (let n = 0; n < N; n++) if (best[n] < square[n]) nearest[n] = seeds.length;
    seeds.push(chosen);
    [square, best] = [best, square];
  }
  return seeds;
}
