import { rng } from "../../core";
import { dualSimplex } from "./dual";
import { PrimalSimplex } from "./primal";
import { leastOf } from "./ratio";
import { STRAYS, type StandardForm, Vertex } from "./vertex";

/** How the simplex method ended. */
export interface SimplexEnd {
  status: "optimal" | "infeasible" | "unbounded" | "maxIter" | "stalled";
  vertex: Vertex;
  /** If unbounded: a direction along which the objective falls for ever. Else empty. */
  ray: Float64Array;
  nit: number;
}

/** Rounds of relaxing bounds and taking them back. */
const ROUNDS = 10;

/** Walks from the vertex of the slacks to the end, by at most maxIter steps, each of which is logged; variables may stray by `tolerance`. */
export function simplex(
  form: StandardForm,
  maxIter: number,
  log: (x: Float64Array, phase: 1 | 2, nit: number) => void,
  tolerance: number = STRAYS[0],
): SimplexEnd {
  const vertex = new Vertex(form, tolerance);
  let nit = 0;
  const mayStep = () => nit < maxIter;
  const visit = (phase: 1 | 2) => {
    nit++;
    log(vertex.x, phase, nit);
  };
  log(vertex.x, vertex.isFeasible ? 2 : 1, nit);
  const primal = new PrimalSimplex(vertex, rng(0), { mayStep, visit });
  let ray: Float64Array = new Float64Array(0);
  const end = (status: SimplexEnd["status"]): SimplexEnd => {
    if (status !== "infeasible" && vertex.isPhase1) {
      vertex.isPhase1 = false;
      vertex.cost.set(form.cost);
    }
    return { status, vertex, ray, nit };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const status = primal.run(ray.length > 0);
    if (status === "maxIter" || status === "infeasible") return end(status);
    if (status === "unbounded") ray = direction(vertex, primal.falling);
    if (!vertex.isRelaxed) return end(ray.length > 0 ? "unbounded" : "optimal");
    vertex.restore();
    if (ray.length === 0) dualSimplex(vertex, { mayStep, visit });
  }
  return end("stalled");
}

/** The direction in which variable j goes, and the basic variables with it, improved by what it leaves. */
function direction(vertex: Vertex, { j, sense }: { j: number; sense: number }): Float64Array {
  const { w, basis, form } = vertex;
  const { start, index, value } = form.columns;
  const ray = new Float64Array(vertex.x.length);
  const lack = new Float64Array(form.m);
  const correction = new Float64Array(form.m);
  const least = leastOf(w);
  ray[j] = sense;
  for (let p = 0; p < w.length; p++) ray[basis.members[p]] = -sense * w[p];
  for (let pass = 0; pass < 2; pass++) {
    lack.fill(0);
    for (let k = 0; k < ray.length; k++) {
      for (let t = start[k]; t < start[k + 1]; t++) lack[index[t]] -= value[t] * ray[k];
    }
    basis.forward(lack, correction);
    for (let p = 0; p < w.length; p++) ray[basis.members[p]] += correction[p];
  }
  for (const k of basis.members) if (Math.abs(ray[k]) <= least) ray[k] = 0;
  return ray;
}
