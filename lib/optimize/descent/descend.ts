import type { Vector } from "../../core";
import { along, inner, maxAbs } from "../kernels/vectors";
import { armijo } from "./armijo";
import type { Iterate, Method } from "./follow";
import type { Objective } from "./objective";
import { type Trial, wolfe } from "./wolfe";

/** How a method chooses its search direction; the rest is common to all methods with a line search. */
export interface Directions {
  /** The direction p at a point; not downhill (∇fᵀp ≥ 0) or not finite is taken as "none". */
  direction(at: Iterate): Vector;
  /** The first trial step along p. `previous` is the last trial accepted, with its first slope. */
  trialStep(p: Vector, slope: number, previous: { step: number; slope: number } | null): number;
  /** Learn from the step s = x⁺ − x and the change of the gradient y = ∇f(x⁺) − ∇f(x). */
  update?(s: Vector, y: Vector): void;
  /** Whether the direction leads to the minimum of a model of f; if not, its length says nothing. Default true. */
  readonly learnt?: boolean;
  /** Forget all: the next direction is that of steepest descent. */
  reset(): void;
  /** The longest step allowed along p. Default Infinity. */
  maxStep?(at: Iterate, p: Vector): number;
  /** Puts a point right that rounding has pushed out of the bounds. */
  project?(x: Vector): Vector;
}

/** The line search of a method. */
export interface SearchRule {
  kind: "armijo" | "wolfe";
  c1: number;
  c2: number;
}

const TRIALS = 60;

/**
 * The first trial step along a gradient, whose length says little about the way to go: the gradient
 * itself, but no farther than 1, and no less than a thousandth where it is next to nothing.
 */
export function firstStep(p: Vector): number {
  const length = Math.sqrt(inner(p, p));
  if (length < 1e-6) return 1e-3 / length;
  return Math.min(1, 1 / length);
}

/**
 * Descent by line search: x⁺ = x + α·p with p from `directions`, α from Armijo or Wolfe.
 *
 * Where the direction is not one of descent, or the search along it fails, the method forgets what it
 * has learnt and tries steepest descent once; if that fails too it ends.
 */
export function* descend(
  objective: Objective,
  start: Iterate,
  directions: Directions,
  search: SearchRule,
): Method {
  let at = start;
  let previous: { step: number; slope: number } | null = null;
  let fresh = false;
  let exhausted = true;
  for (;;) {
    const p = directions.direction(at);
    const slope = inner(at.grad, p);
    const downhill = slope < 0 && p.every(Number.isFinite);
    const step0 = directions.trialStep(p, slope, previous);
    const maxStep = directions.maxStep?.(at, p);
    const { project } = directions;
    const rule = { c1: search.c1, c2: search.c2, step0, maxStep, project, maxIter: TRIALS };
    const from: Trial = { step: 0, x: at.x, fun: at.fun, grad: at.grad, slope };
    const look = search.kind === "armijo" ? armijo : wolfe;
    const found = downhill ? look(objective, from, p, rule) : null;
    if (found === null) {
      if (fresh) {
        const ended = exhausted && downhill && isExhausted(objective, at, p, slope);
        return { converged: ended, message: ended ? limit(at, objective) : stuck(at, objective) };
      }
      const learnt = directions.learnt ?? true;
      exhausted = !learnt || (downhill && unseen(at, p, -slope / 2));
      directions.reset();
      [previous, fresh] = [null, true];
      continue;
    }
    const before = at;
    directions.update?.(
      found.x.map((v, i) => v - before.x[i]),
      found.grad.map((v, i) => v - before.grad[i]),
    );
    previous = { step: found.step, slope };
    [fresh, exhausted] = [false, true];
    at = { x: found.x, fun: found.fun, grad: found.grad, step: found.step };
    yield at;
  }
}

/** Whether a step p that is to lower f by `drop` is lost in the rounding of f or of x. */
function unseen(at: Iterate, p: Vector, drop: number): boolean {
  if (drop <= 64 * Number.EPSILON * Math.abs(at.fun)) return true;
  const least = Number.EPSILON * maxAbs(at.x);
  return p.every((v, i) => Math.abs(v) <= 8 * Number.EPSILON * Math.max(Math.abs(at.x[i]), least));
}

/**
 * Whether rounding hides all that can be won along p: the least value on the ray is where the parabola
 * with the slope there, and a curvature taken from one more gradient, has its own.
 */
function isExhausted(objective: Objective, at: Iterate, p: Vector, slope: number): boolean {
  const length = Math.sqrt(Number.EPSILON) * (maxAbs(at.x) || 1);
  const h = length / maxAbs(p);
  const ahead = inner(objective.gradient(along(at.x, h, p)), p);
  const curvature = (ahead - slope) / h;
  if (!(curvature > 0)) return false;
  const best = -slope / curvature;
  return unseen(
    at,
    p.map((v) => best * v),
    (-slope * best) / 2,
  );
}

const gradientNorm = (at: Iterate, { unit }: Objective) =>
  `gradient norm ${(maxAbs(at.grad) * unit).toExponential(1)}`;

const limit = (at: Iterate, objective: Objective) =>
  `a step to a lower point would be lost in rounding (${gradientNorm(at, objective)})`;

const stuck = (at: Iterate, objective: Objective) =>
  `line search found no lower point (${gradientNorm(at, objective)}): the limit of rounding, or a gradient that is not that of f`;
