import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { safeNorm } from "./kernels/householder";
import { scaleBy, scaleToUnit } from "./kernels/scaling";
import { addMultiple, innerProduct } from "./kernels/vectors";
import { type LinearOperator, type SquareOperator, squareOperator } from "./sparse/operator";
import { type Preconditioner, preconditionerOf } from "./sparse/preconditioner";
import { requireInRange, unpackVector } from "./storage/unpack";

/** Options of `conjugateGradient`. */
export interface ConjugateGradientOptions {
  /** Where to start. Default: zeros. */
  x0?: ReadonlyVector;
  /** Stop when ‖b − A·x‖ ≤ tol·‖b‖. Default 1e-10. */
  tol?: number;
  /** Default 10n. */
  maxIter?: number;
  /** What stands for A⁻¹: "jacobi", "incompleteCholesky" or a function. Default: nothing. */
  preconditioner?: Preconditioner;
}

/** What `conjugateGradient` returns. */
export interface ConjugateGradient {
  x: Vector;
  /** Whether ‖b − A·x‖ ≤ tol·‖b‖, computed from x itself at the end. */
  converged: boolean;
  /** Why it stopped. */
  message: string;
  /** Number of steps. */
  nit: number;
  /** ‖b − A·x‖/‖b‖ of the x returned. */
  residual: number;
  /** That quotient after each step, as the recurrence has it. */
  history: { residual: number }[];
}

/** r ← b − A·x, and its length. */
function residualOf(A: SquareOperator, b: Float64Array, x: Float64Array, r: Float64Array): number {
  A.apply(x, r);
  for (let i = 0; i < r.length; i++) r[i] = b[i] - r[i];
  return safeNorm(r, 0, r.length);
}

/**
 * Steps until the residual of the recurrence is at most `goal`, from x and r = b − A·x, both updated.
 *
 * @returns What kept it from getting there, or undefined.
 */
function descend(
  A: SquareOperator,
  M: (r: Float64Array, z: Float64Array) => void,
  x: Float64Array,
  r: Float64Array,
  goal: number,
  size: number,
  maxIter: number,
  history: ConjugateGradient["history"],
): string | undefined {
  const n = x.length;
  const [z, q, p] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let before = 0;
  for (let k = 0; safeNorm(r, 0, n) > goal; k++) {
    if (history.length >= maxIter) return `maxIter reached (${maxIter})`;
    M(r, z);
    const rz = innerProduct(r, z);
    if (!(rz > 0)) return "the preconditioner is not positive definite";
    const beta = k === 0 ? 0 : rz / before;
    for (let i = 0; i < n; i++) p[i] = z[i] + beta * p[i];
    A.apply(p, q);
    const curvature = innerProduct(p, q);
    if (!(curvature > 0)) return "A is not positive definite";
    addMultiple(rz / curvature, p, x);
    addMultiple(-rz / curvature, q, r);
    before = rz;
    history.push({ residual: safeNorm(r, 0, n) / size });
  }
  return undefined;
}

/**
 * The conjugate gradient method for A·x = b with symmetric positive definite A: of all x in the space
 * spanned by b, A·b, A²·b, … the one nearest to the solution in the norm √(eᵀA·e), one more dimension a
 * step, kept up with three vectors (Hestenes & Stiefel 1952; Golub & Van Loan 11.3).
 *
 * A: n×n, as rows of numbers, `sparse`, or any object with `rows`, `cols` and `matvec`; b of length n. In
 * exact arithmetic it ends after as many steps as A has different eigenvalues; on the way the error
 * shrinks by (√κ − 1)/(√κ + 1) a step, κ the condition number. A preconditioner M ≈ A replaces κ by that
 * of M⁻¹A: "jacobi" is the diagonal, "incompleteCholesky" a Cholesky factor with the zeros of A kept.
 * A step costs one product with A and one with M⁻¹.
 *
 * The residual that is carried along drifts away from b − A·x, so at the end that is computed anew, and
 * the method is started again from there should it be too large.
 *
 * @param A - n×n, symmetric positive definite: a matrix, `sparse` or an object with `matvec`.
 * @param b - Vector of length n.
 * @returns `x`, whether it `converged`, with a `message`, the true relative `residual` and the `history`.
 * @throws RangeError if A is not symmetric, or a length is wrong. Cost: a step takes one product with A, one
 * with M⁻¹ and O(n).
 * @example
 * linalg.conjugateGradient([[4, 1], [1, 3]], [1, 2]).x // => [1 / 11, 7 / 11]
 * linalg.conjugateGradient([[1, 0], [0, -1]], [1, 1]).message // => "A is not positive definite"
 */
export function conjugateGradient(
  A: ReadonlyMatrix | LinearOperator,
  b: ReadonlyVector,
  options: ConjugateGradientOptions = {},
): ConjugateGradient {
  const caller = "conjugateGradient";
  const operator = squareOperator(caller, A, { symmetric: true });
  const { n } = operator;
  requireVector(caller, "b", b, { length: n, lengthOf: "rows of A" });
  requireOptions(caller, options, ["x0", "tol", "maxIter", "preconditioner"]);
  const { x0, tol = 1e-10, maxIter = 10 * n, preconditioner } = options;
  if (x0 !== undefined) requireVector(caller, "x0", x0, { length: n, lengthOf: "rows of A" });
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const M = preconditionerOf(caller, preconditioner, operator);
  const x = x0 === undefined ? new Float64Array(n) : Float64Array.from(x0);
  const history: ConjugateGradient["history"] = [];
  // In units of b, so that no square of a residual leaves the range.
  const right = Float64Array.from(b);
  const unit = scaleToUnit(right, n);
  scaleBy(1 / unit, x, n);
  const size = safeNorm(right, 0, n);
  const r = new Float64Array(n);
  const end = (converged: boolean, message: string, residual: number): ConjugateGradient => {
    scaleBy(unit, x, n);
    requireInRange(caller, "the solution", x, n);
    return { x: unpackVector(x), converged, message, nit: history.length, residual, history };
  };
  if (size === 0) {
    x.fill(0);
    return end(true, "b is zero", 0);
  }
  for (let last = Infinity; ; ) {
    const residual = residualOf(operator, right, x, r) / size;
    if (!Number.isFinite(residual)) throw new RangeError(`${caller}: A·x overflows`);
    if (residual <= tol) return end(true, `residual ≤ tol (${tol})`, residual);
    if (!M) return end(false, "A is not positive definite", residual);
    if (residual > last / 2) {
      return end(false, "rounding keeps the residual above tol", residual);
    }
    last = residual;
    const problem = descend(operator, M, x, r, tol * size, size, maxIter, history);
    if (problem) {
      const reached = residualOf(operator, right, x, r) / size;
      return end(reached <= tol, reached <= tol ? `residual ≤ tol (${tol})` : problem, reached);
    }
  }
}
