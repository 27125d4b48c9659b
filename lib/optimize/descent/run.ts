import type { Vector } from "../../core";
import { inversePower, maxAbs } from "../kernels/vectors";
import type { Bound, MinimizeResult } from "../types";
import { projectedGradient } from "./box";
import { type FollowOptions, follow, type Iterate, type Method } from "./follow";
import { choose, goesByRule, type MinimizeMethod, type MinimizeOptions } from "./methods";
import type { Objective } from "./objective";
import { lowerNear, risesAround } from "./probe";

/** Beyond this, or its inverse, products of a few derivatives may overflow or vanish. */
const GREAT = 1e40;

/** A start with what f and its gradient are there. */
export function startAt(objective: Objective, x: Vector): Iterate {
  return { x, fun: objective.value(x), grad: objective.gradient(x), step: 0 };
}

/** f scaled by a power of two where derivatives are so large or small that their squares are no numbers. */
function rescaled(objective: Objective, at: Iterate): Iterate {
  const size = maxAbs(at.grad);
  if (!(size > 0 && size < Infinity) || (size <= GREAT && size >= 1 / GREAT)) return at;
  // Not all the way up for small ones: f may be larger elsewhere.
  const scale = size > 1 ? inversePower(size) : inversePower(Math.max(size, 1e-250) * 1e50);
  objective.scaleBy(scale / objective.unit);
  return { ...at, fun: at.fun * scale, grad: at.grad.map((g) => g * scale) };
}

/**
 * Runs a method that uses gradients, on arguments that have been checked, from a start and, where that or
 * an end turns out to be no minimum, on from a lower point near by.
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
  const byRule = goesByRule(method, options);
  const go = (at: Iterate): [Method, Iterate] => {
    const from = byRule ? at : rescaled(objective, at);
    return [choose(objective, from, method, options, box), from];
  };
  const [path, from] = go(start);
  return follow(objective, from, path, {
    ...rules,
    ...(bounds && { slopes: (at: Iterate) => projectedGradient(at, box) }),
    lower: (at) => lowerNear(objective, at, box),
    rises: (at) => risesAround(objective, at, box),
    ...(!byRule && { again: go }),
  });
}
