import { LinAlgError, minOf, type Vector } from "../../core";
import { solve } from "../../linalg";
import { inner } from "../kernels/vectors";
import type { Bound } from "../types";
import { clip, room } from "./box";
import { combine, compact, type Model } from "./compactForm";
import type { Directions } from "./descend";
import type { Iterate } from "./follow";
import { curved, naturalStep } from "./quasiNewton";

/**
 * The generalised Cauchy point: the first local minimiser of the quadratic model along the path
 * P(x − t∇f), which bends where a variable meets its bound. Returns the point and c = Wᵀ(point − x).
 */
function cauchyPoint({ x, grad: g }: Iterate, { theta, W, M }: Model, bounds: readonly Bound[]) {
  const end = (i: number) => bounds[i][g[i] < 0 ? 1 : 0];
  const hit = g.map((gi, i) => (gi === 0 ? Infinity : (x[i] - end(i)) / gi));
  const d = g.map((gi, i) => (hit[i] > 0 ? -gi : 0));
  const point = x.slice();
  const p = new Array<number>(W[0].length).fill(0);
  const c = p.slice();
  d.forEach((di, i) => {
    combine(p, di, W[i]);
  });
  let slope = -inner(d, d);
  let curve = -theta * slope - inner(p, M(p));
  const least = Number.EPSILON * curve;
  let t = 0;
  const bends = hit.map((_, i) => i).filter((i) => d[i] !== 0 && hit[i] < Infinity);
  for (const b of bends.sort((i, j) => hit[i] - hit[j])) {
    const stretch = hit[b] - t;
    if (-slope < stretch * Math.max(curve, least)) break;
    // Variable b meets its bound: we walk there and take it out of the direction.
    const [gb, wb] = [g[b], W[b]];
    point[b] = end(b);
    combine(c, stretch, p);
    slope += stretch * curve + gb * (gb + theta * (point[b] - x[b]) - inner(wb, M(c)));
    curve -= gb * (gb * theta + 2 * inner(wb, M(p)) + gb * inner(wb, M(wb)));
    combine(p, gb, wb);
    d[b] = 0;
    t = hit[b];
  }
  const rest = Math.max(0, -slope / Math.max(curve, least)) || 0;
  combine(c, rest, p);
  d.forEach((di, i) => {
    if (di !== 0) point[i] = x[i] + (t + rest) * di;
  });
  return { point, c };
}

/**
 * The minimiser of the model over the variables that the Cauchy point leaves free, put back into the
 * box: by projection where that goes downhill (Morales & Nocedal 2011), else by stopping at the wall.
 */
function subspaceMinimiser(at: Iterate, model: Model, bounds: readonly Bound[]): Vector {
  const { theta, W, M } = model;
  const { x, grad } = at;
  const { point, c } = cauchyPoint(at, model, bounds);
  const free = point
    .map((_, i) => i)
    .filter((i) => point[i] > bounds[i][0] && point[i] < bounds[i][1]);
  if (free.length === 0 || c.length === 0) return point;
  const Mc = M(c);
  const r = free.map((i) => grad[i] + theta * (point[i] - x[i]) - inner(W[i], Mc));
  // d = −(θI − W_F·M·W_Fᵀ)⁻¹r by Sherman, Morrison and Woodbury: (I − M·N)v = M·W_Fᵀr, N = W_FᵀW_F/θ
  const Wr = c.map(() => 0);
  free.forEach((i, k) => {
    combine(Wr, r[k], W[i]);
  });
  const N = c.map((_, a) =>
    c.map((_, b) => free.reduce((s, i) => s + W[i][a] * W[i][b], 0) / theta),
  );
  const MN = N.map(M); // N is symmetric, so row a of this is column a of M·N
  const v = solve(
    c.map((_, a) => c.map((_, b) => (a === b ? 1 : 0) - MN[b][a])),
    M(Wr),
  );
  const target = point.slice();
  free.forEach((i, k) => {
    target[i] -= (r[k] + inner(W[i], v) / theta) / theta;
  });
  const projected = clip(target, bounds);
  if (projected.reduce((s, v, i) => s + grad[i] * (v - x[i]), 0) < 0) return projected;
  const share = Math.min(1, ...free.map((i) => room(point[i], target[i] - point[i], bounds[i])));
  return clip(
    point.map((v, i) => v + share * (target[i] - v)),
    bounds,
  );
}

/**
 * L-BFGS-B: minimisation in a box lᵢ ≤ xᵢ ≤ uᵢ with the limited-memory BFGS model.
 *
 * Each direction leads to the minimiser of the quadratic model over the face of the box on which its
 * generalised Cauchy point lies (Byrd, Lu, Nocedal & Zhu 1995), so that bounds enter and leave the
 * active set many at a time; the line search along it stays in the box. Cost: O(mn) + O(m³) for each
 * bound that is met.
 */
export function lbfgsb(memory: number, bounds: readonly Bound[]): Directions {
  let S: Vector[] = [];
  let Y: Vector[] = [];
  return {
    get learnt() {
      return S.length > 0;
    },
    direction: (at) => {
      for (;;) {
        try {
          const target = subspaceMinimiser(at, compact(at, S, Y), bounds);
          return target.map((v, i) => v - at.x[i]);
        } catch (error) {
          // Pairs that say almost the same make M⁻¹ singular to rounding: the oldest goes.
          if (!(error instanceof LinAlgError) || S.length === 0) throw error;
          [S, Y] = [S.slice(1), Y.slice(1)];
        }
      }
    },
    trialStep: (p) => naturalStep(p, S.length > 0),
    maxStep: ({ x }, p) => minOf(x.map((v, i) => room(v, p[i], bounds[i]))),
    project: (x) => clip(x, bounds),
    reset: () => {
      [S, Y] = [[], []];
    },
    update: (s, y) => {
      if (!curved(s, y)) return;
      const unit = 1 / Math.sqrt(inner(s, y)); // B is the same, and M⁻¹ better conditioned
      S = [...S, s.map((v) => unit * v)].slice(-memory);
      Y = [...Y, y.map((v) => unit * v)].slice(-memory);
    },
  };
}
