import { rng, type Vector } from "../../core";
import { inner } from "../kernels/vectors";
import type { Bound } from "../types";
import { clip } from "./box";
import type { Iterate } from "./follow";
import type { Objective } from "./objective";

/** How far to look, relative to the size of a coordinate and to 1. */
const NEAR = 1e-3;
/** How many slanting directions to look along where the whole gradient vanishes. */
const SLANTING = 5;

/** A change of f by no more may be rounding. */
const roundingOf = (fun: number) => 8 * Number.EPSILON * Math.abs(fun);

/** Whether f rises to both sides along every axis that is free, by more than rounding. Cost: 2n evaluations of f. */
export function risesAround(objective: Objective, at: Iterate, bounds: readonly Bound[]): boolean {
  const bar = at.fun + roundingOf(at.fun);
  return objective.sizes(at.x).every((size, i) =>
    [-NEAR * size, NEAR * size].every((step) => {
      const x = clip(
        at.x.map((v, j) => (i === j ? v + step : v)),
        bounds,
      );
      return x[i] === at.x[i] || objective.value(x) > bar;
    }),
  );
}

/**
 * Looks for a lower point near one where partial derivatives vanish, as they do at a saddle or a maximum
 * and everywhere on an axis of symmetry: both ways along each axis whose derivative is zero, and, where
 * all are, along some slanting lines too. Derivatives by difference quotients are never quite zero: there it
 * looks along every axis. Null if there is none; then x is a minimum as far as can be seen. No cost where no
 * derivative is zero; else two evaluations of f an axis.
 */
export function lowerNear(
  objective: Objective,
  at: Iterate,
  bounds: readonly Bound[],
): Iterate | null {
  const noise = objective.noise(at.x, at.fun);
  const all = at.x.map((_, i) => i);
  const zero = all.filter((i) => Math.abs(at.grad[i]) <= noise[i]);
  const level = objective.differs ? all : zero;
  if (level.length === 0) return null;
  const far = objective.sizes(at.x).map((v) => NEAR * v);
  const near = at.x.map((v) => NEAR * Math.abs(v));
  const axis = (i: number, by: Vector) => at.x.map((_, j) => (j === i ? by[j] : 0));
  const lines = level.map((i) => axis(i, far));
  // Without differences nothing tells the usual size of a variable.
  if (!objective.differs) {
    for (const i of level) if (near[i] > 0 && near[i] < far[i]) lines.push(axis(i, near));
  }
  if (zero.length === all.length && all.length > 1) {
    const random = rng(0);
    for (let k = 0; k < SLANTING; k++) {
      const line = far.map((v) => random.uniform(-v, v));
      lines.push(
        line,
        line.map((v, i) => (i % 2 === 0 ? v : -v)),
      );
    }
  }
  const rounding = roundingOf(at.fun);
  let best: { x: Vector; fun: number; step: number } | null = null;
  for (const line of lines) {
    // lower than the rest of the gradient explains
    const bar = at.fun - rounding - 2 * Math.abs(inner(at.grad, line));
    for (const sign of [1, -1]) {
      const x = clip(
        at.x.map((v, j) => v + sign * line[j]),
        bounds,
      );
      const fun = objective.value(x);
      if (fun < bar && fun < (best?.fun ?? Infinity) && Number.isFinite(fun)) {
        best = { x, fun, step: sign };
      }
    }
  }
  return best && { ...best, grad: objective.gradient(best.x) };
}
