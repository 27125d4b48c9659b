import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";
import { requireBounds } from "../kernels/bounds";
import { inner, maxAbs } from "../kernels/vectors";
import type { Bound } from "../types";

/** The constraints of a linear or quadratic program: Aub·x ≤ bub, Aeq·x = beq, lower ≤ x ≤ upper. */
export interface LinearConstraints {
  /** m×n, one row for each inequality. Default: none. */
  Aub?: ReadonlyMatrix;
  /** Right-hand sides of the inequalities, length m. */
  bub?: ReadonlyVector;
  /** p×n, one row for each equation. Default: none. */
  Aeq?: ReadonlyMatrix;
  /** Right-hand sides of the equations, length p. */
  beq?: ReadonlyVector;
  /** [lower, upper] of each variable, ±Infinity for none. Default: every variable is free. */
  bounds?: readonly Bound[];
}

/**
 * The multipliers of a linear or quadratic program, signed as in the Lagrangian
 *
 *   L = f + ubᵀ(Aub·x − bub) + eqᵀ(Aeq·x − beq) + lowerᵀ(lower − x) + upperᵀ(x − upper),
 *
 * with ub, lower, upper ≥ 0 and ∇ₓL = 0 at the solution. A multiplier says how fast the optimal value
 * falls as its constraint is relaxed; it is 0 where the constraint is not active.
 */
export interface Duals {
  ub: Vector;
  eq: Vector;
  lower: Vector;
  upper: Vector;
}

/** How a linear or quadratic program ended. */
export type ProgramStatus =
  | "optimal"
  | "infeasible"
  | "unbounded"
  | "nonconvex"
  | "maxIter"
  | "stalled";

/** What `linprog` and `quadprog` return; `Entry` is one point of their path. */
export interface ProgramResult<Entry> {
  /** The solution; unless optimal, the last point reached. */
  x: Vector;
  /** The least value: −Infinity if unbounded, Infinity if infeasible; otherwise the value at x. */
  fun: number;
  /**
   * "optimal", "infeasible", "unbounded"; for `quadprog` "nonconvex" if Q has a negative eigenvalue;
   * "maxIter" or, where rounding stopped the method or kept it from a proof, "stalled".
   */
  status: ProgramStatus;
  /** Whether the status is "optimal". */
  converged: boolean;
  message: string;
  /** bub − Aub·x, ≥ 0 at a solution. */
  slack: Vector;
  /**
   * The multipliers, which prove the solution optimal. If infeasible they prove that instead: taken
   * with f = 0, their Lagrangian does not depend on x and is positive, so no x satisfies all constraints.
   */
  duals: Duals;
  /**
   * If unbounded: a direction, feasible for ever from x, along which the objective falls; if nonconvex:
   * a direction of negative curvature. Else empty.
   */
  ray: Vector;
  nit: number;
  history: Entry[];
}

/** What each status says in words. */
export const MESSAGES: Record<ProgramStatus, string> = {
  optimal: "optimal: the duals prove it",
  infeasible: "infeasible: no x satisfies all constraints, as the duals prove",
  unbounded: "unbounded: the objective falls for ever along ray",
  nonconvex: "nonconvex: Q has a negative eigenvalue, and curvature along ray is negative",
  maxIter: "maxIter reached, not converged",
  stalled: "stalled: rounding stopped the method short of a solution",
};

/** The names of the options that state the constraints. */
export const CONSTRAINTS = ["Aub", "bub", "Aeq", "beq", "bounds"] as const;

/** Constraints with all parts there, checked. */
export interface Polyhedron {
  Aub: Matrix;
  bub: Vector;
  Aeq: Matrix;
  beq: Vector;
  lower: Vector;
  upper: Vector;
}

/** Checks the constraints on n variables and fills in what is not given. */
export function requireConstraints(
  caller: string,
  given: LinearConstraints,
  n: number,
): Polyhedron {
  const pair = (nameA: "Aub" | "Aeq", nameB: "bub" | "beq") => {
    const { [nameA]: A = [], [nameB]: b = [] } = given;
    const rows = requireMatrix(caller, nameA, A, { cols: n, colsOf: "length of c" });
    const rule = { length: rows.length, lengthOf: `rows of ${nameA}` };
    return [rows, requireVector(caller, nameB, b, rule)] as const;
  };
  const [Aub, bub] = pair("Aub", "bub");
  const [Aeq, beq] = pair("Aeq", "beq");
  const free: Bound[] = new Array(n).fill([-Infinity, Infinity]);
  const bounds = requireBounds(caller, given.bounds ?? free, n, "length of c");
  const [lower, upper] = [bounds.map((b) => b[0]), bounds.map((b) => b[1])];
  return { Aub, bub, Aeq, beq, lower, upper };
}

/** Magnitudes up to which products and quotients of numbers keep clear of overflow. */
const LARGEST = 1e100;

/** Asserts that no number of a program is so large that sums of products could overflow. */
export function requireMagnitudes(
  caller: string,
  objective: Readonly<Record<string, ReadonlyMatrix | ReadonlyVector>>,
  { Aub, bub, Aeq, beq, lower, upper }: Polyhedron,
): void {
  const refuse = (name: string, v: number) => {
    throw new RangeError(
      `${caller}: ${name} is ${v}, numbers beyond ±${LARGEST} are not handled: choose other units`,
    );
  };
  const vector = (name: string, v: ReadonlyVector) => {
    if (maxAbs(v) > LARGEST) {
      const i = v.findIndex((t) => Math.abs(t) > LARGEST);
      refuse(`${name}[${i}]`, v[i]);
    }
  };
  for (const [name, given] of Object.entries({ ...objective, Aub, bub, Aeq, beq })) {
    if (Array.isArray(given[0])) {
      for (let i = 0; i < given.length; i++) vector(`${name}[${i}]`, given[i] as ReadonlyVector);
    } else vector(name, given as ReadonlyVector);
  }
  [lower, upper].forEach((bound, side) => {
    const j = bound.findIndex((v) => Math.abs(v) > LARGEST && Number.isFinite(v));
    if (j >= 0) refuse(`bounds[${j}][${side}]`, bound[j]);
  });
}

/** bub − Aub·x. */
export const slackOf = ({ Aub, bub }: Polyhedron, x: Vector): Vector =>
  Aub.map((row, i) => bub[i] - inner(row, x));
