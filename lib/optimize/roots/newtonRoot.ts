import { LinAlgError, type Matrix, type Vector } from "../../core";
import { lstsq, solve } from "../../linalg";
import { along, inner, inversePower, maxAbs, negate } from "../kernels/vectors";
import type { RootEnd, RootRun } from "./types";

/** Sufficient decrease of ½‖F‖² that a step must bring. */
const C1 = 1e-4;
/** The smallest share of ½‖F‖² whose loss is more than rounding. */
const SEEN = 2 ** -43;
/** Halvings of a step before we give up on it. */
const HALVINGS = 60;
/** At a root Newton's step is short beside the way come so far; where F fades out far away it is not. */
const SHORT = 1e-3;

/** Solves J·p = −F; where J is singular, the shortest p that comes closest. */
function newtonStep(J: Matrix, F: Vector): Vector {
  try {
    return solve(J, negate(F));
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    return lstsq(J, negate(F)).x;
  }
}

/** The number to weigh an equation of this size with: a power of two, which does not round. */
const weight = (size: number) =>
  size === 0 ? 1 : inversePower(Math.min(Math.max(size, 1e-300), 1e300));

const finite = (J: Matrix) => J.every((row) => row.every(Number.isFinite));

/** The size of each equation: of its value, or of the terms that it is made of, to first order. */
const sizes = (F: Vector, J: Matrix, x: Vector) =>
  F.map((v, i) => Math.max(Math.abs(v), maxAbs(J[i].map((d, j) => d * x[j]))));

/**
 * Newton's method for F(x) = 0, F: ℝⁿ → ℝⁿ: x⁺ = x + αp with J·p = −F, damped: α is the first of
 * 1, ½, ¼, … to lower ‖F‖ by a fair part, so that it does not run off where F is far from linear
 * (Nocedal & Wright, algorithm 11.4). For ‖F‖ the equations are weighed by their size at the start, so that
 * none goes under. Cost: O(n³) and one Jacobian a step.
 *
 * It ends when each |Fᵢ| ≤ tol (tol times the size of equation i, where that is below 1) and Newton's
 * step is short; or, where rounding keeps F from falling so far, when the step no longer changes x.
 */
export function newtonRoot(
  F: (x: Vector) => Vector,
  jacobian: (x: Vector) => Matrix,
  x0: Vector,
  { tol, maxIter, record }: RootRun<Vector>,
): RootEnd {
  let x = x0;
  let value = F(x);
  let step = 0;
  let size: Vector = [];
  let weights: Vector | null = null;
  for (let nit = 0; ; nit++) {
    record({ x, fun: value, step });
    const worst = maxAbs(value);
    if (!Number.isFinite(worst)) {
      return { converged: false, message: "F is not finite at the start" };
    }
    if (worst === 0) return { converged: true, message: "F is 0" };
    const J = jacobian(x);
    if (!finite(J)) return { converged: false, message: "the Jacobian is not finite" };
    size = sizes(value, J, x).map((v, i) => Math.max(v, size[i] ?? 0));
    weights ??= size.map(weight);
    const w = weights;
    const weighed = (v: Vector) => v.map((vi, i) => w[i] * vi);
    const scaledJ = J.map((row, i) => row.map((v) => w[i] * v));
    const scaled = weighed(value);
    if (!finite(scaledJ)) return { converged: false, message: "the Jacobian is not finite" };
    const p = newtonStep(scaledJ, scaled);
    const small = value.every((v, i) => Math.abs(v) <= tol * Math.min(1, size[i]));
    const way = Math.max(maxAbs(x), maxAbs(x.map((v, i) => v - x0[i])));
    if (small && (nit === 0 || maxAbs(p) <= SHORT * way)) {
      return { converged: true, message: `max|F| ${worst.toExponential(1)} ≤ tol ${tol}` };
    }
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    const merit = inner(scaled, scaled);
    const slope = 2 * scaledJ.reduce((s, row, i) => s + scaled[i] * inner(row, p), 0);
    let next: Vector | null = null;
    let there: Vector = [];
    step = 2;
    for (let k = 0; slope < 0 && k < HALVINGS && next === null; k++) {
      step /= 2;
      const trial = along(x, step, p);
      there = F(trial);
      const f = weighed(there);
      const enough = Math.max(-C1 * step * slope, SEEN * merit);
      if (inner(f, f) <= merit - enough) next = trial;
    }
    if (next === null) {
      const least = Number.EPSILON * maxAbs(x);
      const unseen = (v: number, i: number) =>
        Math.abs(v) <= 8 * Number.EPSILON * Math.max(Math.abs(x[i]), least);
      const solved = slope < 0 && p.every(unseen);
      const message = solved
        ? `Newton's step is below the rounding of x, max|F| ${worst.toExponential(1)}`
        : `no step lowers ‖F‖ from max|F| = ${worst.toExponential(1)}: a point where ‖F‖ is least but not 0, or the limit of rounding`;
      return { converged: solved, message };
    }
    [x, value] = [next, there];
  }
}
