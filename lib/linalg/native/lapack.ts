import { LinAlgError } from "../../core";
import { type Arguments, call } from "./openblas";

/**
 * The native engine: the routines of BLAS and LAPACK that we use (Anderson et al., LAPACK Users' Guide).
 * Matrices are column-major Float64Arrays, overwritten, unless said otherwise.
 *
 * Every function here does what the TypeScript kernel of the same purpose does, in the same storage,
 * so that the files of the algorithms only choose between the two.
 */

const ROW_MAJOR = 101;
const COLUMN_MAJOR = 102;
const NO_TRANSPOSE = 111;
const [A, N, S, U, V] = Array.from("ANSUV", (letter) => letter.charCodeAt(0));

/**
 * From how many multiplications on the work is shared between all processors: for products that of
 * 256×256 matrices, for factorisations, which gain less, of 512×512 ones. Below, a second thread saves
 * little (measured: nothing for most of them); but where the processors are busy with something else,
 * the threads wait for each other many times as long as the whole work takes one.
 */
const SHARED_FROM = { product: 2 ** 24, factorisation: 2 ** 27 };

/** How many threads OpenBLAS may use, as many as it started with, and how many it is set to use. */
let threads = 0;
let current = 0;

/** Allows OpenBLAS one thread, or all of them. */
function share(isShared: boolean): void {
  if (threads === 0) {
    threads = call("openblas_get_num_threads");
    current = threads;
  }
  const wanted = isShared ? threads : 1;
  if (wanted === current) return;
  call("openblas_set_num_threads", wanted);
  current = wanted;
}

/** Runs a routine of LAPACK that makes about `work` multiplications; its `info`. */
function run(work: number, name: Parameters<typeof call>[0], ...args: Arguments): number {
  share(work >= SHARED_FROM.factorisation);
  return call(name, ...args);
}

/** C ← A·B for row-major A (m×k), B (k×n), C (m×n). */
export function gemm(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
): void {
  const no = NO_TRANSPOSE;
  share(m * n * k >= SHARED_FROM.product);
  call("cblas_dgemm", ROW_MAJOR, no, no, m, n, k, 1, a, k, b, n, 0, c, n);
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

/** Householder QR in place: R above the mirrors, whose factors τ are returned. */
export function geqrf(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  run(m * n * Math.min(m, n), "LAPACKE_dgeqrf", COLUMN_MAJOR, m, n, a, m, tau);
}

/** The first `columns` columns of Q over the k mirrors that `geqrf` left in `a`. */
export function orgqr(a: Float64Array, m: number, columns: number, k: number, tau: Float64Array) {
  run(m * columns * k, "LAPACKE_dorgqr", COLUMN_MAJOR, m, columns, k, a, m, tau);
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
