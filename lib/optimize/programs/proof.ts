import type { Vector } from "../../core";
import { flawOfInfeasibility, flawOfRay, flawOfSolution, leftOver } from "./certificate";
import type { Duals, Polyhedron } from "./constraints";
import { normaliser } from "./scaling";
import { contradiction, type LinearProgram, recession } from "./secondProof";
import { type SimplexEnd, simplex } from "./simplex";
import { type Scaled, standardForm } from "./standardForm";

/**
 * The multipliers of all constraints at the end of the simplex method. At an optimum they are 0 where the
 * vertex does not rest on a constraint; in a proof of infeasibility bounds take up whatever is left.
 */
function dualsOf(
  gradient: Vector,
  given: Polyhedron,
  { vertex }: SimplexEnd,
  r: Float64Array,
): Duals {
  const { n } = vertex.form;
  const k = given.Aub.length;
  const y = vertex.multipliers();
  const rests = (j: number) => vertex.isPhase1 || vertex.position[j] < 0;
  const ub = given.Aub.map((_, i) => (rests(n + i) ? Math.max(0, -y[i] * r[i]) : 0));
  const eq = given.Aeq.map((_, i) => 0 - y[k + i] * r[k + i]);
  const { rest } = leftOver(gradient, given, ub, eq);
  const { lower, upper } = given;
  return {
    ub,
    eq,
    lower: rest.map((v, j) => (rests(j) && lower[j] > -Infinity ? Math.max(0, v) : 0)),
    upper: rest.map((v, j) => (rests(j) && upper[j] < Infinity ? Math.max(0, -v) : 0)),
  };
}

/** The solution of a program of which just that is wanted, null if there is none. */
function solutionOf({ costs, given }: LinearProgram): Vector | null {
  const { form, s } = standardForm(costs, given);
  const { status, vertex } = simplex(form, 100 * (form.n + form.m), () => {});
  return status === "optimal" ? costs.map((_, j) => vertex.x[j] * s[j] + 0) : null;
}

/** Multiples of vectors by one power of two, so that the largest entry is about 1. */
function normalised<T extends { [name: string]: Vector }>(vectors: T): T {
  const a = normaliser(...Object.values(vectors));
  const entries = Object.entries(vectors).map(([name, v]) => [name, v.map((t) => a * t)]);
  return Object.fromEntries(entries) as T;
}

/** A proof, and what is wrong with it: "" if nothing is. */
export interface Proof {
  duals: Duals;
  ray: Vector;
  flaw: string;
}

/** The proof of what the simplex method found at x; a second one where the first does not hold. */
export function proofOf(
  costs: Vector,
  given: Polyhedron,
  scaled: Scaled,
  found: SimplexEnd,
  x: Vector,
): Proof {
  const { r, s, units } = scaled;
  const isInfeasible = found.status === "infeasible";
  const duals = dualsOf(isInfeasible ? costs.map(() => 0) : costs, given, found, r);
  if (found.status === "optimal") {
    return { duals, ray: [], flaw: flawOfSolution(costs, given, { x, duals }, units) };
  }
  const scale = costs.map((_, j) => s[j]);
  if (isInfeasible) {
    const first = normalised({ ...duals });
    const flaw = flawOfInfeasibility(given, first);
    if (flaw === "") return { duals: first, ray: [], flaw };
    const program = contradiction(given, Array.from(r), scale);
    const z = solutionOf(program);
    const second = z && normalised({ ...program.dualsOf(z) });
    const holds = second !== null && flawOfInfeasibility(given, second) === "";
    return holds ? { duals: second, ray: [], flaw: "" } : { duals: first, ray: [], flaw };
  }
  if (found.status !== "unbounded") return { duals, ray: [], flaw: "" };
  const { ray } = normalised({ ray: costs.map((_, j) => found.ray[j] * s[j] + 0) });
  const flaw = flawOfRay(costs, given, x, ray, units.rows);
  if (flaw === "") return { duals, ray, flaw };
  const direction = solutionOf(recession(costs, given, scale));
  const second = direction && normalised({ ray: direction }).ray;
  const holds = second !== null && flawOfRay(costs, given, x, second, units.rows) === "";
  return holds ? { duals, ray: second, flaw: "" } : { duals, ray, flaw };
}
