import type { Matrix, ReadonlyMatrix } from "../core";
import { pack, product, release, unpack } from "./flat";

/**
 * The product A·B: entry (i, j) is the dot product of row i of A and column j of B,
 * Σₖ aᵢₖbₖⱼ (MML 2.2.1).
 *
 * A: m×k, B: k×n, the result m×n. Costs 2mkn operations.
 *
 * @param A - m×k.
 * @param B - k×n.
 * @returns m×n.
 * @throws RangeError if B does not have as many rows as A has columns.
 * @example
 * linalg.matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]]) // => [[2, 1], [4, 3]]
 */
export function matmul(A: ReadonlyMatrix, B: ReadonlyMatrix): Matrix {
  const a = pack("matmul", "A", A);
  const b = pack("matmul", "B", B, { rows: a.cols, rowsOf: "columns of A" });
  const c = product(a, b);
  const C = unpack(c);
  release(a, b, c);
  return C;
}
