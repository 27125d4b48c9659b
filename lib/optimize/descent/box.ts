import type { Vector } from "../../core";
import type { Bound } from "../types";

/** x moved into the box, coordinate by coordinate. */
export const clip = (x: Vector, bounds: readonly Bound[]): Vector =>
  x.map((v, i) => Math.min(Math.max(v, bounds[i][0]), bounds[i][1]));

/**
 * The gradient without the derivatives that press x against its bounds: zero exactly at a stationary
 * point of the box.
 */
export function projectedGradient(
  { x, grad }: { x: Vector; grad: Vector },
  bounds: readonly Bound[],
): Vector {
  return grad.map((g, i) => {
    const wall = bounds[i][g > 0 ? 0 : 1];
    const pressed = Math.abs(x[i] - wall) <= 4 * Number.EPSILON * Math.abs(wall);
    return pressed && Number.isFinite(wall) && !Number.isNaN(g) ? 0 : g;
  });
}

/** The coordinate `reach` away from v, or at the wall, on the side where the walls leave more room; v itself where they meet. */
export function inwards(v: number, reach: number, [lower, upper]: Bound): number {
  const [down, up] = [Math.max(v - reach, lower), Math.min(v + reach, upper)];
  return up - v >= v - down ? up : down;
}

/** How many times v fits between x and the bound that it points to. */
export function room(x: number, v: number, [lower, upper]: Bound): number {
  if (v === 0) return Infinity;
  return ((v > 0 ? upper : lower) - x) / v;
}
