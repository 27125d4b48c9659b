import type { Vector } from "../../core";
import { dense, matvec } from "../../linalg/flat";
import type { Bound } from "../types";
import { distances, inside } from "./box";
import { scaledColumns } from "./columns";
import { type Frame, trustRegionLoop } from "./loop";
import { aim } from "./polish";
import { bestStep } from "./reflectedStep";
import { type FitEnd, type FitRun, linearise, look, type State, unusable } from "./state";

/** A solution with the variables that press against a wall next to them put on it, if that is no higher. */
function snapped(run: FitRun, at: State, bounds: readonly Bound[]): State {
  const x = at.x.map((v, j) => {
    const wall = bounds[j][at.grad[j] < 0 ? 1 : 0];
    const near = Math.abs(v - wall) <= 1e-6 * Math.max(Math.abs(v), Math.abs(wall), 1e-6);
    return at.grad[j] !== 0 && near ? wall : v;
  });
  if (x.every((v, j) => v === at.x[j])) return at;
  const there = look(run, x);
  if (!(there.cost <= at.cost)) return at;
  const state = linearise(run, there);
  if (unusable(state) !== null) return at;
  const { offset } = aim(run, state, bounds);
  run.record({ x, cost: state.cost, offset, step: 0 });
  return state;
}

/** The model in variables scaled by the root of their distance to the bound that they are drawn to. */
function frame(at: State, D: Float64Array, bounds: readonly Bound[]): Frame {
  const { rows: m, cols: n } = at.J;
  const { v, slope } = distances(at.x, at.grad, bounds);
  const d = v.map((vj, j) => (slope[j] === 0 ? vj / D[j] : Math.sqrt(vj / D[j])));
  const h = slope.map((s, j) => (at.grad[j] * s) / D[j]);
  const J = scaledColumns(at.J, d);
  const tall = dense(m + n, n);
  tall.data.set(J.data.subarray(0, m * n));
  for (let j = 0; j < n; j++) tall.data[(m + j) * n + j] = Math.sqrt(h[j]);
  const r = new Float64Array(m + n);
  r.set(at.r);
  return { d, J, g: matvec(J, at.r, { transpose: true }), h, tall, r };
}

/**
 * The trust-region reflective method for bounds lⱼ ≤ xⱼ ≤ uⱼ: Levenberg–Marquardt in variables scaled by
 * the root of their distance to the bound that they are drawn to, so that all iterates stay inside; a step
 * that would leave the box is reflected from its wall (Branch, Coleman & Li 1999). Cost of a step: one
 * Jacobian and O((m + n)n²).
 */
export function reflective(run: FitRun, x0: Vector, bounds: readonly Bound[]): FitEnd {
  return trustRegionLoop(run, x0, {
    bounds,
    frame: (at, D) => frame(at, D, bounds),
    choose: (model, x, p, delta, offset) => bestStep(model, x, p, delta, bounds, offset),
    place: (x, share) => inside(x, bounds, share),
    settle: (fit, at) => snapped(fit, at, bounds),
  });
}
