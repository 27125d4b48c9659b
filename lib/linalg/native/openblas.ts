import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Finds and loads OpenBLAS, the library under NumPy and SciPy, through koffi. Set-up puts it into
 * `.cache/openblas/` of the project; the environment variable MML_OPENBLAS names another file.
 */

/** What routines are given: numbers by value, arrays in place. */
export type Arguments = (number | Float64Array | Int32Array)[];

type Routine = (...args: Arguments) => number;

/** C declarations: `d*` are arrays of doubles, characters are passed by their code. */
const DECLARATIONS = {
  cblas_dgemm: "void f(int, int, int, int, int, int, double, d*, int, d*, int, double, d*, int)",
  cblas_dgemv: "void f(int, int, int, int, double, d*, int, d*, int, double, d*, int)",
  cblas_dsyrk: "void f(int, int, int, int, int, double, d*, int, double, d*, int)",
  cblas_dtrsm: "void f(int, int, int, int, int, int, int, double, d*, int, d*, int)",
  LAPACKE_dgetrf: "int f(int, int, int, d*, int, i*)",
  LAPACKE_dgetrs: "int f(int, int8, int, int, d*, int, i*, d*, int)",
  LAPACKE_dgetri: "int f(int, int, d*, int, i*)",
  LAPACKE_dpotrf: "int f(int, int8, int, d*, int)",
  LAPACKE_dgelqf: "int f(int, int, int, d*, int, d*)",
  LAPACKE_dorglq: "int f(int, int, int, int, d*, int, d*)",
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
      loaded = { problem: (error as Error).message.split("\n")[0] };
    }
  }
  return loaded.problem;
}

/** Runs a routine and returns its `info`: negative is a mistake in this file, positive a finding. */
export function call(
  name: keyof Routines,
  ...args: (number | Float64Array | Int32Array)[]
): number {
  const problem = lapackProblem();
  if (problem !== undefined) throw new Error(`LAPACK is not available: ${problem}`);
  const info = loaded!.routines![name](...args);
  if (info < 0) throw new Error(`${name}: argument ${-info} is invalid or memory ran out`);
  return info;
}
