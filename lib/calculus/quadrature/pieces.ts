import { describeValue } from "../../core";
import type { End } from "./kronrod";

/** A stretch [lo, hi] of a variable t of which the integrand is a function. */
export interface Piece {
  integrand: (t: number) => number;
  lo: number;
  hi: number;
  ends: readonly [End, End];
  /** Where the integrand was seen to be large beforehand. */
  peaks: readonly Peak[];
}

/** A value of the integrand at t, and what it weighs if it stands for a stretch as wide as it is far. */
export interface Peak {
  t: number;
  height: number;
  weight: number;
}

/** Where t runs to 0 as x runs to ∞, it stops at this, so that the integrand does not overflow. */
const NEAREST_TO_ZERO = 1e-150;

/** f with its values checked. */
export function checked(f: (x: number) => unknown, count: () => void): (x: number) => number {
  return (x) => {
    count();
    const y = f(x);
    if (typeof y === "number" && Number.isFinite(y)) return y;
    const message = `quad: f must return a finite number, got ${describeValue(y)} at x = ${x}`;
    if (typeof y !== "number") throw new TypeError(message);
    throw new RangeError(`${message}; { points: [${x}] } breaks the range there`);
  };
}

/**
 * The range from a < b, cut at the given points, in pieces. A piece to infinity becomes one of (0, 1], by
 * x = c ± s·(1 − t)/t, where s is the distance from c at which f weighs most. Near each of the points, and
 * far out, f is tried beforehand, lest a peak goes unseen.
 */
export function piecesOf(
  f: (x: number) => number,
  trial: (x: number) => number,
  a: number,
  b: number,
  points: readonly number[],
): Piece[] {
  const cuts = Number.isFinite(a) || Number.isFinite(b) || points.length > 0 ? points : [0];
  const ends = [a, ...cuts, b];
  return ends.slice(1).map((hi, k) => {
    const lo = ends[k];
    if (Number.isFinite(lo) && Number.isFinite(hi)) {
      const half = hi / 2 - lo / 2;
      const near = (from: number, sign: number, given: boolean): Peak[] => {
        if (!given) return [];
        const inside = (x: number) => (x > lo && x < hi ? trial(x) : 0);
        const r = heaviest((distance) => inside(from + sign * distance), half, 1e-16 * half);
        return r.weight > 0 ? [{ t: from + sign * r.distance, ...r }] : [];
      };
      const peaks = [...near(lo, 1, k > 0), ...near(hi, -1, k < cuts.length)];
      return { integrand: f, lo, hi, ends: ["outer", "outer"], peaks };
    }
    const [c, sign] = Number.isFinite(lo) ? [lo, 1] : [hi, -1];
    const { distance: s, height, weight } = heaviest((r) => trial(c + sign * r), 1e8, 1e-8);
    const integrand = (t: number) => {
      const y = f(c + (sign * s * (1 - t)) / t);
      return y === 0 ? 0 : y * (s / t / t);
    };
    const peaks = [{ t: 0.5, height: height * 4 * s, weight }];
    return { integrand, lo: NEAREST_TO_ZERO, hi: 1, ends: ["infinite", "outer"], peaks };
  });
}

/** Of distances in equal proportion from the largest to the smallest, that at which r·|f| is largest. */
function heaviest(f: (r: number) => number, largest: number, smallest: number) {
  let best = { distance: 1, height: 0, weight: 0 };
  const count = Math.round(2 * Math.log10(largest / smallest));
  for (let k = 0; k <= count; k++) {
    const distance = largest * (smallest / largest) ** (k / count);
    const height = Math.abs(f(distance));
    const weight = distance * height;
    if (weight > best.weight && weight < Infinity) best = { distance, height, weight };
  }
  return best;
}
