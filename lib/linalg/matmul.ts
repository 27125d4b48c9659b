import { type Matrix, requireMatrix } from "../core";
import { columnsOf, packRows, unpackRows } from "./pack";

/**
 * The product A·B: entry (i, j) is the dot product of row i of A and column j of B,
 * Σₖ aᵢₖbₖⱼ (MML 2.2.1).
 *
 * A: m×k, B: k×n, the result m×n. Costs 2mkn operations.
 *
 * The order of the three loops does not change the sum but decides the speed: with j innermost, both
 * B and the result are read along their rows, as memory holds them.
 *
 * @throws RangeError if B does not have as many rows as A has columns.
 * @example
 * linalg.matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]]) // => [[2, 1], [4, 3]]
 */
export function matmul(
  A: readonly (readonly number[])[],
  B: readonly (readonly number[])[],
): Matrix {
  requireMatrix("matmul", "A", A);
  const k = columnsOf(A);
  requireMatrix("matmul", "B", B, { rows: k, rowsOf: "columns of A" });
  const m = A.length;
  const n = columnsOf(B);
  const a = packRows(A);
  const b = packRows(B);
  const c = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < k; l++) {
      const ail = a[i * k + l];
      for (let j = 0, p = i * n, q = l * n; j < n; j++) c[p++] += ail * b[q++];
    }
  }
  return unpackRows(c, m, n);
}
