import type { Vector } from "../../core";
import { inner, maxAbs } from "../kernels/vectors";
import { linprog } from "../linprog";
import type { Bound } from "../types";
import type { Polyhedron } from "./constraints";
import { nullDirections } from "./curvature";
import { normaliser } from "./scaling";

/** An entry below this, relative to what it was added up from, is rounding. */
const ROUNDING = 1e-12;
/** How fast the objective must fall, relative to its largest cost. */
const FALLS = 1e-9;

/**
 * A direction d with Qd = 0 and cᵀd < 0 that keeps to the constraints for ever, or null. d = D·Σ tₖvₖ with v
 * the directions without curvature once D has scaled the variables, and t in a box, so that the linear
 * program for t has an end.
 */
export function fallingRay(
  Q: readonly Vector[],
  c: Vector,
  given: Polyhedron,
  D: Vector,
): Vector | null {
  const { Aub, Aeq, lower, upper } = given;
  const clean = (v: Vector) => v.map((t) => (Math.abs(t) <= ROUNDING * maxAbs(v) ? 0 : t));
  const indices = Array.from(c.keys()).filter((j) => D[j] > 0);
  const level = nullDirections(Q, D).map(clean);
  if (level.length === 0) return null;
  const along = (row: Vector): Vector =>
    level.map((v) => {
      let [sum, size] = [0, 0];
      for (const j of indices) {
        const term = row[j] * D[j] * v[j];
        sum += term;
        size = Math.max(size, Math.abs(term));
      }
      return Math.abs(sum) <= ROUNDING * size ? 0 : sum;
    });
  const entry = (j: number, sign: number) => level.map((v) => sign * v[j]);
  const rows = [
    ...Aub.map(along),
    ...indices.filter((j) => upper[j] < Infinity).map((j) => entry(j, 1)),
    ...indices.filter((j) => lower[j] > -Infinity).map((j) => entry(j, -1)),
  ];
  const costs = along(c);
  const found = linprog(costs, {
    Aub: rows,
    bub: rows.map(() => 0),
    Aeq: Aeq.map(along),
    beq: Aeq.map(() => 0),
    bounds: level.map((): Bound => [-1, 1]),
    historyEvery: Infinity,
  });
  if (!found.converged || found.fun > -FALLS * maxAbs(costs)) return null;
  const ray = clean(c.map((_, j) => inner(entry(j, 1), found.x))).map((v, j) => D[j] * v);
  const a = normaliser(ray);
  return ray.map((v) => a * v);
}
