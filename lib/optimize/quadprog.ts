import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { requireSymmetric } from "./kernels/symmetric";
import { inner, maxAbs } from "./kernels/vectors";
import { linprog } from "./linprog";
import { type Assembled, assemble } from "./programs/assemble";
import { flawOfRay, flawOfSolution } from "./programs/certificate";
import {
  CONSTRAINTS,
  type Duals,
  type LinearConstraints,
  MESSAGES,
  type Polyhedron,
  type ProgramResult,
  type ProgramStatus,
  requireConstraints,
  requireMagnitudes,
  slackOf,
} from "./programs/constraints";
import type { PrimalDual } from "./programs/convexProgram";
import { negativeCurvature } from "./programs/curvature";
import { fallingRay } from "./programs/fallingRay";
import { interiorPoint } from "./programs/interiorPoint";
import { polish } from "./programs/polish";

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

/** A slack below this, relative to its side, may be none. */
const NARROW = 1e-9;
/** The part of a unit of cost that is nothing. */
const NOTHING = 1e-8;
/** The part of a large term, as of a far point, that counts: of that much rounding takes its toll. */
const LOST = 1e-5;

/** The objective, its gradient, and the size of each entry of that. */
interface Objective {
  value: (x: Vector) => number;
  gradient: (x: Vector) => Vector;
  sizes: (x: Vector) => Vector;
}

function objectiveOf(Q: Matrix, c: Vector): Objective {
  const Qx = (x: Vector) => Q.map((row) => inner(row, x));
  return {
    value: (x) => inner(x, Qx(x)) / 2 + inner(c, x),
    gradient: (x) => Qx(x).map((v, i) => v + c[i]),
    sizes: (x) =>
      Q.map((row, i) => Math.max(Math.abs(c[i]), LOST * maxAbs(row.map((v, j) => v * x[j])))),
  };
}

/** The solution near a point, with its multipliers, and what is wrong with it. */
function prove(
  { program, claimOf, units }: Assembled,
  given: Polyhedron,
  { gradient, sizes }: Objective,
  point: PrimalDual,
) {
  const judge = (at: PrimalDual) => {
    const claim = claimOf(at, gradient);
    const own = sizes(claim.x);
    const costs = units.costs.map((v, j) => Math.max(NOTHING * v, own[j]));
    return { ...claim, flaw: flawOfSolution(gradient(claim.x), given, claim, { ...units, costs }) };
  };
  for (const sparsely of [false, true]) {
    const exact = polish(program, point, sparsely);
    const claim = exact && judge(exact);
    if (claim?.flaw === "") return claim;
  }
  // as it is, but for what is next to zero beside its partner
  const { s, z } = point;
  const isSlack = s.map((v, i) => Number(v > z[i] && v > NARROW * (1 + Math.abs(program.h[i]))));
  return judge({
    ...point,
    s: s.map((v, i) => (isSlack[i] ? v : 0)),
    z: z.map((v, i) => (isSlack[i] ? 0 : v)),
  });
}

/**
 * Solves a convex quadratic program: minimises ½xᵀQx + cᵀx subject to Aub·x ≤ bub, Aeq·x = beq,
 * lower ≤ x ≤ upper, Q symmetric positive semidefinite (MML 7.3.2). Variables are free unless `bounds`
 * says otherwise.
 *
 * The method is primal–dual interior-point (Mehrotra's), whose path through the inside is in `history`;
 * from its end the active constraints are read off and their equations solved, so that the solution is
 * accurate to rounding. It is "optimal" if the conditions of Karush, Kuhn and Tucker hold, each to 1e-8 of
 * the terms in it; the multipliers are signed as in `Duals`. Where there is no solution the status says
 * why: "infeasible", with multipliers that prove it, "unbounded" and "nonconvex", with the direction in
 * `ray`. Otherwise it is "stalled", and `message` says what is amiss. Variables and rows are scaled first.
 * Where the equations repeat each other, the multipliers of those that are left out are 0.
 *
 * Cost: O(n³ + mn²) an iteration, 10 to 25 iterations.
 *
 * @param Q - n×n, symmetric.
 * @param c - Length n.
 * @param options - The constraints: Aub m×n, bub m, Aeq p×n, beq p, bounds n pairs.
 * @returns `{ x, fun, status, slack, duals, ray, … }`: see {@link QuadprogResult}.
 * @throws TypeError or RangeError for wrong kinds or shapes, a Q that is not symmetric, bounds that cross, or
 * magnitudes beyond 1e100.
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
  requireMagnitudes(caller, { Q: quadratic, c: linear }, given);

  const objective = objectiveOf(quadratic, linear);
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
    { duals = none, ray = [] as Vector, flaw = "" },
  ): QuadprogResult =>
    summarised("quadratic program", {
      x,
      fun:
        status === "infeasible"
          ? Infinity
          : status === "unbounded"
            ? -Infinity
            : objective.value(x),
      status,
      converged: status === "optimal",
      message: flaw === "" ? MESSAGES[status] : `${MESSAGES[status]}: ${flaw}`,
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
  const assembled = assemble(quadratic, linear, given);
  const found = interiorPoint(assembled.program, (at) => {
    const x = assembled.pointOf(at.x);
    history.push({ x, fun: objective.value(x), gap: inner(at.s, at.z) * assembled.price });
  });
  const tried = found && prove(assembled, given, objective, found.point);
  if (tried?.flaw === "") return finish("optimal", tried.x, tried);

  const isLinear = quadratic.every((row) => maxAbs(row) === 0);
  const costs = isLinear ? linear : linear.map(() => 0);
  const feasible = linprog(costs, { ...options, historyEvery: Infinity });
  if (isLinear || feasible.status === "infeasible") {
    return finish(feasible.status, feasible.x, feasible);
  }
  const ray = fallingRay(quadratic, linear, given, assembled.scale);
  if (ray && flawOfRay(linear, given, feasible.x, ray, assembled.units.rows) === "") {
    return finish("unbounded", feasible.x, { ray });
  }
  return finish("stalled", tried?.x ?? feasible.x, { flaw: tried?.flaw ?? "" });
}
