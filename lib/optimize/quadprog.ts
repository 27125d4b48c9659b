import {
  LinAlgError,
  type Matrix,
  requireMatrix,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { cholesky, eigh, lstsq, solve } from "../linalg";
import {
  CONSTRAINTS,
  type Duals,
  type LinearConstraints,
  type Polyhedron,
  requireConstraints,
  slackOf,
} from "./constraints";
import { type ConvexProgram, interiorPoint, type PrimalDual, residualsOf } from "./interiorPoint";
import { along, inner, maxAbs } from "./kernel";
import { linprog } from "./linprog";
import type { Bound } from "./types";

/** One point of the path of the interior-point method. */
export interface QuadprogHistoryEntry {
  x: Vector;
  /** ½xᵀQx + cᵀx. */
  fun: number;
  /** Σ slackᵢ·multiplierᵢ, which bounds how far `fun` is from the least value once x is feasible. */
  gap: number;
}

/** What `quadprog` returns. */
export interface QuadprogResult {
  /** The solution; unless optimal, the last point reached. */
  x: Vector;
  /** The least value of ½xᵀQx + cᵀx: −Infinity if unbounded, Infinity if infeasible. */
  fun: number;
  /** "nonconvex" if Q has a negative eigenvalue, "stalled" if rounding stopped the method. */
  status: "optimal" | "infeasible" | "unbounded" | "nonconvex" | "stalled";
  /** Whether the status is "optimal". */
  converged: boolean;
  message: string;
  /** bub − Aub·x, ≥ 0 at a solution. */
  slack: Vector;
  /** The multipliers, which prove the solution optimal; if infeasible, as for `linprog`. */
  duals: Duals;
  /** If unbounded: a direction along which the objective falls for ever; if nonconvex: one of negative curvature. */
  ray: Vector;
  nit: number;
  history: QuadprogHistoryEntry[];
}

/** Accuracy that a solution must have. */
const REACHED = 1e-8;

/** The inequalities as rows of one matrix: those of Aub, then upper and lower bounds that are finite. */
function assemble(Q: Matrix, c: Vector, given: Polyhedron) {
  const { Aub, bub, Aeq, beq, lower, upper } = given;
  const walls = [
    ...upper.map((value, j) => ({ j, sign: 1, value })),
    ...lower.map((value, j) => ({ j, sign: -1, value })),
  ].filter(({ value }) => Number.isFinite(value));
  const unit = (j: number, sign: number) => c.map((_, i) => (i === j ? sign : 0));
  const program: ConvexProgram = {
    Q,
    c,
    G: [...Aub, ...walls.map(({ j, sign }) => unit(j, sign))],
    h: [...bub, ...walls.map(({ sign, value }) => sign * value)],
    A: Aeq,
    b: beq,
  };
  return { program, walls };
}

/**
 * Solves the equations that hold at the solution if just the constraints with zᵢ > sᵢ are active, which
 * takes an approximate solution to full accuracy. Returns the better of the two.
 */
function polish(program: ConvexProgram, from: PrimalDual, worst: number) {
  const { Q, G, h, A } = program;
  const active = h.map((_, i) => i).filter((i) => from.z[i] > from.s[i]);
  const z = from.z.map((v, i) => (from.z[i] > from.s[i] ? v : 0));
  const rows = [...active.map((i) => G[i]), ...A];
  const { dual, equations } = residualsOf(program, { ...from, z });
  const off = active.map((i) => h[i] - inner(G[i], from.x));
  const K = [
    ...Q.map((row, i) => [...row, ...rows.map((a) => a[i])]),
    ...rows.map((a) => [...a, ...rows.map(() => 0)]),
  ];
  const rhs = [...dual.map((v) => -v), ...off, ...equations.map((v) => -v)];
  const d = solveOrFit(K, rhs);
  const n = Q.length;
  const x = along(from.x, 1, d.slice(0, n));
  const exact: PrimalDual = {
    x,
    s: h.map((v, i) => Math.max(0, v - inner(G[i], x))),
    z: z.slice(),
    y: from.y.map((v, i) => v + d[n + active.length + i]),
  };
  active.forEach((i, k) => {
    exact.s[i] = 0;
    exact.z[i] = Math.max(0, z[i] + d[n + k]);
  });
  const reached = residualsOf(program, exact).worst;
  return reached <= worst ? { point: exact, worst: reached } : { point: from, worst };
}

/** The solution of K·v = r, or the shortest v that fits best where K is singular. */
function solveOrFit(K: Matrix, r: Vector): Vector {
  try {
    return solve(K, r);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    return lstsq(K, r).x;
  }
}

/** Whether Q has an eigenvalue below zero by more than rounding; if so, its direction. */
function negativeCurvature(Q: Matrix): Vector | null {
  const shift = 1e-12 * Q.length * Math.max(...Q.map(maxAbs));
  if (shift === 0) return null;
  try {
    cholesky(Q.map((row, i) => row.map((v, j) => (i === j ? v + shift : v))));
    return null;
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
  }
  const { values, vectors } = eigh(Q);
  return values[0] < -shift ? vectors.map((row) => row[0]) : null;
}

/** A direction d with Qd = 0 and cᵀd < 0 that keeps to the constraints for ever, or null. */
function fallingRay(Q: Matrix, c: Vector, { Aub, Aeq, lower, upper }: Polyhedron): Vector | null {
  const { values, vectors } = eigh(Q);
  const small = 1e-12 * Q.length * Math.max(...values.map(Math.abs));
  const level = values.map((_, k) => k).filter((k) => Math.abs(values[k]) <= small);
  if (level.length === 0) return null;
  // d = V·t, V the null space of Q, with t in a box so that the linear program has an end
  const V = vectors.map((row) => level.map((k) => row[k]));
  const times = (M: Matrix) =>
    M.map((row) => level.map((_, k) => row.reduce((s, v, j) => s + v * V[j][k], 0)));
  const signs = [
    ...V.filter((_, j) => upper[j] < Infinity),
    ...V.filter((_, j) => lower[j] > -Infinity).map((row) => row.map((v) => -v)),
  ];
  const rows = [...times(Aub), ...signs];
  const found = linprog(times([c])[0], {
    Aub: rows,
    bub: rows.map(() => 0),
    Aeq: times(Aeq),
    beq: Aeq.map(() => 0),
    bounds: level.map((): Bound => [-1, 1]),
  });
  if (!found.converged || found.fun > -1e-9 * maxAbs(c)) return null;
  return V.map((row) => inner(row, found.x));
}

const MESSAGES: Record<QuadprogResult["status"], string> = {
  optimal: "optimal: the duals prove it",
  infeasible: "infeasible: no x satisfies all constraints, as the duals prove",
  unbounded: "unbounded: the objective falls for ever along ray",
  nonconvex: "nonconvex: Q has a negative eigenvalue, and curvature along ray is negative",
  stalled: "stalled: rounding stopped the method short of a solution",
};

/**
 * Solves a convex quadratic program: minimises ½xᵀQx + cᵀx subject to Aub·x ≤ bub, Aeq·x = beq,
 * lower ≤ x ≤ upper, Q symmetric positive semidefinite (MML 7.3.2). Variables are free unless `bounds`
 * says otherwise.
 *
 * The method is primal–dual interior-point (Mehrotra's), whose path through the inside is in `history`;
 * from its end the active constraints are read off and their equations solved, so that the solution is
 * accurate to rounding. It is "optimal" if the conditions of Karush, Kuhn and Tucker hold to 1e-8; the
 * multipliers are signed as in `Duals`. Where there is no solution the status says why: "infeasible",
 * "unbounded", "nonconvex".
 *
 * @param Q - n×n, symmetric.
 * @param c - Length n.
 * @param options - The constraints: Aub m×n, bub m, Aeq p×n, beq p, bounds n pairs.
 * @throws TypeError or RangeError for wrong kinds or shapes, a Q that is not symmetric, or bounds that cross.
 * @example
 * const best = optimize.quadprog([[2, 1], [1, 4]], [5, 3], { bounds: [[-1, 1], [-1, 1]] })
 * best.x // => [-1, -0.5]
 * best.fun // => -4.5
 * best.duals.lower // => [2.5, 0]
 * optimize.quadprog([[1, 0], [0, -1]], [0, 0]).status // => "nonconvex"
 */
export function quadprog(
  Q: readonly (readonly number[])[],
  c: readonly number[],
  options: LinearConstraints = {},
): QuadprogResult {
  const caller = "quadprog";
  const linear = requireVector(caller, "c", c, { minLength: 1 });
  const n = linear.length;
  const rule = { rows: n, cols: n, rowsOf: "length of c", colsOf: "length of c" };
  const quadratic = requireMatrix(caller, "Q", Q, rule);
  quadratic.forEach((row, i) => {
    const j = row.findIndex((v, k) => Math.abs(v - quadratic[k][i]) > 1e-10 * maxAbs(row));
    if (j < 0) return;
    const entries = `Q[${i}][${j}] is ${row[j]} and Q[${j}][${i}] is ${quadratic[j][i]}`;
    throw new RangeError(`${caller}: Q must be symmetric, ${entries}`);
  });
  requireOptions(caller, options, CONSTRAINTS);
  const given = requireConstraints(caller, options, n);

  const { program, walls } = assemble(quadratic, linear, given);
  const value = (x: Vector) =>
    inner(
      x,
      quadratic.map((row) => inner(row, x)),
    ) /
      2 +
    inner(linear, x);
  const history: QuadprogHistoryEntry[] = [];
  const finish = (
    status: QuadprogResult["status"],
    x: Vector,
    duals: Duals,
    ray: Vector,
  ): QuadprogResult => ({
    x,
    fun: status === "infeasible" ? Infinity : status === "unbounded" ? -Infinity : value(x),
    status,
    converged: status === "optimal",
    message: MESSAGES[status],
    slack: slackOf(given, x),
    duals,
    ray,
    nit: Math.max(0, history.length - 1),
    history,
  });
  const none = {
    ub: given.bub.map(() => 0),
    eq: given.beq.map(() => 0),
    lower: linear.map(() => 0),
    upper: linear.map(() => 0),
  };

  const down = negativeCurvature(quadratic);
  if (down)
    return finish(
      "nonconvex",
      linear.map((_, i) => Math.min(Math.max(0, given.lower[i]), given.upper[i])),
      none,
      down,
    );

  const near = interiorPoint(program, ({ x, s, z }) => {
    history.push({ x, fun: value(x), gap: inner(s, z) });
  });
  const { point, worst } = polish(program, near.point, near.worst);
  if (worst <= REACHED) {
    const duals = { ...none, ub: point.z.slice(0, given.bub.length), eq: point.y };
    const x = point.x.slice();
    walls.forEach(({ j, sign, value: at }, k) => {
      const z = point.z[given.bub.length + k];
      if (sign > 0) duals.upper[j] = z;
      else duals.lower[j] = z;
      if (point.s[given.bub.length + k] === 0) x[j] = at;
    });
    return finish("optimal", x, duals, []);
  }
  const feasible = linprog(
    linear.map(() => 0),
    options,
  );
  if (feasible.status === "infeasible") return finish("infeasible", feasible.x, feasible.duals, []);
  const ray = fallingRay(quadratic, linear, given);
  if (ray) return finish("unbounded", feasible.x, none, ray);
  return finish("stalled", point.x, none, []);
}
