import {
  type Matrix,
  type ReadonlyMatrix,
  requireBoolean,
  requireOptions,
  type Vector,
} from "../core";
import { golubKahan, type Vectors } from "./kernels/golubKahan";
import { canonicalColumns, canonicalSign, negate } from "./kernels/signs";
import { usesLapack } from "./native/engine";
import { gesdd } from "./native/lapack";
import { columnsOf, packRows } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackRows, unpackVector } from "./storage/unpack";

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

/** The factors in borrowed row-major buffers: u is m×columns, vt is rows×n. */
export interface PackedSVD {
  u: Float64Array;
  columns: number;
  s: Float64Array;
  vt: Float64Array;
  rows: number;
}

/** The same by LAPACK, to which row-major A is the column-major Aᵀ = V·Σ·Uᵀ. */
function decomposeNatively(
  job: Vectors,
  a: Float64Array,
  m: number,
  n: number,
  s: Float64Array,
  u: Float64Array,
  vt: Float64Array,
): void {
  gesdd(job, a, n, m, s, vt, u);
}

/** The SVD in flat storage; the buffers are borrowed. Signs are whatever the engine gave. */
export function svdPacked(caller: string, A: ReadonlyMatrix, job: Vectors): PackedSVD {
  const { a, m, n } = packRows(caller, "A", A);
  const k = Math.min(m, n);
  const columns = job === "full" ? m : k;
  const rows = job === "full" ? n : k;
  const s = borrow(k);
  const u = borrow(job === "none" ? 1 : m * columns);
  const vt = borrow(job === "none" ? 1 : rows * n);
  if (k === 0) {
    for (const [x, size] of [
      [u, columns],
      [vt, rows],
    ] as const) {
      x.fill(0);
      for (let i = 0; i < size; i++) x[i * size + i] = 1;
    }
  } else {
    (usesLapack("svd", k) ? decomposeNatively : golubKahan)(job, a, m, n, s, u, vt);
  }
  giveBack(a);
  return { u, columns, s, vt, rows };
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
export function svd(A: ReadonlyMatrix, options: SVDOptions = {}): SVD {
  requireOptions("svd", options, ["fullMatrices"]);
  const { fullMatrices = false } = options;
  requireBoolean("svd", "fullMatrices", fullMatrices);
  const { u, columns, s, vt, rows } = svdPacked("svd", A, fullMatrices ? "full" : "reduced");
  const m = A.length;
  const n = columnsOf(A);
  const k = Math.min(m, n);
  const signs = canonicalColumns(u, m, columns);
  for (let j = 0; j < rows; j++) {
    const sign = j < k ? signs[j] : canonicalSign(vt, j * n, n);
    if (sign < 0) negate(vt, j * n, n);
  }
  const result = {
    U: unpackRows(u, m, columns),
    s: unpackVector(s, k),
    Vt: unpackRows(vt, rows, n),
  };
  giveBack(u, s, vt);
  return result;
}

/** The singular values, descending. */
export function singularValues(caller: string, A: ReadonlyMatrix): Vector {
  const { u, s, vt } = svdPacked(caller, A, "none");
  const values = unpackVector(s, Math.min(A.length, columnsOf(A)));
  giveBack(u, s, vt);
  return values;
}
