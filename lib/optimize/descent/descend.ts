import type { Vector } from "../../core";
import { inner, maxAbs } from "../kernels/vectors";
import { armijo } from "./armijo";
import type { Iterate, Method } from "./follow";
import { isExhausted, isLow, isNoise, isShort, LEAST, limit, stuck } from "./limits";
import type { Objective } from "./objective";
import { type Trial, wolfe } from "./wolfe";

/** The last step: how long, and how f fell along it, by its slope at first and all in all. */
export interface Before {
  step: number;
  slope: number;
  drop: number;
}

/** How a method chooses its search direction; the rest is common to all methods with a line search. */
export interface Directions {
  /** The direction p at a point; not downhill (∇fᵀp ≥ 0) or not finite is taken as "none". */
  direction(at: Iterate): Vector;
  /** The first trial step along p. `previous` is the last trial accepted, with its first slope. */
  trialStep(p: Vector, slope: number, previous: Before | null): number;
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
/** After so many steps that lower neither f nor its gradient, rounding decides. */
const IDLE = 20;

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
 * has learnt and tries steepest descent once; if that fails too it ends. Difference quotients are replaced by
 * better ones first, and where f falls in tiny steps only.
 */
export function* descend(
  objective: Objective,
  start: Iterate,
  directions: Directions,
  search: SearchRule,
): Method {
  let at = start;
  let previous: Before | null = null;
  let fresh = false;
  let exhausted = true;
  let best = { fun: at.fun, norm: maxAbs(at.grad) };
  let idle = 0;
  let wait = 0;
  let creeping = 0;
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
    const learnt = directions.learnt ?? true;
    if (learnt && downhill && wait-- <= 0 && isShort(at, p)) {
      if (isExhausted(objective, at, p)) return { converged: true, message: limit(at, objective) };
      wait = IDLE;
    }
    const evaluated = objective.ngev;
    const found = downhill && idle < IDLE ? look(objective, from, p, rule) : null;
    if ((found === null || creeping >= IDLE) && objective.refine()) {
      at = { ...at, grad: objective.gradient(at.x) };
      directions.reset();
      [previous, fresh, exhausted, idle] = [null, false, true, 0];
      continue;
    }
    if (found === null) {
      if (fresh || idle >= IDLE) {
        if (exhausted && downhill && isExhausted(objective, at, p)) {
          return { converged: true, message: limit(at, objective) };
        }
        if (objective.isVertex(at.x, at.fun) && !objective.isSpike(at.x, at.fun)) {
          return { converged: true, message: LEAST };
        }
        return { converged: false, message: stuck(at, objective) };
      }
      exhausted =
        !learnt ||
        isShort(at, p) ||
        (downhill && isLow(at, -slope / 2)) ||
        isNoise(objective, at, p);
      directions.reset();
      [previous, fresh] = [null, true];
      continue;
    }
    const before = at;
    directions.update?.(
      found.x.map((v, i) => v - before.x[i]),
      found.grad.map((v, i) => v - before.grad[i]),
    );
    previous = { step: found.step, slope, drop: before.fun - found.fun };
    [fresh, exhausted] = [false, true];
    at = { x: found.x, fun: found.fun, grad: found.grad, step: found.step };
    // A search that long cannot make values and slopes agree.
    const long = objective.ngev - evaluated > TRIALS / 3;
    creeping = before.fun - at.fun <= 1e-3 * Math.abs(at.fun) ? creeping + (long ? IDLE : 1) : 0;
    const norm = maxAbs(at.grad);
    // A long search must be worth it: at a kink each brings a little and the next is as long.
    const enough = long ? 0.01 * Math.abs(best.fun) : 0;
    const better = at.fun < best.fun - enough || norm < 0.9 * best.norm;
    idle = better ? 0 : idle + 1;
    if (better) best = { fun: at.fun, norm: Math.min(norm, best.norm) };
    yield at;
  }
}
