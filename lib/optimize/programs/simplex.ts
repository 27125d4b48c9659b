import { LinAlgError, minOf, type Vector } from "../../core";
import { inner, maxAbs } from "../kernels/vectors";
import { Basis, columnOf } from "./basis";
import type { Polyhedron } from "./constraints";

/** How the simplex method ended. Vectors over the n variables, then the slacks of the inequalities. */
export interface SimplexEnd {
  status: "optimal" | "infeasible" | "unbounded" | "maxIter" | "stalled";
  x: Vector;
  /** y with Bᵀy = c_B, one for each row; those of phase 1 if infeasible. */
  y: ArrayLike<number>;
  /** If unbounded: a direction along which the objective falls for ever. Else empty. */
  ray: Vector;
  nit: number;
}

/** Below this, relative to what it was computed from, a pivot or a reduced cost is rounding. */
const TINY = 1e-11;
/** How far a basic variable may stray beyond its bound, relative to the data. */
const STRAY = 1e-10;
/** Steps of length zero after which Bland's rule takes over. */
const PATIENCE = 20;

/** Where a variable rests at the start: at zero, or on the bound that is nearest to it. */
const restingPlace = (lo: number, hi: number) => Math.min(Math.max(0, lo), hi);

/** The first basis: slacks where they are ≥ 0, artificial variables in the other rows. */
function firstBasis({ Aub, bub, Aeq, beq, lower, upper }: Polyhedron): Basis {
  const rows = [...Aub, ...Aeq];
  const b = [...bub, ...beq];
  const lo = lower.slice();
  const hi = upper.slice();
  const x = lo.map((l, j) => restingPlace(l, hi[j]));
  const columns = x.map((_, j) => columnOf(rows.map((row) => row[j])));
  const append = (i: number, sign: number, value: number) => {
    columns.push({ rows: Int32Array.of(i), values: Float64Array.of(sign) });
    lo.push(0);
    hi.push(Infinity);
    x.push(value);
    return columns.length - 1;
  };
  const rest = rows.map((row, i) => b[i] - inner(row, x));
  const slacks = Aub.map((_, i) => append(i, 1, Math.max(0, rest[i])));
  const members = rest.map((r, i) =>
    i < slacks.length && r >= 0 ? slacks[i] : append(i, r < 0 ? -1 : 1, Math.abs(r)),
  );
  return new Basis(columns, b, lo, hi, members, x);
}

/** The variable that is to move and its sense, or null at an optimum. With `first`, the lowest index. */
function price(basis: Basis, cost: Vector, first: boolean) {
  const y = basis.multipliers(cost);
  const largest = maxAbs(y);
  let best: { j: number; sense: number } | null = null;
  let most = 0;
  for (let j = 0; j < cost.length; j++) {
    const [lo, hi] = [basis.lo[j], basis.hi[j]];
    if (basis.basic[j] || lo === hi) continue;
    const { rows, values } = basis.columns[j];
    let d = cost[j];
    let size = Math.abs(d);
    for (let k = 0; k < rows.length; k++) {
      d -= y[rows[k]] * values[k];
      size += largest * Math.abs(values[k]);
    }
    const sense = d < 0 ? 1 : -1;
    const open = sense > 0 ? basis.x[j] < hi : basis.x[j] > lo;
    if (!open || Math.abs(d) <= Math.max(most, TINY * size)) continue;
    best = { j, sense };
    if (first) return best;
    most = Math.abs(d);
  }
  return best;
}

/**
 * How far variable j can move, and the row whose variable stops it (−1: its own other bound).
 *
 * Among rows that stop it at about the same place the one with the largest pivot is taken (Harris
 * 1973), or with `first` the one with the lowest index.
 */
function ratio(basis: Basis, j: number, sense: number, w: Vector, stray: number, first: boolean) {
  const least = TINY * maxAbs(w) * 100;
  const own = sense > 0 ? basis.hi[j] - basis.x[j] : basis.x[j] - basis.lo[j];
  const stops: { row: number; at: number; relaxed: number }[] = [];
  w.forEach((wi, row) => {
    const rate = -sense * wi;
    if (Math.abs(rate) <= least) return;
    const k = basis.members[row];
    const room = rate > 0 ? basis.hi[k] - basis.x[k] : basis.lo[k] - basis.x[k];
    if (!Number.isFinite(room)) return;
    const at = Math.max(0, room / rate);
    stops.push({ row, at, relaxed: at + (first ? 0 : stray / Math.abs(rate)) });
  });
  const limit = minOf(stops.map((s) => s.relaxed));
  if (own <= limit) return { row: -1, step: own };
  const near = stops.filter((s) => s.at <= limit);
  if (near.length === 0) return { row: -1, step: Infinity };
  const index = (s: { row: number }) => basis.members[s.row];
  const better = first
    ? (s: { row: number }, t: { row: number }) => index(s) < index(t)
    : (s: { row: number }, t: { row: number }) => Math.abs(w[s.row]) > Math.abs(w[t.row]);
  const chosen = near.reduce((best, s) => (better(s, best) ? s : best));
  return { row: chosen.row, step: chosen.at };
}

/**
 * The revised simplex method in two phases for variables with bounds.
 *
 * The inequalities become equations with slacks s ≥ 0. The variables outside the basis rest on a bound
 * (or at 0, where they start), and the equations give the others. Each iteration prices the resting variables by
 * their reduced costs c − Aᵀy, lets the most promising one move until some variable meets a bound, and
 * exchanges the two. Phase 1 minimises the sum of artificial variables, which is 0 exactly if the problem
 * is feasible. After a run of steps of length zero the lowest index is chosen (Bland 1977), under which no
 * basis returns, until a step is made (Chvátal, "Linear Programming", chapters 3, 7 and 8). `visit` is
 * called with each x, phase and step. Cost: O(m² + mn) an iteration for m rows.
 */
export function simplex(
  c: Vector,
  polyhedron: Polyhedron,
  maxIter: number,
  visit: (x: Vector, phase: 1 | 2) => void,
): SimplexEnd {
  const basis = firstBasis(polyhedron);
  const real = c.length + polyhedron.Aub.length;
  const scale = Math.max(1, maxAbs(polyhedron.bub), maxAbs(polyhedron.beq));
  const cost1 = basis.x.map((_, j) => (j < real ? 0 : 1));
  const cost2 = basis.x.map((_, j) => (j < c.length ? c[j] : 0));
  let nit = 0;
  let ray: Vector = [];

  /** Runs one phase to its end. */
  const run = (cost: Vector, phase: 1 | 2): "optimal" | "unbounded" | "maxIter" => {
    let idle = 0;
    for (;;) {
      const first = idle > PATIENCE;
      const entering = price(basis, cost, first);
      if (!entering && basis.fresh) return "optimal";
      if (!entering) {
        basis.refresh();
        continue;
      }
      if (nit >= maxIter) return "maxIter";
      const { j, sense } = entering;
      const w = basis.answer(j);
      const { row, step } = ratio(basis, j, sense, w, STRAY * scale, first);
      if (step === Infinity && !basis.fresh) {
        basis.refresh();
        continue;
      }
      if (step === Infinity) {
        ray = basis.x.map(() => 0);
        ray[j] = sense;
        basis.members.forEach((k, i) => {
          ray[k] = -sense * w[i];
        });
        return "unbounded";
      }
      basis.move(j, w, sense * step);
      if (row >= 0) {
        const k = basis.members[row];
        basis.x[k] = -sense * w[row] > 0 ? basis.hi[k] : basis.lo[k];
        basis.exchange(row, j, w);
      } else basis.x[j] = sense > 0 ? basis.hi[j] : basis.lo[j];
      idle = step > 0 ? 0 : idle + 1;
      nit++;
      visit(basis.x.slice(0, c.length), phase);
    }
  };
  const end = (status: SimplexEnd["status"], cost: Vector): SimplexEnd => {
    if (!basis.fresh) basis.refresh();
    const y = basis.exactMultipliers(cost);
    return { status, x: basis.x.slice(0, real), y, ray: ray.slice(0, c.length), nit };
  };

  visit(basis.x.slice(0, c.length), cost1.includes(1) ? 1 : 2);
  try {
    if (run(cost1, 1) === "maxIter") return end("maxIter", cost2);
    const left = basis.x.slice(real).some((v) => Math.abs(v) > 10 * STRAY * scale);
    if (left) return end("infeasible", cost1);
    for (let j = real; j < basis.x.length; j++) basis.hi[j] = 0;
    return end(run(cost2, 2), cost2);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    // A basis became singular to rounding.
    const y = [...polyhedron.bub, ...polyhedron.beq].map(() => 0);
    return { status: "stalled", x: basis.x.slice(0, real), y, ray: [], nit };
  }
}
