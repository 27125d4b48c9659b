import type { Matrix, Vector } from "../../core";
import type { Duals, Polyhedron } from "./constraints";

/**
 * Programs whose solution is a proof. The simplex method ends with a direction, or with multipliers, that
 * prove what it found; where the basis is so ill-conditioned that they fail the check, one of these is
 * solved in turn, in which the conditions of the proof are the constraints.
 */

/** A linear program by itself: its costs and constraints. */
export interface LinearProgram {
  costs: Vector;
  given: Polyhedron;
}

const filled = (n: number, v: number): Vector => new Array(n).fill(v);

/** The directions in which x may go for ever, in a box that `scale` gives; the best falls, or is 0. */
export function recession(costs: Vector, given: Polyhedron, scale: Vector): LinearProgram {
  const { Aub, Aeq, lower, upper } = given;
  return {
    costs,
    given: {
      Aub,
      bub: filled(Aub.length, 0),
      Aeq,
      beq: filled(Aeq.length, 0),
      lower: lower.map((v, j) => (v > -Infinity ? 0 : -scale[j])),
      upper: upper.map((v, j) => (v < Infinity ? 0 : scale[j])),
    },
  };
}

/**
 * The multipliers that cancel out in every direction, in a box given by the scales of rows and variables.
 * The value of the best is negative if, and only if, the constraints contradict each other (Farkas);
 * `dualsOf` takes it apart.
 */
export function contradiction(given: Polyhedron, rows: Vector, scale: Vector) {
  const { Aub, bub, Aeq, beq, lower, upper } = given;
  const n = lower.length;
  const [m, p] = [Aub.length, Aeq.length];
  const low = Array.from(lower.keys()).filter((j) => lower[j] > -Infinity);
  const high = Array.from(upper.keys()).filter((j) => upper[j] < Infinity);
  // direction j: Σ ubᵢ·Aubᵢⱼ + Σ eqᵢ·Aeqᵢⱼ − lowerⱼ + upperⱼ = 0
  const directions: Matrix = Array.from({ length: n }, (_, j) => [
    ...Aub.map((row) => row[j]),
    ...Aeq.map((row) => row[j]),
    ...low.map((k) => (k === j ? -1 : 0)),
    ...high.map((k) => (k === j ? 1 : 0)),
  ]);
  const box = [...rows, ...low.map((j) => 1 / scale[j]), ...high.map((j) => 1 / scale[j])];
  const program: LinearProgram = {
    costs: [...bub, ...beq, ...low.map((j) => -lower[j]), ...high.map((j) => upper[j])],
    given: {
      Aub: [],
      bub: [],
      Aeq: directions,
      beq: filled(n, 0),
      lower: box.map((v, k) => (k >= m && k < m + p ? -v : 0)),
      upper: box,
    },
  };
  const dualsOf = (z: Vector): Duals => {
    const duals: Duals = {
      ub: z.slice(0, m),
      eq: z.slice(m, m + p),
      lower: filled(n, 0),
      upper: filled(n, 0),
    };
    low.forEach((j, k) => {
      duals.lower[j] = z[m + p + k];
    });
    high.forEach((j, k) => {
      duals.upper[j] = z[m + p + low.length + k];
    });
    return duals;
  };
  return { ...program, dualsOf };
}
