import type { Vector } from "../../core";
import { inversePower, maxAbs } from "../kernels/vectors";
import type { Bound, MinimizeResult } from "../types";
import { type FollowOptions, follow, type Iterate } from "./follow";
import { projectedNorm } from "./lbfgsb";
import { choose, goesByRule, type MinimizeMethod, type MinimizeOptions } from "./methods";
import type { Objective } from "./objective";
import { lowerNear } from "./probe";

/** Beyond this, or its inverse, the squares of derivatives overflow or vanish. */
const GREAT = 1e100;

/** A start with what f and its gradient are there. */
export function startAt(objective: Objective, x: Vector): Iterate {
  return { x, fun: objective.value(x), grad: objective.gradient(x), step: 0 };
}

/**
 * Runs a method that uses gradients, on arguments that have been checked. Where derivatives are so large or
 * small that their squares would not be numbers, f is scaled by a power of two on the way.
 */
export function run(
  objective: Objective,
  start: Iterate,
  method: Exclude<MinimizeMethod, "nelder-mead">,
  options: MinimizeOptions,
  rules: FollowOptions,
): MinimizeResult {
  const { bounds } = options;
  const box = bounds ?? start.x.map((): Bound => [-Infinity, Infinity]);
  const size = maxAbs(start.grad);
  const byRule = goesByRule(method, options);
  let from = start;
  if (!byRule && size > 0 && size < Infinity && (size > GREAT || size < 1 / GREAT)) {
    // Not all the way up for small ones: f may be larger elsewhere.
    const scale = size > 1 ? inversePower(size) : Math.min(inversePower(size), 2 ** 500);
    objective.scaleBy(scale);
    from = { ...start, fun: start.fun * scale, grad: start.grad.map((g) => g * scale) };
  }
  const path = (at: Iterate) => choose(objective, at, method, options, box);
  return follow(objective, from, path(from), {
    ...rules,
    ...(bounds && { measure: (at: Iterate) => projectedNorm(at, box) }),
    lower: (at) => lowerNear(objective, at, box),
    ...(!byRule && { again: path }),
  });
}
