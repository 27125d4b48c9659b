import type { Vector } from "../../core";
import type { Bound } from "../types";

/** x moved strictly inside the box, by a share of each bound or of the box if that is narrow. */
export function inside(x: Vector, bounds: readonly Bound[], share: number): Vector {
  return x.map((v, j) => {
    const [lower, upper] = bounds[j];
    if (lower === upper) return lower;
    const off = (bound: number) =>
      Math.min(Math.max(share * Math.abs(bound), share, Number.MIN_VALUE), (upper - lower) / 4);
    if (v <= lower) return Math.max(lower + off(lower), nextTo(lower, 1));
    if (v >= upper) return Math.min(upper - off(upper), nextTo(upper, -1));
    return v;
  });
}

/** A float next to v, or nearly so. */
const nextTo = (v: number, sign: number) =>
  v + sign * Math.max(Number.EPSILON * Math.abs(v), Number.MIN_VALUE);

/** Whether x lies in the box, bounds included. */
export const isInside = (x: ArrayLike<number>, bounds: readonly Bound[]): boolean =>
  bounds.every(([lower, upper], j) => x[j] >= lower && x[j] <= upper);

/** How often the step p fits between x and the bounds, and which of them it hits first. */
export function room(x: ArrayLike<number>, p: ArrayLike<number>, bounds: readonly Bound[]) {
  const times = bounds.map(([lower, upper], j) => {
    if (p[j] === 0) return Infinity;
    return Math.max(0, ((p[j] > 0 ? upper : lower) - x[j]) / p[j]);
  });
  const least = Math.min(...times);
  return { least, hits: times.map((t) => t === least) };
}

/** A wall this much farther away than the variable is large, and than 1, is out of sight. */
const SIGHT = 1e3;

/**
 * The scaling of Coleman and Li: vⱼ is the distance to the bound that −g points to, if there is one in sight,
 * else 1; and its derivative by xⱼ, −1, 1 or 0. A variable that cannot move has v = 0. At a minimum in the box
 * v·g = 0.
 */
export function distances(x: Vector, grad: ArrayLike<number>, bounds: readonly Bound[]) {
  const v = new Float64Array(x.length);
  const slope = new Float64Array(x.length);
  bounds.forEach(([lower, upper], j) => {
    const wall = grad[j] < 0 ? upper : lower;
    const near = Math.abs(wall - x[j]) <= SIGHT * Math.max(1, Math.abs(x[j]));
    const bounded = grad[j] !== 0 && near;
    v[j] = lower === upper ? 0 : bounded ? Math.abs(wall - x[j]) : 1;
    slope[j] = bounded && lower !== upper ? (grad[j] < 0 ? -1 : 1) : 0;
  });
  return { v, slope };
}
