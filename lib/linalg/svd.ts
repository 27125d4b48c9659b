import { type Matrix, requireMatrix, requireOptions, type Vector } from "../core";
import { bidiagonalize, diagonalizeBidiagonal } from "./bidiagonal";
import { columnsOf, packColumns, packRows, unpackColumns, unpackRows, unpackVector } from "./pack";
import { canonicalSign, negate } from "./signs";

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

/** The factors in flat storage, singular vectors contiguous: Uᵀ and Vᵀ in row-major order. */
export interface PackedSVD {
  ut: Float64Array;
  s: Float64Array;
  vt: Float64Array;
}

/**
 * The SVD of A, column-major m×n with m ≥ n and overwritten, with `columns` left singular vectors:
 * bidiagonalisation, QR sweeps, then signs made positive and values put in descending order.
 */
function golubKahan(a: Float64Array, m: number, n: number, columns: number): PackedSVD {
  let largest = 0;
  for (const x of a) largest = Math.max(largest, Math.abs(x));
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest)); // no overflow in between
  for (let i = 0; i < a.length; i++) a[i] /= unit;
  const B = bidiagonalize(a, m, n, columns);
  diagonalizeBidiagonal(B, m, n);
  const s = B.d.map((x) => Math.abs(x) * unit);
  const order = Array.from(s.keys()).sort((i, j) => s[j] - s[i]);
  const ut = B.u.slice();
  const vt = new Float64Array(n * n);
  order.forEach((from, to) => {
    ut.set(B.u.subarray(from * m, (from + 1) * m), to * m);
    vt.set(B.v.subarray(from * n, (from + 1) * n), to * n);
    if (B.d[from] < 0) negate(vt, to * n, n);
  });
  return { ut, s: Float64Array.from(order, (i) => s[i]), vt };
}

/** The SVD of a checked matrix in flat storage. */
export function svdPacked(A: readonly (readonly number[])[], full: boolean): PackedSVD {
  const m = A.length;
  const n = columnsOf(A);
  if (m >= n) return golubKahan(packColumns(A), m, n, full ? m : n);
  // Aᵀ = V·S·Uᵀ, and the rows of A are the columns of Aᵀ.
  const { ut: vt, s, vt: ut } = golubKahan(packRows(A), n, m, full ? n : m);
  return { ut, s, vt };
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
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.svd([[3, 0], [0, -2]]) // => { U: [[1, 0], [0, 1]], s: [3, 2], Vt: [[1, 0], [0, -1]] }
 * linalg.svd([[3], [4]]).s // => [5]
 */
export function svd(A: readonly (readonly number[])[], options: SVDOptions = {}): SVD {
  requireMatrix("svd", "A", A);
  requireOptions("svd", options, ["fullMatrices"]);
  const m = A.length;
  const n = columnsOf(A);
  const k = Math.min(m, n);
  const full = options.fullMatrices === true;
  const { ut, s, vt } = svdPacked(A, full);
  const columns = full ? m : k;
  const rows = full ? n : k;
  for (let j = 0; j < Math.max(columns, rows); j++) {
    const isPair = j < k;
    const sign = j < columns ? canonicalSign(ut, j * m, m) : canonicalSign(vt, j * n, n);
    if (sign > 0) continue;
    if (j < columns) negate(ut, j * m, m);
    if (isPair || j >= columns) negate(vt, j * n, n);
  }
  return { U: unpackColumns(ut, m, columns), s: unpackVector(s), Vt: unpackRows(vt, rows, n) };
}

/** The singular values of a checked matrix, descending. */
export function singularValues(A: readonly (readonly number[])[]): Float64Array {
  return svdPacked(A, false).s;
}
