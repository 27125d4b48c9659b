import type { Matrix, ReadonlyMatrix } from "../core";
import { release } from "./flat";
import { invertTransposed } from "./flat/solve";
import { packTransposed } from "./storage/pack";
import { unpackTransposed } from "./storage/unpack";

/**
 * The inverse A⁻¹ of a square matrix: the solution X of A·X = I (MML 2.2.2).
 *
 * A: n×n. Costs 2n³ operations, three times as much as solving one system, and is less accurate:
 * where A⁻¹·b is wanted, `solve(A, b)` is the way.
 *
 * @param A - n×n.
 * @returns n×n.
 * @throws LinAlgError if A is singular to working precision; RangeError if the inverse overflows.
 * @example
 * linalg.inv([[2, 1], [1, 1]]) // => [[1, -1], [-1, 2]]
 */
export function inv(A: ReadonlyMatrix): Matrix {
  const packed = packTransposed("inv", "A", A, { square: true });
  invertTransposed("inv", packed);
  const inverse = unpackTransposed(packed);
  release(packed);
  return inverse;
}
