import { maxOf, minOf } from "../../core";
import type { ScalarHistoryEntry, Value } from "./types";

/** An interval of this share of all that was looked at is short. */
const SHORT = 1e-6;

/** Over a short interval a function that has a minimum there changes by a smaller share of all that it fell. */
const STEEP = 0.1;
/** Between its points a cusp may still fall, but by less than half as much as it did. */
const DEEP = 0.5;

/** A change by this share of f, or less, may be rounding. */
const NOISE = 1e3 * Number.EPSILON;

/**
 * Whether f falls to its lowest point as to a pole: so steeply from both ends of the last, short interval that
 * going on would find lower points still. A minimum with a jump beside it has a side from which f is level.
 *
 * @param known - All values so far.
 */
export function isPole(
  f: Value,
  { x, fun, bracket: [low, high] }: ScalarHistoryEntry,
  known: ReadonlyMap<number, number>,
): boolean {
  const [left, right] = [known.get(low), known.get(high)];
  if (left === undefined || right === undefined || x === low || x === high) return false;
  const points = [...known.keys()];
  if (high - low > SHORT * (maxOf(points) - minOf(points))) return false;
  // Values across a pole of odd order are huge: half of the values are not.
  const values = [...known.values()].sort((a, b) => a - b);
  const fell = values[values.length >> 1] - fun;
  const exceeds = (drop: number, share: number) =>
    drop > Math.max(share * fell, NOISE * Math.abs(fun));
  const [lower, end] = left < right ? [left, low] : [right, high];
  if (exceeds(lower - fun, STEEP)) return true;
  // The pole may lie half way to an end that is about as low.
  const across = Math.max(left, right) - fun;
  return exceeds(across, STEEP) && exceeds(fun - f(x / 2 + end / 2), DEEP);
}
