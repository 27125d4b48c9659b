import type { Vector } from "../../core";
import { along, inner, maxAbs } from "../kernels/vectors";
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

/**
 * Whether the slope along p is lost in the rounding of the gradient: ∂ᵢf is not known better than it
 * changes where xᵢ is rounded, by ∂ᵢᵢf·ε|xᵢ|.
 */
export function isNoise(objective: Objective, at: Iterate, p: Vector): boolean {
  if (p.length > FEW) return false;
  const size = maxAbs(at.x) || 1;
  const noise = p.map((v, i) => {
    const width = NEAR * (Math.abs(at.x[i]) || size);
    const h = at.x[i] + width <= (objective.bounds?.[i][1] ?? Infinity) ? width : -width;
    const there = objective.gradient(at.x.map((w, j) => (j === i ? w + h : w)))[i];
    return Math.abs(((there - at.grad[i]) / h) * Number.EPSILON * at.x[i] * v);
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
  const won = (line: Vector, h: number) => {
    const slope = inner(at.grad, line);
    if (slope === 0) return true;
    const ahead = inner(objective.gradient(along(at.x, h, line)), line);
    const best = (-slope * h) / (ahead - slope);
    const short = isShort(
      at,
      line.map((v) => best * v),
    );
    return ahead > slope && (isLow(at, (-slope * best) / 2) || short);
  };
  if (objective.isSpike(at.x, at.fun)) return false;
  if (!won(p, (NEAR * size) / maxAbs(p))) return false;
  if (p.length > FEW) return true;
  return at.x.every((v, i) => {
    const wall = objective.bounds?.[i][at.grad[i] > 0 ? 0 : 1];
    const axis = at.x.map((_, j) => (j === i ? 1 : 0));
    return v === wall || won(axis, NEAR * (Math.abs(v) || size));
  });
}

const gradientNorm = (at: Iterate, { unit }: Objective) =>
  `gradient norm ${(maxAbs(at.grad) * unit).toExponential(1)}`;

export const limit = (at: Iterate, objective: Objective) =>
  `a step to a lower point would be lost in rounding (${gradientNorm(at, objective)})`;

export const LEAST = "f rises to both sides of x alike along every axis";

export const stuck = (at: Iterate, objective: Objective) =>
  `line search found no lower point (${gradientNorm(at, objective)}): the limit of rounding, a kink, or a gradient that is not that of f`;
