import { LinAlgError } from "../../core";
import type { Arguments } from "./openblas";
import { run as runRoutine } from "./threads";

/**
 * The native engine: the routines of LAPACK that we use (Anderson et al., LAPACK Users' Guide).
 * Matrices are column-major Float64Arrays, overwritten, unless said otherwise.
 *
 * Every function here does what the TypeScript kernel of the same purpose does, in the same storage,
 * so that the files of the algorithms only choose between the two.
 */

const COLUMN_MAJOR = 102;
const [A, N, S, U, V] = Array.from("ANSUV", (letter) => letter.charCodeAt(0));

/** Runs a routine of LAPACK that makes about `work` multiplications; its `info`. */
function run(work: number, name: Parameters<typeof runRoutine>[2], ...args: Arguments): number {
  return runRoutine("factorisation", work, name, ...args);
}

/** LU with partial pivoting in place: row i was swapped with row pivots[i] − 1 at step i. */
export function getrf(a: Float64Array, m: number, n: number, pivots: Int32Array): void {
  run(m * n * Math.min(m, n), "LAPACKE_dgetrf", COLUMN_MAJOR, m, n, a, m, pivots);
}

/** B ← A⁻¹·B from the factors that `getrf` left in `a`. */
export function getrs(a: Float64Array, n: number, pivots: Int32Array, b: Float64Array, r: number) {
  run(n * n * r, "LAPACKE_dgetrs", COLUMN_MAJOR, N, n, r, a, n, pivots, b, n);
}

/** A ← A⁻¹ from the factors that `getrf` left in `a`. */
export function getri(a: Float64Array, n: number, pivots: Int32Array): void {
  run(n ** 3, "LAPACKE_dgetri", COLUMN_MAJOR, n, a, n, pivots);
}

/** Row-major lower L over the lower triangle of A; the position (from 1) of a pivot ≤ 0, or 0. */
export function potrf(a: Float64Array, n: number): number {
  return run(n ** 3, "LAPACKE_dpotrf", COLUMN_MAJOR, U, n, a, n);
}

/**
 * Householder QR of row-major A (m×n) in place, which is the LQ of column-major Aᵀ: R stands on and above
 * the diagonal, the mirrors below it, and their factors go to `tau`.
 */
export function gelqf(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  run(m * n * Math.min(m, n), "LAPACKE_dgelqf", COLUMN_MAJOR, n, m, a, n, tau);
}

/** The first `columns` columns of row-major Q (m×columns) over the k mirrors that `gelqf` left in `a`. */
export function orglq(a: Float64Array, m: number, columns: number, k: number, tau: Float64Array) {
  run(m * columns * k, "LAPACKE_dorglq", COLUMN_MAJOR, columns, m, k, a, columns, tau);
}

/** Eigenvalues of a symmetric matrix into `values`, eigenvectors one after the other over `a`. */
export function syevd(a: Float64Array, n: number, values: Float64Array): void {
  const info = run(n ** 3, "LAPACKE_dsyevd", COLUMN_MAJOR, V, U, n, a, n, values);
  if (info > 0) throw new LinAlgError("eigh: the iteration did not converge");
}

/** Eigenvalues wr + i·wi and right eigenvectors one after the other; a pair as re and im part. */
export function geev(
  a: Float64Array,
  n: number,
  wr: Float64Array,
  wi: Float64Array,
  vectors: Float64Array,
): void {
  const info = run(
    n ** 3,
    "LAPACKE_dgeev",
    COLUMN_MAJOR,
    N,
    V,
    n,
    a,
    n,
    wr,
    wi,
    vectors,
    n,
    vectors,
    n,
  );
  if (info > 0) throw new LinAlgError("eig: the iteration did not converge");
}

/** SVD of m×n A; `job` says how many singular vectors: none, min(m, n), or all. */
export function gesdd(
  job: "none" | "reduced" | "full",
  a: Float64Array,
  m: number,
  n: number,
  s: Float64Array,
  u: Float64Array,
  vt: Float64Array,
): void {
  const code = job === "none" ? N : job === "full" ? A : S;
  const rows = job === "full" ? n : Math.min(m, n);
  const info = run(
    m * n * Math.min(m, n),
    "LAPACKE_dgesdd",
    COLUMN_MAJOR,
    code,
    m,
    n,
    a,
    m,
    s,
    u,
    m,
    vt,
    rows,
  );
  if (info > 0) throw new LinAlgError("svd: the iteration did not converge");
}

/** Least squares of least norm: b (max(m, n)×r) becomes the solutions, s the singular values. */
export function gelsd(
  a: Float64Array,
  m: number,
  n: number,
  b: Float64Array,
  r: number,
  s: Float64Array,
  rcond: number,
): number {
  const rank = new Int32Array(1);
  const ldb = Math.max(m, n);
  const info = run(
    m * n * Math.min(m, n),
    "LAPACKE_dgelsd",
    COLUMN_MAJOR,
    m,
    n,
    r,
    a,
    m,
    b,
    ldb,
    s,
    rcond,
    rank,
  );
  if (info > 0) throw new LinAlgError("lstsq: the iteration did not converge");
  return rank[0];
}
