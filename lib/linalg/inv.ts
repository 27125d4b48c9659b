import type { Matrix, ReadonlyMatrix } from "../core";
import { factorLU } from "./lu";
import { usesLapack } from "./native/engine";
import { getri } from "./native/lapack";
import { requireNonsingular, solveFactored } from "./solve";
import { packColumns } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { requireInRange, unpackColumns } from "./storage/unpack";

/** A ← A⁻¹ from the factors of A: the solution of A·X = I. */
function invertFactored(a: Float64Array, n: number, pivots: Int32Array): void {
  const x = borrow(n * n);
  x.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) x[i * n + i] = 1;
  solveFactored(a, n, pivots, x, n);
  a.set(x.subarray(0, n * n));
  giveBack(x);
}

/**
 * The inverse A⁻¹ of a square matrix: the solution X of A·X = I (MML 2.2.2).
 *
 * A: n×n. Costs 2n³ operations, three times as much as solving one system, and is less accurate:
 * where A⁻¹·b is wanted, `solve(A, b)` is the way.
 *
 * @throws LinAlgError if A is singular to working precision; RangeError if the inverse overflows.
 * @example
 * linalg.inv([[2, 1], [1, 1]]) // => [[1, -1], [-1, 2]]
 */
export function inv(A: ReadonlyMatrix): Matrix {
  const { a, n } = packColumns("inv", "A", A, { square: true });
  const pivots = factorLU(a, n, n);
  requireNonsingular("inv", a, n);
  const finish = usesLapack("lu", n) ? getri : invertFactored;
  finish(a, n, pivots);
  requireInRange("inv", "the inverse", a, n * n);
  const inverse = unpackColumns(a, n, n);
  giveBack(a);
  return inverse;
}
