import { rng } from "../../core";
import { dualSimplex } from "./dual";
import { PrimalSimplex } from "./primal";
import { leastOf } from "./ratio";
import { type StandardForm, Vertex } from "./vertex";

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

/** Walks from the vertex of the slacks to the end, by at most maxIter steps, each of which is logged. */
export function simplex(
  form: StandardForm,
  maxIter: number,
  log: (x: Float64Array, phase: 1 | 2, nit: number) => void,
): SimplexEnd {
  const vertex = new Vertex(form);
  let nit = 0;
  const mayStep = () => nit < maxIter;
  const visit = (phase: 1 | 2) => {
    nit++;
    log(vertex.x, phase, nit);
  };
  log(vertex.x, vertex.isFeasible ? 2 : 1, nit);
  const primal = new PrimalSimplex(vertex, rng(0), { mayStep, visit });
  let ray = new Float64Array(0);
  const end = (status: SimplexEnd["status"]): SimplexEnd => ({ status, vertex, ray, nit });
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

/** The direction in which variable j goes, and the basic variables with it. */
function direction({ w, basis, x }: Vertex, { j, sense }: { j: number; sense: number }) {
  const ray = new Float64Array(x.length);
  ray[j] = sense;
  const least = leastOf(w);
  for (let p = 0; p < w.length; p++) {
    if (Math.abs(w[p]) > least) ray[basis.members[p]] = -sense * w[p];
  }
  return ray;
}
