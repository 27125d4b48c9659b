import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireVector,
} from "../core";
import { columnsOf } from "./storage/pack";
import { singularValues } from "./svd";

type Reals = ReadonlyVector | ReadonlyMatrix;

/** Which norm: a number p, Infinity, or for matrices also "fro" and "nuc". */
export type NormOrder = number | "fro" | "nuc";

/** (Σ|xᵢ|^p)^(1/p), scaled by the largest entry so that no power overflows or underflows. */
function pNorm(x: ReadonlyVector, p: number): number {
  let largest = 0;
  for (const v of x) largest = Math.max(largest, Math.abs(v));
  if (largest === 0 || largest === Infinity || p === Infinity) return largest;
  let sum = 0;
  if (p === 2) for (const v of x) sum += (v / largest) ** 2;
  else for (const v of x) sum += Math.abs(v / largest) ** p;
  return largest * (p === 2 ? Math.sqrt(sum) : sum ** (1 / p));
}

function vectorNorm(x: ReadonlyVector, ord: NormOrder): number {
  if (ord === "fro" || ord === "nuc") {
    throw new RangeError(`norm: ord must be a number for a vector, got ${describeValue(ord)}`);
  }
  requireNumber("norm", "ord", ord, { min: 0, allowInfinite: true });
  if (ord === 0) return x.reduce((count, v) => count + (v === 0 ? 0 : 1), 0);
  if (ord === 1) return x.reduce((sum, v) => sum + Math.abs(v), 0);
  return pNorm(x, ord);
}

/** A norm made of the singular values of A. */
function ofSingularValues(A: ReadonlyMatrix, of: (s: ReadonlyVector) => number): number {
  const { s, unit } = singularValues("norm", A);
  return of(s) * unit;
}

function matrixNorm(A: ReadonlyMatrix, ord: NormOrder): number {
  switch (ord) {
    case "fro":
      return pNorm(
        A.map((row) => pNorm(row, 2)),
        2,
      );
    case "nuc":
      return ofSingularValues(A, (s) => s.reduce((sum, v) => sum + v, 0));
    case 2:
      return ofSingularValues(A, (s) => s[0] ?? 0);
    case Infinity:
      return A.reduce((max, row) => Math.max(max, vectorNorm(row, 1)), 0);
    case 1: {
      const sums = new Float64Array(columnsOf(A));
      for (const row of A) for (let j = 0; j < row.length; j++) sums[j] += Math.abs(row[j]);
      return sums.reduce((max, v) => Math.max(max, v), 0);
    }
    default:
      throw new RangeError(
        `norm: ord must be 1, 2, Infinity, "fro" or "nuc" for a matrix, got ${describeValue(ord)}`,
      );
  }
}

/**
 * The norm of a vector or a matrix: its length or size (MML 3.1, 4.6).
 *
 * Of a vector, ‖x‖ₚ = (Σ|xᵢ|^p)^(1/p): by default p = 2, the Euclidean length; 1 is the Manhattan norm,
 * Infinity the largest |xᵢ|; 0 counts the entries that are not zero (no norm, but so called).
 *
 * Of a matrix, by default "fro", the Euclidean length of all entries together; 2 the spectral norm,
 * the largest singular value, which is the most that A stretches a vector; 1 the largest column sum
 * and Infinity the largest row sum of |aᵢⱼ|; "nuc" the sum of the singular values.
 *
 * The empty array has norm 0. Large and small entries neither overflow nor underflow on the way.
 *
 * @param X - Vector of length n, or m×n matrix.
 * @param ord - Which norm. Default 2 for a vector, "fro" for a matrix.
 * @returns A number ≥ 0.
 * @throws RangeError if there is no such norm. O(mn); that of the singular values for 2 and "nuc" of a matrix.
 * @example
 * linalg.norm([3, 4]) // => 5
 * linalg.norm([3, -4], 1) // => 7
 * linalg.norm([[3, 0], [0, 4]], 2) // => 4
 */
export function norm(X: Reals, ord?: NormOrder): number {
  if (!Array.isArray(X)) {
    throw new TypeError(`norm: X must be a vector or a matrix, got ${describeValue(X)}`);
  }
  return Array.isArray(X[0])
    ? matrixNorm(requireMatrix("norm", "X", X), ord ?? "fro")
    : vectorNorm(requireVector("norm", "X", X), ord ?? 2);
}
