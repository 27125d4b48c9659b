import type { Matrix, ReadonlyMatrix } from "../core";
import * as flat from "./flat";

/**
 * The Cholesky factor of a symmetric positive definite matrix: lower triangular L with positive
 * diagonal and A = L·Lᵀ (MML 4.3), the square root of a matrix, so to say.
 *
 * A: n×n, L: n×n. Comparing entries of A = L·Lᵀ row by row gives, for j < i,
 *
 *   lᵢⱼ = (aᵢⱼ − Σₖ lᵢₖlⱼₖ) / lⱼⱼ,   lᵢᵢ = √(aᵢᵢ − Σₖ lᵢₖ²),   sums over k < j.
 *
 * What stands under the root is the pivot. All pivots are positive exactly when A is positive
 * definite, so this is also the cheapest test for it. Only the lower triangle of A is read, once A is
 * found symmetric. A pivot of size up to n·ε·aᵢᵢ is what rounding leaves of zero, and counts as zero.
 * Costs n³/3 operations (Golub & Van Loan 4.2).
 *
 * @param A - n×n, symmetric.
 * @returns L, n×n.
 * @throws RangeError if A is not symmetric; LinAlgError if it is not positive definite, with the
 * pivot that shows it (counted from 1).
 * @example
 * linalg.cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 * linalg.cholesky([[1, 2], [2, 1]]) // throws cholesky: A must be positive definite, pivot 2 is -3
 */
export function cholesky(A: ReadonlyMatrix): Matrix {
  const packed = flat.packSymmetric("cholesky", A);
  const factor = flat.cholesky(packed);
  const L = flat.unpack(factor);
  flat.release(packed, factor);
  return L;
}
