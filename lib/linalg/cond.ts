import { describeValue, LinAlgError, type ReadonlyMatrix, requireMatrix } from "../core";
import { inv } from "./inv";
import { norm } from "./norm";
import { singularValues } from "./svd";

/**
 * The condition number κ(A) = ‖A‖·‖A⁻¹‖: by how much a relative error in b or A may grow in the
 * solution of A·x = b. Of 16 digits, log₁₀ κ are lost.
 *
 * By default in the 2-norm, where it is σ₁/σₙ and also defined for an m×n matrix; otherwise
 * "fro", 1 or Infinity for a square one. A singular matrix has κ = ∞. See Golub & Van Loan 2.6.
 *
 * @param A - m×n; n×n unless `ord` is 2.
 * @param ord - The norm. Default 2.
 * @returns A number ≥ 1, or Infinity.
 * @throws RangeError if A is empty, or not square and `ord` is not 2. Cost: that of the singular values, or for
 * another norm of the inverse: O(n³).
 * @example
 * linalg.cond([[2, 0], [0, 0.5]]) // => 4
 * linalg.cond([[1, 1], [1, 1]], 1) // => Infinity
 */
export function cond(A: ReadonlyMatrix, ord: 1 | 2 | typeof Infinity | "fro" = 2): number {
  if (ord !== 1 && ord !== 2 && ord !== Infinity && ord !== "fro") {
    throw new RangeError(`cond: ord must be 1, 2, Infinity or "fro", got ${describeValue(ord)}`);
  }
  requireMatrix("cond", "A", A, { minRows: 1, square: ord !== 2 });
  if (A[0].length === 0) {
    throw new RangeError(`cond: A must have at least 1 column, got ${A.length}×0`);
  }
  if (ord === 2) {
    const { s } = singularValues("cond", A);
    return s[0] === 0 ? Infinity : s[0] / s[s.length - 1];
  }
  try {
    return norm(A, ord) * norm(inv(A), ord);
  } catch (error) {
    if (error instanceof LinAlgError) return Infinity;
    throw error;
  }
}
