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

/** Between which of n numbers in ascending order, by index, the quantile lies; j counts them from 1. */
export function neighbours(n: number, p: number, type: QuantileType) {
  const position = type === 3 ? n * p - 0.5 : type < 3 ? n * p : n * p + OFFSET[type](p);
  const { j, g } = splitPosition(position);
  const index = (rank: number) => Math.min(n, Math.max(1, rank)) - 1;
  return { j, g, lower: index(j), upper: index(j + 1) };
}

/** The quantile of numbers already checked and in ascending order, at least at its neighbours. */
export function quantileSorted(x: ReadonlyVector, p: number, type: QuantileType = 7): number {
  const { j, g, lower, upper } = neighbours(x.length, p, type);
  const [a, b] = [x[lower], x[upper]];
  if (type <= 3) {
    if (g > 0) return b;
    if (type === 1) return a;
    if (type === 2) return midpoint(a, b);
    return j % 2 === 0 ? a : b;
  }
  if (g === 0 || a === b) return a;
  const width = b - a;
  if (Number.isFinite(width)) return Math.min(a + g * width, b);
  return 2 * (a / 2 + g * (b / 2 - a / 2));
}
