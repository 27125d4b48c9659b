import {
  LinAlgError,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { cholesky, eigh, lstsq, solve } from "../linalg";
import { requireSymmetric } from "./kernels/symmetric";
import { along, inner, maxAbs, negate } from "./kernels/vectors";
import { linprog } from "./linprog";
import {
  CONSTRAINTS,
  type Duals,
  type LinearConstraints,
  MESSAGES,
  type Polyhedron,
  type ProgramResult,
  type ProgramStatus,
  requireConstraints,
  slackOf,
} from "./programs/constraints";
import { assemble } from "./programs/convexProgram";
import {
  type ConvexProgram,
  interiorPoint,
  type PrimalDual,
  residualsOf,
} from "./programs/interiorPoint";
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
export type QuadprogResult = ProgramResult<QuadprogHistoryEntry>;

/** Accuracy that a solution must have. */
const REACHED = 1e-8;
/** Accuracy from which the active constraints can be told. */
const WORTH_POLISHING = 1e-4;

/**
 * Solves the equations that hold at the solution if just the constraints with zᵢ > sᵢ are active, which
 * takes an approximate solution to full accuracy; where they leave a choice, the one nearest to it.
 */
function polish(program: ConvexProgram, from: PrimalDual): PrimalDual {
  const { Q, G, h, A } = program;
  const n = Q.length;
  const active = h.map((_, i) => i).filter((i) => from.z[i] > from.s[i]);
  const z = from.z.map((v, i) => (v > from.s[i] ? v : 0));
  const rows = [...active.map((i) => G[i]), ...A];
  const { dual, equations } = residualsOf(program, { ...from, z });
  const off = active.map((i) => inner(G[i], from.x) - h[i]);
  const K = [
    ...Q.map((row, i) => [...row, ...rows.map((a) => a[i])]),
    ...rows.map((a) => [...a, ...rows.map(() => 0)]),
  ];
  const d = solveOrFit(K, negate([...dual, ...off, ...equations]));
  if (d === null) return from;
  const x = along(from.x, 1, d.slice(0, n));
  const s = h.map((v, i) => Math.max(0, v - inner(G[i], x)));
  active.forEach((i, k) => {
    s[i] = 0;
    z[i] = Math.max(0, z[i] + d[n + k]);
  });
  return { x, s, z, y: from.y.map((v, i) => v + d[n + active.length + i]) };
}

/** The solution of K·v = r; where K is singular, the shortest of the best fits; null without one. */
function solveOrFit(K: Matrix, r: Vector): Vector | null {
  for (const method of [solve, (A: Matrix, b: Vector) => lstsq(A, b).x]) {
    try {
      return method(K, r);
    } catch (error) {
      if (!(error instanceof LinAlgError)) throw error;
    }
  }
  return null;
}

/** Whether Q has an eigenvalue below zero by more than rounding; if so, its direction. */
function negativeCurvature(Q: Matrix): Vector | null {
  const shift = 1e-12 * Q.length * maxOf(Q.map(maxAbs));
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
  const small = 1e-12 * Q.length * maxOf(values.map(Math.abs));
  const level = values.map((_, k) => k).filter((k) => Math.abs(values[k]) <= small);
  if (level.length === 0) return null;
  // d = V·t, V the null space of Q, with t in a box so that the linear program has an end
  const clean = (v: number, size: number) => (Math.abs(v) <= 1e-12 * size ? 0 : v);
  const V = vectors.map((row) => level.map((k) => clean(row[k], 1)));
  const times = (M: Matrix) =>
    M.map((row) =>
      level.map((_, k) =>
        clean(
          row.reduce((s, v, j) => s + v * V[j][k], 0),
          maxAbs(row),
        ),
      ),
    );
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
  Q: ReadonlyMatrix,
  c: ReadonlyVector,
  options: LinearConstraints = {},
): QuadprogResult {
  const caller = "quadprog";
  const linear = requireVector(caller, "c", c, { minLength: 1 });
  const n = linear.length;
  const rule = { rows: n, cols: n, rowsOf: "length of c", colsOf: "length of c" };
  requireMatrix(caller, "Q", Q, rule);
  const quadratic = requireSymmetric(caller, "Q", Q as Matrix, 1e-10);
  requireOptions(caller, options, CONSTRAINTS);
  const given = requireConstraints(caller, options, n);

  const { program, plain, consistent, objective } = assemble(quadratic, linear, given);
  const value = (x: Vector) =>
    inner(
      x,
      quadratic.map((row) => inner(row, x)),
    ) /
      2 +
    inner(linear, x);
  const history: QuadprogHistoryEntry[] = [];
  const none: Duals = {
    ub: given.bub.map(() => 0),
    eq: given.beq.map(() => 0),
    lower: linear.map(() => 0),
    upper: linear.map(() => 0),
  };
  const finish = (
    status: ProgramStatus,
    x: Vector,
    { duals = none, ray = [] as Vector },
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

  const down = negativeCurvature(quadratic);
  if (down) {
    const inBox = linear.map((_, i) => Math.min(Math.max(0, given.lower[i]), given.upper[i]));
    return finish("nonconvex", inBox, { ray: down });
  }
  const { point, worst } = interiorPoint(program, (at) => {
    history.push({ x: at.x, fun: value(at.x), gap: inner(at.s, at.z) / objective });
  });
  if (worst <= WORTH_POLISHING) {
    const exact = polish(program, point);
    const better = residualsOf(program, exact).worst <= worst;
    const { x, duals } = plain(better ? exact : point);
    if ((better || worst <= REACHED) && consistent(x)) return finish("optimal", x, { duals });
  }
  const feasible = linprog(
    linear.map(() => 0),
    options,
  );
  if (feasible.status === "infeasible") return finish("infeasible", feasible.x, feasible);
  const ray = fallingRay(quadratic, linear, given);
  if (ray) return finish("unbounded", feasible.x, { ray });
  return finish("stalled", plain(point).x, {});
}
