import { LinAlgError, type Matrix, type Vector } from "../../core";
import { lstsq, solve } from "../../linalg";
import { along, inner, maxAbs, negate } from "../kernels/vectors";
import type { RootEnd, RootRun } from "../root";

/** Sufficient decrease of ½‖F‖² that a step must bring. */
const C1 = 1e-4;
/** Halvings of a step before we give up on it. */
const HALVINGS = 50;

/** Solves J·p = −F; where J is singular, the shortest p that comes closest. */
function newtonStep(J: Matrix, F: Vector): Vector {
  try {
    return solve(J, negate(F));
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    return lstsq(J, negate(F)).x;
  }
}

/**
 * Newton's method for F(x) = 0, F: ℝⁿ → ℝⁿ: x⁺ = x + αp with J·p = −F, damped: α is the first of
 * 1, ½, ¼, … to lower ‖F‖ by a fair part, so that it does not run off where F is far from linear
 * (Nocedal & Wright, algorithm 11.4). Ends when max|Fᵢ| ≤ tol. Cost: O(n³) and one Jacobian a step.
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
  for (let nit = 0; ; nit++) {
    record({ x, fun: value, step });
    const size = maxAbs(value);
    if (Number.isNaN(size) || size === Infinity) {
      return { converged: false, message: "F is not finite at the start" };
    }
    if (size <= tol)
      return { converged: true, message: `max|F| ${size.toExponential(1)} ≤ tol ${tol}` };
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    const J = jacobian(x);
    if (!J.every((row) => row.every(Number.isFinite))) {
      return { converged: false, message: "the Jacobian is not finite" };
    }
    const p = newtonStep(J, value);
    const merit = inner(value, value);
    const slope = 2 * J.reduce((s, row, i) => s + value[i] * inner(row, p), 0);
    let next: Vector | null = null;
    let there: Vector = [];
    step = 2;
    for (let k = 0; slope < 0 && k < HALVINGS && next === null; k++) {
      step /= 2;
      const trial = along(x, step, p);
      there = F(trial);
      if (inner(there, there) <= merit + C1 * step * slope) next = trial;
    }
    if (next === null) {
      const message = `no step lowers ‖F‖ from max|F| = ${size.toExponential(1)}: a point where ‖F‖ is least but not 0, or the limit of rounding`;
      return { converged: false, message };
    }
    [x, value] = [next, there];
  }
}

/**
 * The secant method: Newton's with the slope of the line through the last two points. Ends when the last
 * step is no longer than tol·(1 + |x|), or f is 0. One evaluation a step; it may run off.
 */
export function secant(
  f: (x: number) => number,
  x0: number,
  x1: number,
  { tol, maxIter, record }: RootRun<number>,
): RootEnd {
  let [a, b] = [x0, x1];
  let [fa, fb] = [f(a), f(b)];
  record({ x: a, fun: fa, step: 0 });
  for (let nit = 1; ; nit++) {
    record({ x: b, fun: fb, step: b - a });
    if (!Number.isFinite(fb)) return { converged: false, message: `f is ${fb} at ${b}` };
    if (fb === 0) return { converged: true, message: "f is 0" };
    if (Math.abs(b - a) <= tol * (1 + Math.abs(b)) && nit > 1) {
      return { converged: true, message: `step no longer than tol ${tol}` };
    }
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    if (fa === fb)
      return { converged: false, message: `the secant through ${a} and ${b} is level` };
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa] = [b, fb];
    b = next;
    fb = f(b);
  }
}
