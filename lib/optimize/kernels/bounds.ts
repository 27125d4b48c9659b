import { requireNumber } from "../../core";
import type { Bound } from "../types";

/** Checks bounds: one [lower, upper] for each of n variables, lower ≤ upper. */
export function requireBounds(
  caller: string,
  bounds: unknown,
  n: number,
  of: string,
): readonly Bound[] {
  const kind = `${caller}: bounds must be an array of [lower, upper]`;
  if (!Array.isArray(bounds)) throw new TypeError(kind);
  if (bounds.length !== n) {
    throw new RangeError(`${caller}: bounds must have length ${n} (${of}), got ${bounds.length}`);
  }
  bounds.forEach((bound: unknown, i) => {
    if (!Array.isArray(bound) || bound.length !== 2) {
      throw new TypeError(`${kind}, bounds[${i}] is not`);
    }
    const allowInfinite = true;
    const rule = { below: Infinity, allowInfinite };
    const min = requireNumber(caller, `bounds[${i}][0]`, bound[0], rule);
    requireNumber(caller, `bounds[${i}][1]`, bound[1], { min, above: -Infinity, allowInfinite });
  });
  return bounds;
}
