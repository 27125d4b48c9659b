import type { Bound } from "../types";
import { isInside } from "./box";
import { type FitRun, lengthOf, linearise, look, rounding, type State, unusable } from "./state";
import { balanced, size } from "./trustRegion";

const ROUNDS = 200;

/** Gauss–Newton's step in the variables that are not pressed against a bound, and the offset there. */
export function aim({ model }: FitRun, at: State, bounds: readonly Bound[] | undefined) {
  const free = at.x.map((v, j) => (v === bounds?.[j][at.grad[j] < 0 ? 1 : 0] ? 0 : 1));
  const { pull, step } = balanced(at.J, at.r, model.error, free);
  return { offset: pull / lengthOf(at), step };
}

/**
 * The last digits, where differences of the cost are lost in its rounding: Gauss–Newton's steps as long as
 * each brings the residuals nearer to being orthogonal to the model, to a hundredth of tol.
 */
export function polished(run: FitRun, state: State, bounds?: readonly Bound[]): State {
  let at = state;
  let now = aim(run, at, bounds);
  for (let k = 0; k < ROUNDS && now.offset > run.tol / 100; k++) {
    const { step } = now;
    const x = at.x.map((v, j) => v + step[j]);
    if (bounds && !isInside(x, bounds)) break;
    const there = look(run, x);
    if (!(there.cost <= at.cost + 2 * rounding(at))) break;
    const next = linearise(run, there);
    if (unusable(next) !== null || next.cost === 0) break;
    const then = aim(run, next, bounds);
    if (!(then.offset < 0.95 * now.offset)) break;
    [at, now] = [next, then];
    run.record({ x, cost: at.cost, offset: now.offset, step: size(step) });
  }
  return at;
}
