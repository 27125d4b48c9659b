import type { Vector } from "../../core";
import { along, inner } from "../kernels/vectors";
import type { Objective } from "./objective";
import { isLevel, type RayRule, type Trial } from "./wolfe";

/**
 * A step of sufficient decrease, f(x + αp) ≤ f(x) + c1·α·∇f(x)ᵀp, found by backtracking; or null.
 *
 * Each trial that fails is replaced by the minimiser of the parabola through φ(0), φ′(0) and φ(α),
 * kept between a tenth and a half of it (Nocedal & Wright, section 3.5). A trial where f is not
 * finite is too long. Where φ(α) differs from φ(0) by rounding only, the slope decides as in `wolfe`;
 * otherwise the gradient is taken only at the point that is accepted.
 */
export function armijo(
  objective: Objective,
  start: Trial,
  p: Vector,
  rule: Omit<RayRule, "c2">,
): Trial | null {
  let step = rule.step0;
  for (let k = 0; k < rule.maxIter; k++) {
    const x = along(start.x, step, p);
    const fun = objective.value(x);
    const trial: Trial = { step, x, fun, grad: [], slope: NaN };
    rule.onTrial?.(trial);
    if (fun < start.fun && fun <= start.fun + rule.c1 * step * start.slope) {
      return { ...trial, grad: objective.gradient(x) };
    }
    if (isLevel(start, trial, rule.c1)) {
      const grad = objective.gradient(x);
      const slope = inner(grad, p);
      if (slope <= (2 * rule.c1 - 1) * start.slope) return { ...trial, grad, slope };
    }
    const drop = fun - start.fun - step * start.slope;
    const guess = Number.isFinite(fun) ? (-start.slope * step * step) / (2 * drop) : step / 10;
    step = Math.min(Math.max(guess, step / 10), step / 2);
  }
  return null;
}
