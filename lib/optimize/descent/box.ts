import type { Vector } from "../../core";
import type { Bound } from "../types";
import type { Iterate } from "./follow";

/** x moved into the box, coordinate by coordinate. */
export const clip = (x: Vector, bounds: readonly Bound[]): Vector =>
  x.map((v, i) => Math.min(Math.max(v, bounds[i][0]), bounds[i][1]));

/**
 * The gradient without the derivatives that press x against its bounds: zero exactly at a stationary
 * point of the box.
 */
export function projectedGradient({ x, grad }: Iterate, bounds: readonly Bound[]): Vector {
  return grad.map((g, i) => {
    const wall = bounds[i][g > 0 ? 0 : 1];
    const pressed = Math.abs(x[i] - wall) <= 4 * Number.EPSILON * Math.abs(wall);
    return pressed && Number.isFinite(wall) && !Number.isNaN(g) ? 0 : g;
  });
}

/** How many times v fits between x and the bound that it points to. */
export function room(x: number, v: number, [lower, upper]: Bound): number {
  if (v === 0) return Infinity;
  return ((v > 0 ? upper : lower) - x) / v;
}
