import type { Vector } from "../../core";
import { matvec } from "../../linalg/flat";
import { inner } from "../kernels/vectors";
import type { Bound } from "../types";
import { isInside, room } from "./box";
import { type Frame, modelValue, times } from "./loop";
import { size } from "./trustRegion";

/** The least value of the model on the line p + t·q, low ≤ t ≤ high, and the t. */
function alongLine(model: Frame, q: Float64Array, low: number, high: number, p?: Float64Array) {
  const Jq = matvec(model.J, q);
  let curve = inner(Jq, Jq) / 2;
  let slope = inner(model.g, q);
  for (let j = 0; j < q.length; j++) {
    curve += (model.h[j] * q[j] * q[j]) / 2;
    if (p) slope += model.h[j] * q[j] * p[j];
  }
  const base = p ? modelValue(model, p) : 0;
  if (p) slope += inner(matvec(model.J, p), Jq);
  const at = (t: number) => base + t * (slope + t * curve);
  const bottom = curve > 0 ? Math.min(Math.max(-slope / (2 * curve), low), high) : low;
  const t = [low, high, bottom].reduce((a, b) => (at(b) < at(a) ? b : a));
  return { t, value: at(t) };
}

/** The positive t with ‖p + t·q‖ = Δ. */
function toEdge(p: Float64Array, q: Float64Array, delta: number): number {
  const [a, b, c] = [inner(q, q), inner(p, q), inner(p, p) - delta * delta];
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return b > 0 ? Math.max(0, -c) / (b + root) : (root - b) / a;
}

/**
 * The best of three steps that end inside the box: that to the minimum of the model, cut off at the wall;
 * the same reflected from the first wall it hits; and along the gradient. In scaled variables.
 */
export function bestStep(
  model: Frame,
  x: Vector,
  p: Float64Array,
  delta: number,
  bounds: readonly Bound[],
  offset: number,
): Float64Array {
  const { d } = model;
  // how near to a wall a step may end: nearer and nearer as the solution is
  const theta = Math.max(0.995, 1 - offset);
  const direct = times(d, p);
  if (
    isInside(
      x.map((v, j) => v + direct[j]),
      bounds,
    )
  ) {
    return p;
  }
  const { least, hits } = room(x, direct, bounds);
  const cut = p.map((v) => theta * least * v);
  let [best, lowest] = [cut, modelValue(model, cut)];
  // reflected
  const start = p.map((v) => least * v);
  const mirrored = p.map((v, j) => (hits[j] ? -v : v));
  const onWall = x.map((v, j) => {
    const [lower, upper] = bounds[j];
    return Math.min(Math.max(v + least * direct[j], lower), upper);
  });
  const wall = room(onWall, times(d, mirrored), bounds).least;
  const edge = toEdge(start, mirrored, delta);
  const far = Math.min(wall, edge);
  if (far > 0) {
    const low = ((1 - theta) * least) / far;
    const high = wall <= edge ? theta * wall : edge;
    if (low <= high) {
      const line = alongLine(model, mirrored, low, high, start);
      if (line.value < lowest) {
        [best, lowest] = [start.map((v, j) => v + line.t * mirrored[j]), line.value];
      }
    }
  }
  // along the gradient
  const steepest = model.g.map((v) => -v);
  const length = size(steepest);
  if (length > 0) {
    const out = room(x, times(d, steepest), bounds).least;
    const reach = delta / length;
    const line = alongLine(model, steepest, 0, out < reach ? theta * out : reach);
    if (line.value < lowest) best = steepest.map((v) => line.t * v);
  }
  return best;
}
