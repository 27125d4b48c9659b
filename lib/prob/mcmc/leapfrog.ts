import type { ReadonlyVector, Vector } from "../../core";
import type { Metric } from "./metric";

/** A point of phase space: position, momentum in units of the metric, and the density at the position. */
export interface Phase {
  x: Vector;
  p: Vector;
  value: number;
  grad: ReadonlyVector;
}

/** ln p and its gradient at a point. */
export type Oracle = (x: Vector) => { value: number; grad: ReadonlyVector };

/** H = −ln p(x) + ½‖p‖², which the exact motion conserves. */
export function energy({ value, p }: Phase): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += p[i]! * p[i]!;
  return 0.5 * sum - value;
}

const kicked = (p: Vector, push: ReadonlyVector, step: number) =>
  p.map((v, i) => v + step * push[i]!);

/**
 * One step of Störmer and Verlet: half a kick p += ½ε·Lᵀ∇ln p, a drift x += ε·L·p, half a kick. It
 * conserves volume, comes back when p is turned about, and misses the energy by O(ε³) (Neal 2011).
 */
export function leapfrog(from: Phase, oracle: Oracle, metric: Metric, step: number): Phase {
  const half = kicked(from.p, metric.applyTransposed(from.grad), step / 2);
  const drift = metric.apply(half);
  const x = from.x.map((v, i) => v + step * drift[i]!);
  const { value, grad } = oracle(x);
  return { x, value, grad, p: kicked(half, metric.applyTransposed(grad), step / 2) };
}
