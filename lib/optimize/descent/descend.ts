import type { Vector } from "../../core";
import { inner, maxAbs } from "../kernels/vectors";
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
      if (fresh) return { converged: false, message: stuck(at) };
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
    fresh = false;
    at = { x: found.x, fun: found.fun, grad: found.grad, step: found.step };
    yield at;
  }
}

function stuck(at: Iterate): string {
  const norm = maxAbs(at.grad).toExponential(1);
  return `line search found no lower point (gradient norm ${norm}): the limit of rounding, or a gradient that is not that of f`;
}
