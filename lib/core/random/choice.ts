import { describeValue } from "../describe";
import { requireNumber, requireVector } from "../guards";
import type { ReadonlyVector } from "../types";

const NON_NEGATIVE = { min: 0 };

/**
 * Index of the first entry of a list of running sums that is greater than x. Where rounding has
 * brought x up to the total, the first entry that reaches the total (so never an item of weight 0).
 */
export function firstAbove(sums: ReadonlyVector, x: number): number {
  const last = sums.length - 1;
  const above = x < sums[last]! ? (v: number) => v > x : (v: number) => v >= sums[last]!;
  let lo = 0;
  let hi = last;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (above(sums[mid]!)) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

/** Checks that what is shuffled or chosen from is an array. */
export function requireItems(caller: string, items: unknown): void {
  if (!Array.isArray(items)) {
    throw new TypeError(`${caller}: items must be an array, got ${describeValue(items)}`);
  }
}

/** Checks the weights of `choice`. */
export function requireWeights(p: ReadonlyVector, count: number): ReadonlyVector {
  requireVector("rng.choice", "p", p, { length: count, lengthOf: "number of items" });
  p.forEach((w, i) => {
    requireNumber("rng.choice", `p[${i}]`, w, NON_NEGATIVE);
  });
  return p;
}

/**
 * Weights whose sum is an ordinary double: as they are, or divided by their number where the sum
 * overflows, or multiplied by a power of two where it is so small that a part of it would be rounded.
 */
export function brought(weights: ReadonlyVector): ReadonlyVector {
  const sum = weights.reduce((total, w) => total + w, 0);
  if (sum === Infinity) return weights.map((w) => w / weights.length);
  return sum < 2 ** -960 ? weights.map((w) => w * 2 ** 1000) : weights;
}
