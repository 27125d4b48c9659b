import { quickselect } from "simple-statistics";
import type { ReadonlyVector } from "../../core";

/** A copy in ascending order. */
export function sorted(x: ReadonlyVector): number[] {
  const ascending = new Float64Array(x).sort();
  const out = new Array<number>(x.length); // filled by index: Array.from takes five times as long
  for (let i = 0; i < out.length; i++) out[i] = ascending[i];
  return out;
}

/** For so few of so many numbers, selecting takes less time than sorting. */
const [FEW, MANY] = [16, 256];

/** A copy in ascending order at least at some places, given by index: what stands there stands there when sorted. */
export function sortedAt(x: ReadonlyVector, places: readonly number[]): ReadonlyVector {
  if (places.length > FEW || x.length < MANY) return sorted(x);
  const work = x.slice();
  let from = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place < from) continue;
    quickselect(work, place, from, work.length - 1);
    from = place + 1;
  }
  return work;
}

/** The middle of two numbers, rounded once, without overflow. */
export function midpoint(a: number, b: number): number {
  const total = a + b;
  return Number.isFinite(total) ? total / 2 : a / 2 + b / 2;
}

/**
 * The median of checked numbers, by simple-statistics' `quickselect` (Floyd and Rivest 1975). An entry
 * that is NaN would keep that from ending. O(n) on average.
 */
export function medianOf(x: ReadonlyVector): number {
  const work = x.slice();
  const k = work.length >> 1;
  quickselect(work, k);
  const upper = work[k];
  if (work.length % 2 === 1) return upper;
  let lower = work[0];
  for (let i = 1; i < k; i++) lower = Math.max(lower, work[i]);
  return midpoint(lower, upper);
}
