import type { ReadonlyVector } from "../../core";
import { midpoint } from "./order";

/** The nine definitions of Hyndman and Fan. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Types 4 to 9 interpolate at position n·p + m(p), counted from 1. */
const OFFSET: { [type: number]: (p: number) => number } = {
  4: () => 0,
  5: () => 0.5,
  6: (p) => p,
  7: (p) => 1 - p,
  8: (p) => (p + 1) / 3,
  9: (p) => p / 4 + 3 / 8,
};

/** Splits a position into whole and fraction; within 4 rounding errors of a whole number it is one. */
export function splitPosition(position: number): { j: number; g: number } {
  const nearest = Math.round(position);
  const fuzz = 4 * Number.EPSILON * Math.max(1, Math.abs(position));
  if (Math.abs(position - nearest) <= fuzz) return { j: nearest, g: 0 };
  const j = Math.floor(position);
  return { j, g: position - j };
}

/** The quantile of numbers already checked and in ascending order. */
export function quantileSorted(x: ReadonlyVector, p: number, type: QuantileType = 7): number {
  const n = x.length;
  const at = (rank: number) => x[Math.min(n, Math.max(1, rank)) - 1];
  if (type <= 3) {
    const { j, g } = splitPosition(type === 3 ? n * p - 0.5 : n * p);
    if (g > 0) return at(j + 1);
    if (type === 1) return at(j);
    if (type === 2) return midpoint(at(j), at(j + 1));
    return j % 2 === 0 ? at(j) : at(j + 1);
  }
  const { j, g } = splitPosition(n * p + OFFSET[type](p));
  const [a, b] = [at(j), at(j + 1)];
  if (g === 0 || a === b) return a;
  const width = b - a;
  if (Number.isFinite(width)) return Math.min(a + g * width, b);
  return 2 * (a / 2 + g * (b / 2 - a / 2));
}
