import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireRng,
  requireVector,
  rng as seeded,
  type Vector,
} from "../core";
import { type Dense, dense, eigh } from "./flat";
import { canonicalSign } from "./kernels/signs";
import { KrylovSpace, merit, type RitzPair, trueResidual, type Which } from "./sparse/krylov";
import { type LinearOperator, type SquareOperator, squareOperator } from "./sparse/operator";

/** Options of `lanczos`. */
export interface LanczosOptions {
  /** How many eigenpairs. Default min(6, n). */
  k?: number;
  /** Which: the "largest" (the default), the "smallest", or those of largest "magnitude". */
  which?: Which;
  /** Where to start; not the zero vector. Default: a random direction. */
  x0?: ReadonlyVector;
  /** Where random directions come from. Default: a fresh rng(0). */
  rng?: Rng;
  /** A pair is accepted when ‖A·v − λ·v‖ ≤ tol·‖A‖; at least 100ε. Default 1e-10. */
  tol?: number;
  /**
   * Stop, not converged, once A has been multiplied so often: looked at whenever the space, of max(20, 2k + 1)
   * vectors, is full. Default 10000.
   */
  maxIter?: number;
}

/** What `lanczos` returns. */
export interface Lanczos {
  /** The k eigenvalues in ascending order. */
  values: Vector;
  /** n×k: column j is the unit eigenvector that belongs to values[j]. */
  vectors: Matrix;
  /** ‖A·v − λ·v‖ for each of them, computed anew at the end. */
  residuals: Vector;
  /** Whether all k were found to the tolerance, and no better ones beside them. */
  converged: boolean;
  /** Why it stopped. */
  message: string;
  /** Number of products with A. */
  nit: number;
  /** For each restart, the products so far, the most wanted value and the largest residual of those wanted. */
  history: { nit: number; value: number; residual: number }[];
}

/** The search for eigenpairs, one after the other as they are found. */
interface Search {
  A: SquareOperator;
  which: Which;
  tol: number;
  maxIter: number;
  random: Rng;
  /** The largest ‖A·v‖ seen, which stands for ‖A‖. */
  scale: number;
  nit: number;
  found: RitzPair[];
  history: Lanczos["history"];
}

/** The vectors of pairs as rows of a matrix. */
function rowsOf(pairs: readonly RitzPair[], n: number): Dense {
  const V = dense(pairs.length, n);
  pairs.forEach(({ vector }, i) => {
    V.data.set(vector, i * n);
  });
  return V;
}

/** How good the k-th best of the pairs found is; −∞ where there are not so many. */
function kthMerit({ found, which }: Search, k: number): number {
  const merits = found.map(({ value }) => merit(which, value)).sort((a, b) => b - a);
  return k <= merits.length ? merits[k - 1] : -Infinity;
}

/**
 * Thick-restart Lanczos (Wu & Simon 2000) among all vectors orthogonal to the pairs found already: up to
 * `count` more are added to them. Stops early where even the best there is no better than the k-th best
 * found, or A has been multiplied often enough.
 */
function searchBeside(search: Search, k: number, count: number, start: Float64Array): void {
  const { A, which, tol, random } = search;
  const room = A.n - search.found.length;
  const capacity = Math.min(room, Math.max(2 * count + 1, 20));
  const wanted = Math.min(count, capacity);
  const space = new KrylovSpace(A, capacity, rowsOf(search.found, A.n), random);
  space.start(start);
  for (;;) {
    search.nit += space.grow();
    search.scale = Math.max(search.scale, space.scale);
    const { values, residuals, order, vectors } = space.ritz(which);
    const worst = residuals.slice(0, wanted).reduce((max, r) => Math.max(max, r), 0);
    search.history.push({ nit: search.nit, value: values[0], residual: worst });
    const accuracy = tol * search.scale;
    const isDone = worst <= accuracy / 2;
    const isNoBetter = merit(which, values[0]) + residuals[0] <= kthMerit(search, k) + accuracy;
    if (isDone || isNoBetter || search.nit >= search.maxIter) {
      if (isNoBetter) return;
      const X = space.combine(vectors, order.slice(0, wanted));
      for (let i = 0; i < wanted; i++) {
        if (!isDone && search.found.length >= k) break;
        const vector = X.data.slice(i * A.n, (i + 1) * A.n);
        search.found.push({ value: values[i], vector, residual: residuals[i] });
      }
      return;
    }
    const kept = Math.min(capacity - 2, wanted + Math.floor((capacity - wanted) / 2));
    space.restart(vectors, values.slice(0, kept), order.slice(0, kept));
  }
}

/** All eigenpairs of a small matrix, whose columns are A times the unit vectors. */
function byEigh({ A }: Search): RitzPair[] {
  const { n } = A;
  const M = dense(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    A.apply(unit, M.data.subarray(j * n, (j + 1) * n));
  }
  const { values, vectors } = eigh(M);
  return Array.from(values, (value, k) => {
    const vector = Float64Array.from({ length: n }, (_, i) => vectors.data[i * n + k]);
    return { value, vector, residual: 0 };
  });
}

/**
 * A few extreme eigenvalues and their eigenvectors of a large symmetric matrix, from products with it alone:
 * the Lanczos method. In the space spanned by x, A·x, A²·x, … the extreme eigenvalues of A are soon
 * found almost exactly, long before the space is large (Golub & Van Loan 10.1; Saad, Numerical Methods
 * for Large Eigenvalue Problems, 6.3).
 *
 * A: n×n symmetric, as rows of numbers, `sparse`, or any object with `rows`, `cols` and `matvec`. Each new
 * vector is made orthogonal to all before, which rounding would undo otherwise; a space that is full is
 * shrunk to its best vectors and grows again (Wu & Simon 2000). One such search sees but one vector of a
 * repeated eigenvalue. So it is done again among the vectors orthogonal to those found, until nothing
 * better is left there. Costs a product with A and about 80n operations a step (k ≤ 10); inner
 * eigenvalues, and extreme ones with others close by, take many steps. A matrix of order up to 20 or
 * 2k + 1 is given to `eigh`.
 *
 * @param A - n×n, symmetric: a matrix, `sparse` or an object with `matvec`.
 * @returns `values` ascending, `vectors`, true `residuals`, whether it `converged`, with a `message`.
 * @throws RangeError if A is not symmetric, or k is more than n.
 * @example
 * linalg.lanczos([[2, 1], [1, 2]], { k: 1 }).values // => [3]
 * linalg.lanczos(linalg.sparse([[1, -1], [-1, 1]]), { k: 1, which: "smallest" }).values // => [0]
 */
export function lanczos(A: ReadonlyMatrix | LinearOperator, options: LanczosOptions = {}): Lanczos {
  const caller = "lanczos";
  const operator = squareOperator(caller, A, { symmetric: true });
  const { n } = operator;
  requireOptions(caller, options, ["k", "which", "x0", "rng", "tol", "maxIter"]);
  const { k = Math.min(6, n), which = "largest", x0 } = options;
  const { rng = seeded(0), tol = 1e-10, maxIter = 10000 } = options;
  requireNumber(caller, "k", k, { min: 1, max: n, integer: true });
  requireOneOf(caller, "which", which, ["largest", "smallest", "magnitude"]);
  requireRng(caller, rng);
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  if (x0 !== undefined) {
    requireVector(caller, "x0", x0, { length: n, lengthOf: "rows of A" });
    if (x0.every((v) => v === 0)) {
      throw new RangeError(`${caller}: x0 must not be the zero vector`);
    }
  }
  const search: Search = {
    // Rounding of the products themselves is no fault of a pair.
    ...{ A: operator, which, tol: Math.max(tol, 100 * Number.EPSILON), maxIter, random: rng },
    ...{ scale: 0, nit: 0, found: [], history: [] },
  };
  let isComplete = true;
  if (n <= Math.max(20, 2 * k + 1)) {
    search.found = byEigh(search);
    search.nit = n;
    search.scale = search.found.reduce((max, { value }) => Math.max(max, Math.abs(value)), 0);
  } else {
    isComplete = searchAll(search, k, Float64Array.from(x0 ?? rng.normal(0, 1, n)));
  }
  return finish(search, k, isComplete);
}

/** Searches until k pairs are found and no better ones are left; whether that was reached. */
function searchAll(search: Search, k: number, start: Float64Array): boolean {
  const { A, random } = search;
  for (let x = start; ; x = Float64Array.from(random.normal(0, 1, A.n))) {
    const before = search.found.length;
    searchBeside(search, k, Math.max(k - before, 1), x);
    const isOver = search.nit >= search.maxIter;
    if (search.found.length === A.n) return !isOver;
    if (search.found.length === before) return !isOver;
    if (isOver) return false;
  }
}

/** The k best pairs, ascending, with signs and residuals as they are. */
function finish(search: Search, k: number, isComplete: boolean): Lanczos {
  const { A, which, tol, scale, nit, history } = search;
  const { n } = A;
  const pairs = [...search.found]
    .sort((a, b) => merit(which, b.value) - merit(which, a.value))
    .slice(0, k)
    .map(({ vector }) => trueResidual(A, vector))
    .sort((a, b) => a.value - b.value);
  for (const { vector } of pairs) {
    if (canonicalSign(vector, 0, n) < 0) for (let i = 0; i < n; i++) vector[i] = -vector[i];
  }
  const residuals = pairs.map(({ residual }) => residual);
  const worst = residuals.reduce((max, r) => Math.max(max, r), 0);
  const converged = isComplete && worst <= tol * scale && pairs.length === k;
  const message = converged
    ? `residuals ≤ tol·‖A‖ (tol ${tol})`
    : `maxIter reached (${search.maxIter}): the largest residual is ${worst.toPrecision(3)}`;
  return {
    values: pairs.map(({ value }) => value + 0),
    vectors: Array.from({ length: n }, (_, i) => pairs.map(({ vector }) => vector[i] + 0)),
    residuals,
    ...{ converged, message, nit, history },
  };
}
