import type { Dense } from "../../linalg/flat";
import { Nearest, type RawDistance } from "./search";

const LEAF = 16;

/**
 * A k-d tree (Bentley 1975; search by Friedman, Bentley & Finkel 1977): the samples are halved again
 * and again at the median of the column in which they spread most. A search goes down to the leaf of
 * the point and looks at the other side of a cut only if the cut is nearer than the k-th best so far.
 *
 * Building costs O(ND log N); a search about O(log N) where N is large against 2^D, and no less than
 * looking at all samples where it is not.
 *
 * @param step - From the difference in one column to the distance in which we search.
 */
export function kdTree(
  { data: x, rows: N, cols: D }: Dense,
  distance: RawDistance,
  step: (d: number) => number,
) {
  const order = Int32Array.from({ length: N }, (_, n) => n);
  const columns: number[] = [];
  const cuts: number[] = [];

  /** The column with the widest range among the samples in [start, end). */
  const widest = (start: number, end: number): number => {
    let [best, most] = [0, -1];
    for (let j = 0; j < D; j++) {
      let [low, high] = [Infinity, -Infinity];
      for (let i = start; i < end; i++) {
        const v = x[order[i] * D + j];
        if (v < low) low = v;
        if (v > high) high = v;
      }
      if (high - low > most) [best, most] = [j, high - low];
    }
    return best;
  };

  /** Node numbers as in a heap: the halves of node i are 2i + 1 and 2i + 2. */
  const build = (node: number, start: number, end: number): void => {
    if (end - start <= LEAF) return;
    const j = widest(start, end);
    order.subarray(start, end).sort((a, b) => x[a * D + j] - x[b * D + j]);
    const middle = (start + end) >> 1;
    columns[node] = j;
    cuts[node] = x[order[middle] * D + j];
    build(2 * node + 1, start, middle);
    build(2 * node + 2, middle, end);
  };
  build(0, 0, N);

  return (z: Float64Array, at: number, k: number): Nearest => {
    const best = new Nearest(k);
    const visit = (node: number, start: number, end: number): void => {
      if (end - start <= LEAF) {
        for (let i = start; i < end; i++) {
          const n = order[i];
          const d = distance(x, n * D, z, at, D);
          if (d <= best.bound) best.offer(d, n);
        }
        return;
      }
      const middle = (start + end) >> 1;
      const offset = z[at + columns[node]] - cuts[node];
      const [near, far] = offset < 0 ? [1, 2] : [2, 1];
      const go = (side: number) =>
        side === 1 ? visit(2 * node + 1, start, middle) : visit(2 * node + 2, middle, end);
      go(near);
      if (step(offset) <= best.bound) go(far);
    };
    visit(0, 0, N);
    return best;
  };
}
