import type { Vector } from "../../core";
import { along, inner, maxAbs } from "../kernels/vectors";
import { inwards } from "./box";
import type { Iterate } from "./follow";
import type { Objective } from "./objective";

/** Where rounding ends a descent: what tells a minimum from being stuck, and the words for both. */

/** Whether a step is lost in the rounding of x. */
export function isShort(at: Iterate, p: Vector): boolean {
  const least = Number.EPSILON * maxAbs(at.x);
  return p.every((v, i) => Math.abs(v) <= 8 * Number.EPSILON * Math.max(Math.abs(at.x[i]), least));
}

/** Whether a decrease of f is lost in its rounding. */
export const isLow = (at: Iterate, drop: number) => drop <= 64 * Number.EPSILON * Math.abs(at.fun);

/** Up to so many variables the axes are looked along, one gradient each. */
const FEW = 100;

/** How far to look for a curvature, relative to x. */
const NEAR = Math.sqrt(Number.EPSILON);

/** The point next to x along an axis, inside the box, from which a curvature is taken. */
function nearby(objective: Objective, { x }: Iterate, axis: number, size: number): Vector {
  const w = inwards(x[axis], NEAR * (Math.abs(x[axis]) || size), objective.walls(axis));
  return x.map((v, i) => (i === axis ? w : v));
}

/**
 * Whether the slope along p is lost in the rounding of the gradient: ∂ᵢf is not known better than it
 * changes where xᵢ is rounded, by ∂ᵢᵢf·ε|xᵢ|.
 */
export function isNoise(objective: Objective, at: Iterate, p: Vector): boolean {
  if (p.length > FEW) return false;
  const size = maxAbs(at.x) || 1;
  const noise = p.map((v, i) => {
    const x = nearby(objective, at, i, size);
    if (x[i] === at.x[i]) return 0;
    const curvature = (objective.gradient(x)[i] - at.grad[i]) / (x[i] - at.x[i]);
    return Math.abs(curvature * Number.EPSILON * at.x[i] * v);
  });
  return Math.abs(inner(at.grad, p)) <= noise.reduce((sum, v) => sum + v, 0);
}

/**
 * Whether rounding hides all that can be won along p, and along each axis on which f falls or rises: the
 * least value on a line is where the parabola with the slope there, and a curvature taken from one more
 * gradient, has its own. The axes are there for variables on scales far apart.
 */
export function isExhausted(objective: Objective, at: Iterate, p: Vector): boolean {
  const size = maxAbs(at.x) || 1;
  const won = (there: Vector) => {
    const line = there.map((v, i) => v - at.x[i]);
    const slope = inner(at.grad, line);
    if (slope === 0) return true;
    const ahead = inner(objective.gradient(there), line);
    const best = -slope / (ahead - slope);
    const step = line.map((v) => best * v);
    return ahead > slope && (isLow(at, (-slope * best) / 2) || isShort(at, step));
  };
  if (objective.isSpike(at.x, at.fun)) return false;
  if (!won(objective.inside(along(at.x, (NEAR * size) / maxAbs(p), p)))) return false;
  if (p.length > FEW) return true;
  return at.x.every((v, i) => {
    const wall = objective.walls(i)[at.grad[i] > 0 ? 0 : 1];
    return v === wall || won(nearby(objective, at, i, size));
  });
}

const gradientNorm = (at: Iterate, { unit }: Objective) =>
  `gradient norm ${(maxAbs(at.grad) * unit).toExponential(1)}`;

export const limit = (at: Iterate, objective: Objective) =>
  `a step to a lower point would be lost in rounding (${gradientNorm(at, objective)})`;

export const LEAST = "f rises to both sides of x alike along every axis";

export const stuck = (at: Iterate, objective: Objective) =>
  `line search found no lower point (${gradientNorm(at, objective)}): the limit of rounding, a kink, or a gradient that is not that of f`;
