import { requireOneOf } from "../../core";
import { lapackProblem } from "./openblas";

const ENGINES = ["auto", "typescript", "lapack"] as const;

/** Who computes: our TypeScript, LAPACK, or whichever is faster for the size at hand. */
export type Engine = (typeof ENGINES)[number];

/**
 * From which size on LAPACK is faster than our TypeScript, the call and the copies included (measured
 * with `npm run bench -- linalg`). The size is the smaller side of a matrix, for a product the cube
 * root of m·k·n, for one with a vector the square root of m·n. It is never below 8, so that small examples give the same digits everywhere.
 */
const LAPACK_FROM = {
  matmul: 8,
  lu: 12,
  cholesky: 13,
  qr: 16,
  eigh: 8,
  eig: 10,
  svd: 8,
  lstsq: 8,
  matvec: 48,
  triangular: 12,
};

/** An operation that both engines know. */
export type Operation = keyof typeof LAPACK_FROM;

let chosen: Engine | undefined;

/** The engine asked for: by `engine(name)`, else by MML_LINALG_ENGINE, else "auto". */
function wanted(): Engine {
  chosen ??= requireOneOf(
    "linalg",
    "MML_LINALG_ENGINE",
    process.env.MML_LINALG_ENGINE || "auto",
    ENGINES,
  );
  return chosen;
}

/**
 * Chooses and tells who computes the decompositions: "typescript", our own readable implementations;
 * "lapack", OpenBLAS, the library under NumPy; or "auto", the default: TypeScript for small matrices,
 * where it is faster, and LAPACK above. Both give the same results up to rounding, with the same
 * signs and the same errors. The environment variable MML_LINALG_ENGINE sets the engine at the start.
 *
 * @param name - The engine to use from now on; without it, nothing changes.
 * @returns The engine in force. Where the native library is missing and none is forced, that is
 * "typescript".
 * @throws RangeError if there is no such engine; Error if "lapack" is forced but cannot be loaded, with
 * the reason.
 * @example
 * ["auto", "typescript", "lapack"].includes(linalg.engine()) // => true
 * linalg.engine("fortran") // throws engine: name must be one of "auto", "typescript", "lapack"
 */
export function engine(name?: Engine): Engine {
  if (name !== undefined) {
    requireOneOf("engine", "name", name, ENGINES);
    if (name === "lapack") requireLapack();
    chosen = name;
  }
  const current = wanted();
  return current === "auto" && lapackProblem() !== undefined ? "typescript" : current;
}

function requireLapack(): void {
  const problem = lapackProblem();
  if (problem !== undefined) throw new Error(`engine: "lapack" is not available: ${problem}`);
}

/** Whether LAPACK is to do `operation` on a matrix of this size (see `LAPACK_FROM`). */
export function usesLapack(operation: Operation, size: number): boolean {
  const current = chosen ?? wanted();
  if (current === "typescript" || size === 0) return false;
  if (current === "auto") return size >= LAPACK_FROM[operation] && lapackProblem() === undefined;
  requireLapack();
  return true;
}
