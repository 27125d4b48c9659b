import {
  type Matrix,
  type ReadonlyMatrix,
  requireBoolean,
  requireOptions,
  type Vector,
} from "../core";
import * as flat from "./flat";
import { tame } from "./kernels/scaling";

/** Options of `svd`. */
export interface SVDOptions {
  /** Whether U and Vt are square (m×m and n×n) rather than m×k and k×n. Default false. */
  fullMatrices?: boolean;
}

/** The factors of `svd`: A = U·diag(s)·Vt. */
export interface SVD {
  /** Left singular vectors as columns. */
  U: Matrix;
  /** The min(m, n) singular values, descending, ≥ 0. */
  s: Vector;
  /** Right singular vectors as rows: the transpose of V. */
  Vt: Matrix;
}

/**
 * The singular value decomposition A = U·Σ·Vᵀ (MML 4.5): every matrix is a rotation or mirror Vᵀ,
 * then a stretch along the axes, then another rotation or mirror U.
 *
 * A: m×n. With k = min(m, n): U is m×k, s has length k, Vt is k×n; with `fullMatrices` U is m×m and
 * Vt n×n. The columns of U are eigenvectors of AAᵀ, the rows of Vt of AᵀA, and s holds the roots of
 * their common eigenvalues; we never form those products, which would square the condition number,
 * but reduce A to bidiagonal form and iterate there (Golub & Van Loan 8.6). Costs about 20n³
 * operations for m = n.
 *
 * Of each pair uⱼ, vⱼ the sign is such that the entry of largest magnitude in uⱼ is positive.
 *
 * @param A - m×n.
 * @returns `{ U, s, Vt }`: m×k, length k, k×n with k = min(m, n); with `fullMatrices` m×m, length k, n×n.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.svd([[3, 0], [0, -2]]) // => { U: [[1, 0], [0, 1]], s: [3, 2], Vt: [[1, 0], [0, -1]] }
 * linalg.svd([[3], [4]]).s // => [5]
 */
export function svd(A: ReadonlyMatrix, options: SVDOptions = {}): SVD {
  requireOptions("svd", options, ["fullMatrices"]);
  const { fullMatrices = false } = options;
  requireBoolean("svd", "fullMatrices", fullMatrices);
  const packed = flat.pack("svd", "A", A);
  const { U, s, Vt } = flat.svd(packed, { fullMatrices, overwrite: true });
  const result = { U: flat.unpack(U), s: flat.unpackVector(s), Vt: flat.unpack(Vt) };
  flat.release(packed, U, Vt);
  return result;
}

/**
 * The singular values, descending, in a unit: a power of two beyond 1 where they might be beyond the doubles.
 */
export function singularValues(caller: string, A: ReadonlyMatrix): { s: Vector; unit: number } {
  const packed = flat.pack(caller, "A", A);
  const unit = tame(packed.data, packed.rows * packed.cols);
  const s = flat.singularValues(packed, true);
  flat.release(packed);
  return { s: flat.unpackVector(s), unit };
}
