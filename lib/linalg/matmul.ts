import type { Matrix, ReadonlyMatrix } from "../core";
import { addProduct, rowMajor } from "./kernels/multiply";
import { usesLapack } from "./native/engine";
import { gemm } from "./native/lapack";
import { packRows } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackRows } from "./storage/unpack";

/**
 * The product A·B: entry (i, j) is the dot product of row i of A and column j of B,
 * Σₖ aᵢₖbₖⱼ (MML 2.2.1).
 *
 * A: m×k, B: k×n, the result m×n. Costs 2mkn operations.
 *
 * @throws RangeError if B does not have as many rows as A has columns.
 * @example
 * linalg.matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]]) // => [[2, 1], [4, 3]]
 */
export function matmul(A: ReadonlyMatrix, B: ReadonlyMatrix): Matrix {
  const { a, m, n: k } = packRows("matmul", "A", A);
  const rule = { rows: k, rowsOf: "columns of A" };
  const { a: b, n } = packRows("matmul", "B", B, rule);
  const c = borrow(m * n);
  if (usesLapack("matmul", Math.cbrt(m * n * k))) gemm(m, n, k, a, b, c);
  else {
    c.fill(0, 0, m * n);
    addProduct(1, m, n, k, rowMajor(a, k), rowMajor(b, n), rowMajor(c, n));
  }
  const C = unpackRows(c, m, n);
  giveBack(a, b, c);
  return C;
}
