import type { ReadonlyVector } from "../../core";

/** Largest magnitude of the entries, 0 if there are none. */
export function maxAbs(x: ReadonlyVector): number {
  let max = 0;
  for (let i = 0; i < x.length; i++) max = Math.max(max, Math.abs(x[i]));
  return max;
}

/**
 * The power of two next to the largest magnitude of the entries, from below: dividing by it is exact
 * and brings them to about 1. It is 1 if all are 0.
 */
export function unitOf(x: ReadonlyVector): number {
  const largest = maxAbs(x);
  if (largest === 0) return 1;
  const unit = 2 ** Math.min(1023, Math.floor(Math.log2(largest)));
  return unit > largest ? unit / 2 : unit; // the logarithm may round up to the next whole number
}

/** v·s·t for powers of two s and t, of which one may be huge and the other tiny. */
export function scaleTwice(v: number, s: number, t: number): number {
  const both = s * t;
  return both > 0 && both < Infinity ? v * both : v * s * t;
}
