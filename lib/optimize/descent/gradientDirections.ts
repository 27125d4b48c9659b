import type { Vector } from "../../core";
import { inner, negate } from "../kernels/vectors";
import { type Before, type Directions, firstStep } from "./descend";

/**
 * The first trial step of a method without a natural length: as long a decrease as the last one. Four
 * times as long where f fell no slower than its slope said, for then the last step was too short.
 */
function likeBefore(p: Vector, slope: number, previous: Before | null): number {
  if (!previous) return firstStep(p);
  const expected = -previous.step * previous.slope;
  return ((previous.drop >= expected ? 4 : 1) * previous.step * previous.slope) / slope;
}

/** Steepest descent: p = −∇f (MML 7.1). `first` is the first trial step of the first search. */
export function steepest(first?: number): Directions {
  return {
    learnt: false,
    direction: ({ grad }) => negate(grad),
    reset: () => {},
    trialStep: (p, slope, previous) =>
      previous === null && first !== undefined ? first : likeBefore(p, slope, previous),
  };
}

/**
 * Nonlinear conjugate gradients after Polak and Ribière: p = −g + βp₋, β = max(0, gᵀ(g − g₋)/g₋ᵀg₋).
 *
 * β = 0 is a restart along steepest descent (Nocedal & Wright, equation 5.44 and section 5.2). Cost:
 * O(n) an iteration.
 */
export function conjugate(): Directions {
  let last: { grad: Vector; p: Vector } | null = null;
  return {
    learnt: false,
    direction: ({ grad }) => {
      const polak = last
        ? (inner(grad, grad) - inner(grad, last.grad)) / inner(last.grad, last.grad)
        : 0;
      const beta = Math.max(0, polak);
      const p = grad.map((g, i) => -g + (beta === 0 ? 0 : beta * last!.p[i]));
      const downhill = inner(grad, p) < 0 ? p : negate(grad);
      last = { grad, p: downhill };
      return downhill;
    },
    trialStep: likeBefore,
    reset: () => {
      last = null;
    },
  };
}
