import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
  rng,
  type Vector,
} from "../core";
import { canonicalSign } from "./kernels/signs";
import { norm } from "./norm";
import { dot, matvec } from "./products";

/** Options of `powerIteration`. */
export interface PowerIterationOptions {
  /** Where to start; not the zero vector. Default: a fixed random direction. */
  x0?: ReadonlyVector;
  /** Stop when ‖A·x − λ·x‖ ≤ tol·‖A·x‖. Default 1e-10. */
  tol?: number;
  /** Default 1000. */
  maxIter?: number;
}

/** What `powerIteration` returns. */
export interface PowerIteration {
  /** The eigenvalue of largest magnitude, as far as found. */
  value: number;
  /** Its unit eigenvector, the entry of largest magnitude positive. */
  vector: Vector;
  /** Whether the residual fell below the tolerance. */
  converged: boolean;
  /** Number of products with A. */
  nit: number;
  /** The estimates of the eigenvalue, one for each iteration. */
  history: Vector;
}

/**
 * Power iteration: multiply by A and normalise, again and again; the direction turns towards the
 * eigenvector whose eigenvalue is largest in magnitude (MML 4.2, 10.4.2; PageRank works this way).
 *
 * A: n×n. Written in eigenvectors, Aᵏx₀ = Σ cⱼλⱼᵏvⱼ, so each step shrinks the others beside the first
 * by |λ₂/λ₁|. The estimate of λ is the Rayleigh quotient xᵀA·x. Where two eigenvalues share the
 * largest magnitude (λ and −λ, or a complex pair) there is no convergence, and the result says so.
 * Costs 2n² operations an iteration.
 *
 * @throws RangeError if A is empty or not square, or x0 is zero.
 * @example
 * linalg.powerIteration([[2, 0], [0, 1]], { x0: [1, 1] }).value // => 2
 * linalg.powerIteration([[0, 1], [1, 0]], { x0: [1, 0] }).converged // => false
 */
export function powerIteration(
  A: ReadonlyMatrix,
  options: PowerIterationOptions = {},
): PowerIteration {
  const caller = "powerIteration";
  const M: Matrix = requireMatrix(caller, "A", A, { square: true, minRows: 1 });
  requireOptions(caller, options, ["x0", "tol", "maxIter"]);
  const n = M.length;
  const { x0 = rng(0).normal(0, 1, n), tol = 1e-10, maxIter = 1000 } = options;
  requireVector(caller, "x0", x0, { length: n, lengthOf: "rows of A" });
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const start = norm(x0);
  if (start === 0) throw new RangeError(`${caller}: x0 must not be the zero vector`);
  let x = x0.map((v) => v / start);
  let converged = false;
  const history: Vector = [];
  while (!converged && history.length < maxIter) {
    const y = matvec(M, x);
    const value = dot(x, y);
    history.push(value);
    const length = norm(y);
    converged = norm(y.map((v, i) => v - value * x[i])) <= tol * length;
    if (length > 0) x = y.map((v) => v / length);
  }
  const sign = canonicalSign(Float64Array.from(x), 0, n);
  return {
    value: history[history.length - 1],
    vector: x.map((v) => sign * v),
    converged,
    nit: history.length,
    history,
  };
}
