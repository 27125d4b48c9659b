import { maxAbs } from "../kernels/vectors";
import type { Vertex } from "./vertex";

/** What stops a variable on its way: the position whose variable does, or −1 for its own other bound. */
export interface Stop {
  position: number;
  step: number;
  /** The value at which the variable in that position comes to rest. */
  bound: number;
}

/** Entries of a column below this, relative to its largest, are rounding. */
const ROUNDING = 1e-10;

/** What counts as rounding among the entries of a column. */
export const leastOf = (w: Float64Array): number => ROUNDING * Math.max(1, maxAbs(w));

/**
 * How far variable j can move in the sense ±1 so that the basic variables stay within their bounds. Among
 * those that stop it at about the same place the one with the largest pivot is taken (Harris 1973).
 */
export function firstStop(vertex: Vertex, j: number, sense: number): Stop {
  const { x, lo, hi, w, tolerance } = vertex;
  const { members } = vertex.basis;
  const least = leastOf(w);
  const own = sense > 0 ? hi[j] - x[j] : x[j] - lo[j];
  let limit = Infinity;
  for (let p = 0; p < w.length; p++) {
    const rate = -sense * w[p];
    if (Math.abs(rate) <= least) continue;
    const k = members[p];
    const room = rate > 0 ? hi[k] - x[k] : x[k] - lo[k];
    const relaxed = (room + tolerance) / Math.abs(rate);
    if (relaxed < limit) limit = relaxed;
  }
  if (own <= limit) return { position: -1, step: own, bound: sense > 0 ? hi[j] : lo[j] };
  let [position, largest, step] = [-1, 0, Infinity];
  for (let p = 0; p < w.length; p++) {
    const rate = -sense * w[p];
    const size = Math.abs(rate);
    if (size <= least || size <= largest) continue;
    const k = members[p];
    const at = (rate > 0 ? hi[k] - x[k] : x[k] - lo[k]) / size;
    if (at <= limit) [position, largest, step] = [p, size, at];
  }
  if (position < 0) return { position, step: Infinity, bound: Infinity };
  const k = members[position];
  return { position, step, bound: -sense * w[position] > 0 ? hi[k] : lo[k] };
}

/**
 * How far variable j best moves while some basic variables are beyond their bounds: on the way the sum of
 * what they stray falls at the rate |d|, less at each place where one comes within its bounds or goes
 * beyond them. The last place before it would rise, or one shortly before with a better pivot.
 */
export function bestStop(vertex: Vertex, j: number, sense: number): Stop {
  const { x, lo, hi, w, tolerance } = vertex;
  const { members } = vertex.basis;
  const least = leastOf(w);
  const own = sense > 0 ? hi[j] - x[j] : x[j] - lo[j];
  const stops: (Stop & { size: number })[] = [];
  const see = (position: number, room: number, size: number, bound: number) => {
    if (Number.isFinite(room))
      stops.push({ position, step: Math.max(0, room) / size, bound, size });
  };
  for (let p = 0; p < w.length; p++) {
    const rate = -sense * w[p];
    const size = Math.abs(rate);
    if (size <= least) continue;
    const k = members[p];
    const [near, far] = rate > 0 ? [lo[k] - x[k], hi[k] - x[k]] : [x[k] - hi[k], x[k] - lo[k]];
    const [nearBound, farBound] = rate > 0 ? [lo[k], hi[k]] : [hi[k], lo[k]];
    // it moves away from near to far: inside both count, a bound behind it does not
    if (near > tolerance) see(p, near, size, nearBound);
    if (far >= -tolerance) see(p, far, size, farBound);
  }
  stops.sort((s, t) => s.step - t.step);
  let slope = -Math.abs(vertex.d[j]);
  let [last, largest] = [-1, 0];
  for (let s = 0; s < stops.length && slope < 0; s++) {
    if (stops[s].step > own) break;
    slope += stops[s].size;
    largest = Math.max(largest, stops[s].size);
    last = s;
  }
  if (slope < 0 && own < Infinity) {
    return { position: -1, step: own, bound: sense > 0 ? hi[j] : lo[j] };
  }
  let chosen = last;
  while (chosen > 0 && stops[chosen].size < 0.1 * largest) chosen--;
  return chosen < 0 ? { position: -1, step: Infinity, bound: Infinity } : stops[chosen];
}
