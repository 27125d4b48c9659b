import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  requireOptions,
  requireRng,
  requireVector,
  rng as seeded,
  type Vector,
} from "../core";
import { safeNorm } from "./kernels/householder";
import { scaleBy } from "./kernels/scaling";
import { canonicalSign } from "./kernels/signs";
import { innerProduct } from "./kernels/vectors";
import { type LinearOperator, squareOperator } from "./sparse/operator";
import { unpackVector } from "./storage/unpack";

/** Options of `powerIteration`. */
export interface PowerIterationOptions {
  /** Where to start; not the zero vector. Default: a random direction. */
  x0?: ReadonlyVector;
  /** Where the random start comes from. Default: a fresh rng(0). */
  rng?: Rng;
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
  /** Why it stopped. */
  message: string;
  /** Number of products with A. */
  nit: number;
  /** The estimate of the eigenvalue and ‖A·x − λ·x‖/‖A·x‖, for each iteration. */
  history: { value: number; residual: number }[];
}

/**
 * Power iteration: multiply by A and normalise, again and again; the direction turns towards the
 * eigenvector whose eigenvalue is largest in magnitude (MML 4.2, 10.4.2; PageRank works this way).
 *
 * A: n×n, as rows of numbers, `sparse`, or any object with `rows`, `cols` and `matvec`. Written in
 * eigenvectors, Aᵏx₀ = Σ cⱼλⱼᵏvⱼ, so each step shrinks the others beside the first by |λ₂/λ₁|. The
 * estimate of λ is the Rayleigh quotient xᵀA·x. Where two eigenvalues share the largest magnitude (λ
 * and −λ, or a complex pair) there is no convergence, and the result says so. Costs one product with A
 * an iteration: 2n² operations, or two for each entry of a sparse matrix.
 *
 * @param A - n×n, a matrix, `sparse` or an object with `matvec`.
 * @returns `value`, the unit `vector`, whether it `converged`, with a `message`, and the `history`.
 * @throws RangeError if A is empty or not square, x0 is zero, or a product overflows.
 * @example
 * linalg.powerIteration([[2, 0], [0, 1]], { x0: [1, 1] }).value // => 2
 * linalg.powerIteration([[0, 1], [1, 0]], { x0: [1, 0] }).converged // => false
 * linalg.powerIteration(linalg.sparse([[0, 3], [0, 3]])).value // => 3
 */
export function powerIteration(
  A: ReadonlyMatrix | LinearOperator,
  options: PowerIterationOptions = {},
): PowerIteration {
  const caller = "powerIteration";
  const { n, apply } = squareOperator(caller, A, { symmetric: false });
  requireOptions(caller, options, ["x0", "rng", "tol", "maxIter"]);
  const { x0, rng = seeded(0), tol = 1e-10, maxIter = 1000 } = options;
  requireRng(caller, rng);
  if (x0 !== undefined) requireVector(caller, "x0", x0, { length: n, lengthOf: "rows of A" });
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  let x = Float64Array.from(x0 ?? rng.normal(0, 1, n));
  let y = new Float64Array(n);
  const start = safeNorm(x, 0, n);
  if (start === 0) throw new RangeError(`${caller}: x0 must not be the zero vector`);
  for (let i = 0; i < n; i++) x[i] /= start;
  let converged = false;
  const history: PowerIteration["history"] = [];
  while (!converged && history.length < maxIter) {
    apply(x, y);
    const length = safeNorm(y, 0, n);
    if (!Number.isFinite(length)) throw new RangeError(`${caller}: A·x overflows`);
    // In units of ‖A·x‖, for the entries may be near either end of the range.
    if (length > 0) for (let i = 0; i < n; i++) y[i] /= length;
    const value = innerProduct(x, y);
    const gap = x.map((v, i) => y[i] - value * v);
    const residual = length === 0 ? 0 : safeNorm(gap, 0, n);
    history.push({ value: value * length, residual });
    converged = residual <= tol;
    if (length > 0) [x, y] = [y, x];
  }
  scaleBy(canonicalSign(x, 0, n), x, n);
  const { value, residual } = history[history.length - 1];
  const message = converged
    ? `residual ≤ tol (${tol})`
    : `maxIter reached (${maxIter}): the residual is still ${residual.toPrecision(3)}`;
  return { value, vector: unpackVector(x), converged, message, nit: history.length, history };
}
