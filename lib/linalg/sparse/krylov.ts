import type { Rng } from "../../core";
import { blank, type Dense, dense, eigh, matvec, product, release } from "../flat";
import { safeNorm } from "../kernels/householder";
import { innerProduct } from "../kernels/vectors";
import type { SquareOperator } from "./operator";

/** Which eigenvalues are wanted. */
export type Which = "largest" | "smallest" | "magnitude";

/** A place in the order of what is wanted most: the larger, the earlier. */
export function merit(which: Which, value: number): number {
  return which === "largest" ? value : which === "smallest" ? -value : Math.abs(value);
}

/** An approximate eigenpair; ‖A·v − λ·v‖ is about `residual`. */
export interface RitzPair {
  value: number;
  vector: Float64Array;
  residual: number;
}

/** The first `count` rows of V. */
const firstRows = (V: Dense, count: number): Dense => ({ ...V, rows: count });
const rowOf = (V: Dense, i: number): Float64Array => V.data.subarray(i * V.cols, (i + 1) * V.cols);

/** w ← w − Vᵀ·V·w for V with orthonormal rows; V·w, what has been taken out. */
function orthogonalise(w: Float64Array, V: Dense): Float64Array {
  const coefficients = matvec(V, w);
  const part = matvec(V, coefficients, { transpose: true });
  for (let i = 0; i < w.length; i++) w[i] -= part[i];
  return coefficients;
}

/**
 * An orthonormal basis, its vectors one after the other as rows, that grows by products with A, and the
 * matrix T = V·A·Vᵀ; all of it orthogonal to given vectors.
 */
export class KrylovSpace {
  readonly V: Dense;
  readonly T: Dense;
  private size = 0;
  /** ‖w‖ of what the last product left for the next vector. */
  private beta = 0;
  /** The largest ‖A·v‖ so far: what rounding errors are measured by. */
  scale = 0;

  /** For at most `capacity` vectors, orthogonal to the `locked` ones. */
  constructor(
    private readonly A: SquareOperator,
    private readonly capacity: number,
    private readonly locked: Dense,
    private readonly random: Rng,
  ) {
    this.V = blank(capacity + 1, A.n);
    this.T = dense(capacity, capacity);
  }

  /** Starts from x, or from a random vector where x lies in the space of the locked ones. */
  start(x: Float64Array): void {
    rowOf(this.V, 0).set(x);
    this.completeNext(safeNorm(x, 0, x.length));
  }

  /**
   * Makes the vector in row `size` a unit vector orthogonal to all others. Where no more than rounding is
   * left of it beside `size0`, the space is invariant: then `beta` is 0 and a random vector takes its place.
   */
  private completeNext(size0: number): void {
    const w = rowOf(this.V, this.size);
    let before = size0;
    let length = this.purge(w);
    const isOwn = length > 10 * Number.EPSILON * Math.max(before, this.scale);
    this.beta = isOwn ? length : 0;
    if (!isOwn) {
      do {
        w.set(this.random.normal(0, 1, w.length));
        before = safeNorm(w, 0, w.length);
        length = this.purge(w);
      } while (length < 1e-8 * before);
    }
    for (let i = 0; i < w.length; i++) w[i] /= length;
    // Of a small remainder rounding is a large part, and not orthogonal.
    if (length < 1e-4 * before) {
      const again = this.purge(w);
      for (let i = 0; i < w.length; i++) w[i] /= again;
    }
  }

  /** Takes all basis and locked vectors out of w, twice, since once leaves rounding; its length. */
  private purge(w: Float64Array): number {
    for (let pass = 0; pass < 2; pass++) {
      if (this.locked.rows > 0) orthogonalise(w, this.locked);
      if (this.size > 0) orthogonalise(w, firstRows(this.V, this.size));
    }
    return safeNorm(w, 0, w.length);
  }

  /** Adds vectors until the capacity is reached; number of products with A. */
  grow(): number {
    const { A, V, T, capacity } = this;
    let products = 0;
    while (this.size < capacity) {
      const j = this.size++;
      const w = rowOf(V, this.size);
      A.apply(rowOf(V, j), w);
      products++;
      const before = safeNorm(w, 0, A.n);
      if (!Number.isFinite(before)) throw new RangeError("lanczos: A·x overflows");
      this.scale = Math.max(this.scale, before);
      const column = orthogonalise(w, firstRows(V, this.size));
      for (let i = 0; i <= j; i++) {
        T.data[i * capacity + j] = column[i];
        T.data[j * capacity + i] = column[i];
      }
      if (this.size + this.locked.rows < A.n) this.completeNext(before);
      else this.beta = 0;
    }
    return products;
  }

  /** Eigenvalues of T, most wanted first, with the positions of their vectors and the residuals. */
  ritz(which: Which) {
    const { values, vectors } = eigh(this.T);
    const m = this.capacity;
    const order = Array.from(values, (_, k) => k).sort(
      (a, b) => merit(which, values[b]) - merit(which, values[a]) || a - b,
    );
    const residuals = order.map((k) => this.beta * Math.abs(vectors.data[(m - 1) * m + k]));
    return { values: order.map((k) => values[k]), residuals, order, vectors };
  }

  /** The vectors of the space that belong to columns `order` of `vectors`, as rows. */
  combine(vectors: Dense, order: readonly number[]): Dense {
    const m = this.capacity;
    const Y = blank(order.length, m);
    order.forEach((k, i) => {
      for (let j = 0; j < m; j++) Y.data[i * m + j] = vectors.data[j * m + k];
    });
    const X = product(Y, firstRows(this.V, m));
    release(Y);
    return X;
  }

  /** Shrinks the space to the given vectors of it and the one that was to come next (Wu & Simon 2000). */
  restart(vectors: Dense, values: readonly number[], order: readonly number[]): void {
    const { V, T, capacity } = this;
    const X = this.combine(vectors, order);
    const next = rowOf(V, capacity).slice();
    V.data.set(X.data.subarray(0, X.rows * X.cols));
    T.data.fill(0);
    order.forEach((_, i) => {
      T.data[i * capacity + i] = values[i];
    });
    this.size = order.length;
    rowOf(V, this.size).set(next);
    release(X);
  }
}

/** ‖A·v − λ·v‖, computed anew, for a unit vector v; λ = vᵀA·v. */
export function trueResidual(A: SquareOperator, v: Float64Array): RitzPair {
  const w = new Float64Array(A.n);
  A.apply(v, w);
  const value = innerProduct(v, w);
  for (let i = 0; i < w.length; i++) w[i] -= value * v[i];
  return { value, vector: v, residual: safeNorm(w, 0, w.length) };
}
