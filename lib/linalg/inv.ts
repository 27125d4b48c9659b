import { type Matrix, requireMatrix } from "../core";
import { packRows, unpackRows } from "./pack";
import { solvePacked } from "./solve";

/**
 * The inverse A⁻¹ of a square matrix: the solution X of A·X = I (MML 2.2.2).
 *
 * A: n×n. Costs 2n³ operations, three times as much as solving one system, and is less accurate:
 * where A⁻¹·b is wanted, `solve(A, b)` is the way.
 *
 * @throws LinAlgError if A is singular to working precision.
 * @example
 * linalg.inv([[2, 1], [1, 1]]) // => [[1, -1], [-1, 2]]
 */
export function inv(A: readonly (readonly number[])[]): Matrix {
  requireMatrix("inv", "A", A, { square: true });
  const n = A.length;
  const I = new Float64Array(n * n);
  for (let i = 0; i < n; i++) I[i * n + i] = 1;
  return unpackRows(solvePacked("inv", packRows(A), n, I, n), n, n);
}
