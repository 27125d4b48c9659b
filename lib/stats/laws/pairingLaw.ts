import type { ReadonlyVector } from "../../core";
import { pairings } from "../inference/resampling";
import { factorial } from "./counting";

/** Both tails of a statistic of pairs, when all n! pairings of x with y are equally likely. O(n!). */
export function pairingTails(
  x: ReadonlyVector,
  y: ReadonlyVector,
  statistic: (x: ReadonlyVector, y: ReadonlyVector) => number,
): { lower: number; upper: number } {
  const observed = statistic(x, y);
  let [lower, upper] = [0, 0];
  for (const [a, b] of pairings.all(x, y)) {
    const value = statistic(a, b);
    if (value <= observed) lower++;
    if (value >= observed) upper++;
  }
  const all = factorial(x.length);
  return { lower: lower / all, upper: upper / all };
}
