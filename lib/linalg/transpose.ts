import type { Matrix, ReadonlyMatrix } from "../core";
import { release, unpack } from "./flat";
import { packTransposed } from "./storage/pack";

/**
 * The transpose Aᵀ: rows become columns, (Aᵀ)ᵢⱼ = aⱼᵢ (MML 2.2.2).
 *
 * A: m×n, the result n×m. (An array without rows is 0×0, so a 0×n matrix cannot be written as an
 * array of rows: the transpose of m empty rows is the empty matrix.)
 *
 * @param A - m×n.
 * @returns n×m.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers. O(mn).
 * @example
 * linalg.transpose([[1, 2, 3], [4, 5, 6]]) // => [[1, 4], [2, 5], [3, 6]]
 */
export function transpose(A: ReadonlyMatrix): Matrix {
  const packed = packTransposed("transpose", "A", A);
  const T = unpack(packed);
  release(packed);
  return T;
}
