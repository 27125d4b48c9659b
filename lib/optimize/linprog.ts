import {
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { inner, inversePower, maxAbs } from "./kernels/vectors";
import {
  CONSTRAINTS,
  type Duals,
  type LinearConstraints,
  MESSAGES,
  type Polyhedron,
  type ProgramResult,
  requireConstraints,
  slackOf,
} from "./programs/constraints";
import { simplex } from "./programs/simplex";

/** Options of `linprog`. */
export interface LinprogOptions extends LinearConstraints {
  /** Stop, not converged, after so many exchanges. Default 100·(n + number of rows) + 1000. */
  maxIter?: number;
}

/** One point of the path of the simplex method. */
export interface LinprogHistoryEntry {
  x: Vector;
  /** cᵀx. */
  fun: number;
  /** 1 while it looks for a feasible point, 2 once it walks from one to the next. */
  phase: 1 | 2;
}

/** What `linprog` returns. */
export type LinprogResult = ProgramResult<LinprogHistoryEntry>;

/** Scales rows, then columns, to a largest entry near 1: r·A·s with x = s·x′ (a power of two each). */
function scaled(c: Vector, given: Polyhedron) {
  const { Aub, Aeq, bub, beq, lower, upper } = given;
  const rows = [...Aub, ...Aeq];
  const r = rows.map((row) => inversePower(maxAbs(row)));
  const s = c.map((_, j) =>
    inversePower(rows.reduce((m, row, i) => Math.max(m, Math.abs(r[i] * row[j])), 0)),
  );
  const k = Aub.length;
  const polyhedron: Polyhedron = {
    Aub: Aub.map((row, i) => row.map((v, j) => v * r[i] * s[j])),
    bub: bub.map((v, i) => v * r[i]),
    Aeq: Aeq.map((row, i) => row.map((v, j) => v * r[k + i] * s[j])),
    beq: beq.map((v, i) => v * r[k + i]),
    lower: lower.map((v, j) => v / s[j]),
    upper: upper.map((v, j) => v / s[j]),
  };
  return { polyhedron, c: c.map((v, j) => v * s[j]), r, s };
}

/**
 * Multipliers of all constraints from those of the rows: what c + Aubᵀ·ub + Aeqᵀ·eq leaves over is
 * carried by the bounds that x stands on.
 */
function dualsOf(
  c: Vector,
  { Aub, Aeq, lower, upper }: Polyhedron,
  x: Vector,
  ub: Vector,
  eq: Vector,
): Duals {
  const rest = c.slice();
  const take = (row: Vector, a: number) => {
    for (let j = 0; j < rest.length; j++) rest[j] += a * row[j];
  };
  Aub.forEach((row, i) => {
    take(row, ub[i]);
  });
  Aeq.forEach((row, i) => {
    take(row, eq[i]);
  });
  return {
    ub,
    eq,
    lower: rest.map((v, j) => (x[j] === lower[j] ? Math.max(0, v) : 0)),
    upper: rest.map((v, j) => (x[j] === upper[j] ? Math.max(0, -v) : 0)),
  };
}

/**
 * Solves a linear program: minimises cᵀx subject to Aub·x ≤ bub, Aeq·x = beq, lower ≤ x ≤ upper
 * (MML 7.3.1). Variables are free unless `bounds` says otherwise.
 *
 * The method is the revised simplex with bounded variables, in two phases: it walks along edges from
 * corner to corner of the feasible set, each no worse than the last, and `history` holds the walk. It
 * ends with status "optimal", "infeasible" or "unbounded", each with its proof: the multipliers `duals`
 * (see `Duals` for their signs), or the direction `ray`. Rows and columns are scaled first.
 *
 * @param c - Costs, length n.
 * @param options - The constraints: Aub m×n, bub m, Aeq p×n, beq p, bounds n pairs.
 * @throws TypeError or RangeError for wrong kinds, shapes or bounds that cross.
 * @example
 * const best = optimize.linprog([-1, -2], { Aub: [[1, 1], [1, 3]], bub: [4, 6], bounds: [[0, Infinity], [0, Infinity]] })
 * best.x // => [3, 1]
 * best.fun // => -5
 * best.duals.ub // => [0.5, 0.5]
 * optimize.linprog([1], { bounds: [[-Infinity, 0]] }).status // => "unbounded"
 * optimize.linprog([1], { Aub: [[1], [-1]], bub: [0, -1] }).status // => "infeasible"
 */
export function linprog(c: ReadonlyVector, options: LinprogOptions = {}): LinprogResult {
  const caller = "linprog";
  const costs = requireVector(caller, "c", c, { minLength: 1 });
  requireOptions(caller, options, [...CONSTRAINTS, "maxIter"]);
  const given = requireConstraints(caller, options, costs.length);
  const rows = given.Aub.length + given.Aeq.length;
  const { maxIter = 100 * (costs.length + rows) + 1000 } = options;
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });

  const { polyhedron, c: scaledCosts, r, s } = scaled(costs, given);
  const history: LinprogHistoryEntry[] = [];
  const back = (v: Vector) => s.map((sj, j) => v[j] * sj);
  const found = simplex(scaledCosts, polyhedron, maxIter, (at, phase) => {
    const x = back(at);
    history.push({ x, fun: inner(costs, x), phase });
  });
  const { status, nit, y } = found;
  const x = back(found.x);
  const k = given.Aub.length;
  // A slack that is not zero carries no multiplier; what rounding leaves there is dropped.
  const ub = given.Aub.map((_, i) =>
    found.x[costs.length + i] > 0 ? 0 : Math.max(0, -y[i] * r[i]),
  );
  const eq = given.Aeq.map((_, i) => 0 - y[k + i] * r[k + i]);
  const gradient = status === "infeasible" ? costs.map(() => 0) : costs;
  return {
    x,
    fun: status === "infeasible" ? Infinity : status === "unbounded" ? -Infinity : inner(costs, x),
    status,
    converged: status === "optimal",
    message: MESSAGES[status],
    slack: slackOf(given, x),
    duals: dualsOf(gradient, given, x, ub, eq),
    ray: found.ray.length > 0 ? back(found.ray) : [],
    nit,
    history,
  };
}
