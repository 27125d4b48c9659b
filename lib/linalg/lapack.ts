import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LinAlgError } from "../core";

/**
 * The native engine: LAPACK and BLAS from OpenBLAS, the library under NumPy and SciPy, called through
 * koffi. Set-up puts it into `.cache/openblas/` of the project; the environment variable MML_OPENBLAS
 * names another file. Matrices are column-major Float64Arrays, overwritten as LAPACK does.
 *
 * Every function here does what the TypeScript kernel of the same purpose does, in the same storage,
 * so that the files of the algorithms only choose between the two.
 */

type Routine = (...args: (number | Float64Array | Int32Array)[]) => number;

/** C declarations: `d*` are arrays of doubles, characters are passed by their code. */
const DECLARATIONS = {
  cblas_dgemm: "void f(int, int, int, int, int, int, double, d*, int, d*, int, double, d*, int)",
  LAPACKE_dgetrf: "int f(int, int, int, d*, int, i*)",
  LAPACKE_dgetrs: "int f(int, int8, int, int, d*, int, i*, d*, int)",
  LAPACKE_dgetri: "int f(int, int, d*, int, i*)",
  LAPACKE_dpotrf: "int f(int, int8, int, d*, int)",
  LAPACKE_dgeqrf: "int f(int, int, int, d*, int, d*)",
  LAPACKE_dorgqr: "int f(int, int, int, int, d*, int, d*)",
  LAPACKE_dsyevd: "int f(int, int8, int8, int, d*, int, d*)",
  LAPACKE_dgeev: "int f(int, int8, int8, int, d*, int, d*, d*, d*, int, d*, int)",
  LAPACKE_dgesdd: "int f(int, int8, int, int, d*, int, d*, d*, int, d*, int)",
  LAPACKE_dgelsd: "int f(int, int, int, int, d*, int, d*, int, d*, double, i*)",
  LAPACKE_set_nancheck: "void f(int)",
  openblas_get_num_threads: "int f()",
  openblas_set_num_threads: "void f(int)",
};

type Routines = Record<keyof typeof DECLARATIONS, Routine>;

const FILES = ["libscipy_openblas.so", "libscipy_openblas.dylib", "libscipy_openblas.dll"];

/** The library file: MML_OPENBLAS, or the one in the `.cache/openblas` of a folder above this one. */
function libraryPath(): string {
  const named = process.env.MML_OPENBLAS;
  if (named) return named;
  for (let folder = __dirname; ; folder = dirname(folder)) {
    for (const file of FILES) {
      const path = join(folder, ".cache", "openblas", file);
      if (existsSync(path)) return path;
    }
    if (dirname(folder) === folder) break;
  }
  throw new Error("no OpenBLAS in .cache/openblas (npm run setup puts it there)");
}

/**
 * koffi runs native code on a stack of its own. OpenBLAS keeps the job lists of its threads there,
 * half a megabyte at every level of a recursive LU or Cholesky factorisation, which overruns the
 * default of 2 MB from n ≈ 200 on. This is the most that koffi grants.
 */
const STACK_SIZE = 16 * 2 ** 20;

function load(): Routines {
  const path = libraryPath();
  const koffi = createRequire(__filename)("koffi");
  if (koffi.config().sync_stack_size < STACK_SIZE) koffi.config({ sync_stack_size: STACK_SIZE });
  let library: { func: (prototype: string) => Routine };
  try {
    library = koffi.load(path);
  } catch (error) {
    throw new Error(`cannot load ${path} (${(error as Error).message})`);
  }
  const routines: Partial<Routines> = {};
  for (const [name, declaration] of Object.entries(DECLARATIONS)) {
    const prototype = declaration
      .replace(" f(", ` scipy_${name}(`)
      .replaceAll("d*", "double*")
      .replaceAll("i*", "int*");
    routines[name as keyof Routines] = library.func(prototype);
  }
  const complete = routines as Routines;
  complete.LAPACKE_set_nancheck(0); // our guards have looked already
  return complete;
}

let loaded: { routines?: Routines; problem?: string } | undefined;

/** Why the native engine cannot be used, or undefined if it can. Loads it at the first call. */
export function lapackProblem(): string | undefined {
  if (!loaded) {
    try {
      loaded = { routines: load() };
    } catch (error) {
      loaded = { problem: (error as Error).message };
    }
  }
  return loaded.problem;
}

/** Runs a routine and returns its `info`: negative is a mistake in this file, positive a finding. */
function call(name: keyof Routines, ...args: (number | Float64Array | Int32Array)[]): number {
  const problem = lapackProblem();
  if (problem !== undefined) throw new Error(`LAPACK is not available: ${problem}`);
  const info = loaded!.routines![name](...args);
  if (info < 0) throw new Error(`${name}: argument ${-info} is invalid or memory ran out`);
  return info;
}

/**
 * Multiplications up to which a product is left to one thread. More of them save at most a part of
 * the millisecond that it takes; but where the processors are busy, waiting for each other costs them
 * many times that.
 */
const ONE_THREAD_UP_TO = 2 ** 24;

/** How many threads OpenBLAS starts with: as many as there are processors, or its environment says. */
let processors = 0;

function onOneThread(run: () => void): void {
  processors ||= call("openblas_get_num_threads");
  call("openblas_set_num_threads", 1);
  run();
  call("openblas_set_num_threads", processors);
}

const ROW_MAJOR = 101;
const COLUMN_MAJOR = 102;
const NO_TRANSPOSE = 111;
const [A, N, S, U, V] = Array.from("ANSUV", (letter) => letter.charCodeAt(0));

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
  const run = () => {
    call("cblas_dgemm", ROW_MAJOR, no, no, m, n, k, 1, a, k, b, n, 0, c, n);
  };
  if (m * n * k <= ONE_THREAD_UP_TO) onOneThread(run);
  else run();
}

/** LU with partial pivoting in place: row i was swapped with row pivots[i] − 1 at step i. */
export function getrf(a: Float64Array, m: number, n: number, pivots: Int32Array): void {
  call("LAPACKE_dgetrf", COLUMN_MAJOR, m, n, a, m, pivots);
}

/** B ← A⁻¹·B from the factors that `getrf` left in `a`. */
export function getrs(a: Float64Array, n: number, pivots: Int32Array, b: Float64Array, r: number) {
  call("LAPACKE_dgetrs", COLUMN_MAJOR, N, n, r, a, n, pivots, b, n);
}

/** A ← A⁻¹ from the factors that `getrf` left in `a`. */
export function getri(a: Float64Array, n: number, pivots: Int32Array): void {
  call("LAPACKE_dgetri", COLUMN_MAJOR, n, a, n, pivots);
}

/** Row-major lower L over the lower triangle of A; the position (from 1) of a pivot ≤ 0, or 0. */
export function potrf(a: Float64Array, n: number): number {
  return call("LAPACKE_dpotrf", COLUMN_MAJOR, U, n, a, n);
}

/** Householder QR in place: R above the mirrors, whose factors τ are returned. */
export function geqrf(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  call("LAPACKE_dgeqrf", COLUMN_MAJOR, m, n, a, m, tau);
}

/** The first `columns` columns of Q over the k mirrors that `geqrf` left in `a`. */
export function orgqr(a: Float64Array, m: number, columns: number, k: number, tau: Float64Array) {
  call("LAPACKE_dorgqr", COLUMN_MAJOR, m, columns, k, a, m, tau);
}

/** Eigenvalues of a symmetric matrix into `values`, eigenvectors one after the other over `a`. */
export function syevd(a: Float64Array, n: number, values: Float64Array): void {
  const info = call("LAPACKE_dsyevd", COLUMN_MAJOR, V, U, n, a, n, values);
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
  const info = call("LAPACKE_dgeev", COLUMN_MAJOR, N, V, n, a, n, wr, wi, vectors, n, vectors, n);
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
  const info = call("LAPACKE_dgesdd", COLUMN_MAJOR, code, m, n, a, m, s, u, m, vt, rows);
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
  const info = call("LAPACKE_dgelsd", COLUMN_MAJOR, m, n, r, a, m, b, ldb, s, rcond, rank);
  if (info > 0) throw new LinAlgError("lstsq: the iteration did not converge");
  return rank[0];
}
