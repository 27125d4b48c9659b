import {
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { inner } from "./kernels/vectors";
import {
  CONSTRAINTS,
  type LinearConstraints,
  MESSAGES,
  type ProgramResult,
  requireConstraints,
  requireMagnitudes,
  slackOf,
} from "./programs/constraints";
import { proofOf } from "./programs/proof";
import { type SimplexEnd, simplex } from "./programs/simplex";
import { standardForm } from "./programs/standardForm";
import { STRAYS } from "./programs/vertex";

/** Options of `linprog`. */
export interface LinprogOptions extends LinearConstraints {
  /** Stop, not converged, after so many steps. Default 100·(n + number of rows) + 1000. */
  maxIter?: number;
  /** Steps between two entries of `history`. Default 1; Infinity keeps the first and the last. */
  historyEvery?: number;
}

/** One point of the path of the simplex method. */
export interface LinprogHistoryEntry {
  x: Vector;
  /** cᵀx. */
  fun: number;
  /** 1 while it looks for a feasible point, 2 while it walks from one to the next. */
  phase: 1 | 2;
}

/** What `linprog` returns. */
export type LinprogResult = ProgramResult<LinprogHistoryEntry>;

/**
 * Solves a linear program: minimises cᵀx subject to Aub·x ≤ bub, Aeq·x = beq, lower ≤ x ≤ upper
 * (MML 7.3.1). Variables are free unless `bounds` says otherwise.
 *
 * The method is the revised simplex with bounded variables, in two phases: it walks along edges from
 * corner to corner of the feasible set, each no worse than the last, and `history` holds the walk. It
 * ends with status "optimal", "infeasible" or "unbounded", each with its proof: the multipliers `duals`
 * (see `Duals` for their signs), or the direction `ray`. The proof is checked against the data, each
 * condition to 1e-8 of the terms in it; without one, in spite of a second attempt, the status is "stalled"
 * and `message` says what is amiss. Rows and columns are scaled first. Where steps of length zero pile up,
 * bounds are relaxed by about 1e-6 at random, and taken back in the end (phase 1 of `history` mends what
 * that leaves).
 *
 * Cost: a step takes O(entries of A that are not 0 + entries of the factors), with sparse factors of the
 * basis; steps number a few times the rows.
 *
 * @param c - Costs, length n.
 * @param options - The constraints: Aub m×n, bub m, Aeq p×n, beq p, bounds n pairs.
 * @returns `{ x, fun, status, slack, duals, ray, … }`: see {@link LinprogResult}.
 * @throws TypeError or RangeError for wrong kinds, shapes, bounds that cross, or magnitudes beyond 1e100.
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
  requireOptions(caller, options, [...CONSTRAINTS, "maxIter", "historyEvery"]);
  const given = requireConstraints(caller, options, costs.length);
  const rows = given.Aub.length + given.Aeq.length;
  const { maxIter = 100 * (costs.length + rows) + 1000, historyEvery = 1 } = options;
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  requireNumber(caller, "historyEvery", historyEvery, {
    min: 1,
    integer: true,
    allowInfinite: true,
  });
  requireMagnitudes(caller, { c: costs }, given);

  const scaled = standardForm(costs, given);
  const { form, s } = scaled;
  const back = (v: Float64Array): Vector => costs.map((_, j) => v[j] * s[j] + 0);
  const { lower, upper } = given;
  const within = (v: number, j: number) => Math.min(Math.max(v, lower[j]), upper[j]);
  const history: LinprogHistoryEntry[] = [];
  let last: 1 | 2 = 1;
  const record = (x: Vector) => history.push({ x, fun: inner(costs, x), phase: last });
  const walk = (tolerance: number) =>
    simplex(
      form,
      maxIter,
      (v, phase, nit) => {
        last = phase;
        if (nit % historyEvery === 0) record(back(v));
      },
      tolerance,
    );
  const endOf = (found: SimplexEnd) => {
    const at = back(found.vertex.x);
    const x = found.status === "infeasible" ? at : at.map(within);
    return { ...found, x, ...proofOf(costs, given, scaled, found, x) };
  };
  let end = endOf(walk(STRAYS[0]));
  if (end.status === "infeasible" && end.flaw !== "") {
    // no proof: it may be feasible but for rounding
    history.length = 0;
    end = endOf(walk(STRAYS[1]));
  }
  const { x, nit, duals, ray, flaw } = end;

  if (nit % historyEvery === 0) history.pop();
  record(x);
  const status = flaw === "" ? end.status : "stalled";
  return summarised("linear program", {
    x,
    fun: status === "infeasible" ? Infinity : status === "unbounded" ? -Infinity : inner(costs, x),
    status,
    converged: status === "optimal",
    message: flaw === "" ? MESSAGES[status] : `${MESSAGES.stalled}: ${flaw}`,
    slack: slackOf(given, x),
    duals,
    ray,
    nit,
    history,
  });
}
