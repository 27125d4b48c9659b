import type { Vector } from "../../core";
import { type Dense, matvec, svd } from "../../linalg/flat";
import { inner } from "../kernels/vectors";
import type { Bound } from "../types";
import { columnScales } from "./columns";
import { polished } from "./polish";
import {
  type FitEnd,
  type FitRun,
  isDeaf,
  isTiny,
  lengthOf,
  linearise,
  look,
  rounding,
  type State,
  unusable,
} from "./state";
import { balanced, diagonal, gaussNewton, nextRegion, size, withinRegion } from "./trustRegion";

/**
 * The linear model at a point in scaled variables p, the step being d·p: ½‖J·p + r‖² + ½Σ hⱼpⱼ², which is
 * ½‖tall·p + (r, 0)‖².
 */
export interface Frame {
  d: Float64Array;
  J: Dense;
  /** Jᵀr. */
  g: Float64Array;
  h: Float64Array;
  tall: Dense;
  r: Float64Array;
}

/** What a method makes of the space of x. */
export interface Geometry {
  bounds?: readonly Bound[];
  /** The frame at a point, D the measure of each variable. */
  frame(at: State, D: Float64Array): Frame;
  /** The step to be tried, given that to the minimum of the model in the region. */
  choose(frame: Frame, x: Vector, p: Float64Array, delta: number, offset: number): Float64Array;
  /** A point moved to where f may be evaluated. */
  place(x: Vector, share: number): Vector;
  /** A solution brought into its final form. */
  settle(run: FitRun, at: State): State;
}

/** The share of the promised decrease that a step must bring. */
const ENOUGH = 1e-4;

/** The value of the model at p, less that at 0. */
export function modelValue({ J, g, h }: Frame, p: Float64Array): number {
  const Jp = matvec(J, p);
  return inner(g, p) + inner(Jp, Jp) / 2 + curvedPart(h, p);
}

/** ½Σ hⱼpⱼ². */
const curvedPart = (h: Float64Array, p: Float64Array) =>
  p.reduce((sum, v, j) => sum + (h[j] * v * v) / 2, 0);

export const times = (d: Float64Array, p: Float64Array): Float64Array => p.map((v, j) => d[j] * v);

const firstRegion = ({ d }: Frame, x: Vector) => ({
  delta: size(Float64Array.from(x, (v, j) => (d[j] ? v / d[j] : 0))) || 1,
  alpha: 0,
});

/**
 * The loop that the methods share: minimise the model within a region, step if f falls by a fair part of
 * what it promises, and let the region grow or shrink as the model holds. Each variable is measured by the
 * largest length of its column so far, so that units do not matter.
 */
export function trustRegionLoop(run: FitRun, x0: Vector, space: Geometry): FitEnd {
  const { tol, maxIter, model } = run;
  let at = linearise(run, look(run, space.place(x0, 1e-10)));
  const wrong = unusable(at);
  if (wrong !== null) {
    run.record({ x: at.x, cost: at.cost, offset: Number.NaN, step: 0 });
    return { state: at, converged: false, message: wrong };
  }
  let D = columnScales(at.J);
  let region: { delta: number; alpha: number } | null = null;
  let step = 0;
  let fresh = true;
  for (let nit = 0; ; ) {
    const frame = space.frame(at, D);
    const { d, tall, r } = frame;
    const problem = diagonal(svd(tall), r, model.error);
    const length = lengthOf(at);
    let offset = length === 0 ? 0 : size(problem.ur.subarray(0, problem.rank)) / length;
    let full = gaussNewton(problem);
    const isLost = () => isTiny(at.x, times(d, full), tol);
    const isLevel = () => -modelValue(frame, full) <= rounding(at);
    const isEnd = () => offset <= tol || isLost() || isLevel();
    if (length > 0 && isEnd()) {
      // Once more with all columns alike: those far shorter than they once were may have been lost.
      const alike = balanced(tall, r, model.error);
      [offset, full] = [alike.pull / length, alike.step];
      if (!fresh && !isEnd()) {
        D = columnScales(at.J);
        [region, fresh] = [null, true];
        continue;
      }
    }
    run.record({ x: at.x, cost: at.cost, offset, step });
    const end = (converged: boolean, message: string): FitEnd => ({
      state: at,
      converged,
      message,
    });
    const settled = (message: string, polish = false): FitEnd => {
      at = space.settle(run, at);
      if (polish) at = polished(run, at, space.bounds);
      return end(true, message);
    };
    if (length === 0) return end(true, "the residuals are 0");
    if (isDeaf(at)) return end(false, "the residuals hardly depend on x here");
    if (offset <= tol) {
      return settled(
        `residuals orthogonal to the model to ${offset.toExponential(1)} ≤ tol ${tol}`,
      );
    }
    if (nit > 0 && isLost())
      return settled("the step to the minimum of the model is lost beside x");
    if (isLevel()) return settled("what a step could win is lost in rounding", true);
    if (nit >= maxIter) return end(false, `maxIter reached (${maxIter}), not converged`);
    region ??= firstRegion(frame, at.x);
    for (;;) {
      const { p, alpha } = withinRegion(problem, region.delta, region.alpha);
      const q = space.choose(frame, at.x, p, region.delta, offset);
      const move = times(d, q);
      const to = space.place(
        at.x.map((v, j) => v + move[j]),
        0,
      );
      const there = look(run, to);
      const won = at.cost - there.cost;
      const ratio = (won - curvedPart(frame.h, q)) / -modelValue(frame, q);
      const taken = size(q);
      region = nextRegion({ delta: region.delta, alpha }, ratio, taken);
      if (ratio > ENOUGH && won > 0) {
        const next = linearise(run, there);
        if (unusable(next) === null) {
          at = next;
          step = taken;
          break;
        }
        region = { delta: taken / 4, alpha: 0 };
      }
      if (isTiny(at.x, move, 0) || !(region.delta > 0)) {
        return end(
          false,
          "no step lowers the cost: x is cornered, or the Jacobian is not that of f",
        );
      }
    }
    nit++;
    fresh = false;
    const now = columnScales(at.J);
    D = D.map((dj, j) => Math.max(dj, now[j]));
  }
}
