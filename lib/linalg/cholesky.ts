import { LinAlgError, type Matrix } from "../core";
import { packRows, unpackRows } from "./pack";
import { requireSymmetric } from "./symmetric";

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
 * found symmetric. Costs n³/3 operations (Golub & Van Loan 4.2).
 *
 * @throws RangeError if A is not symmetric; LinAlgError if it is not positive definite, with the
 * pivot that shows it (counted from 1).
 * @example
 * linalg.cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 * linalg.cholesky([[1, 2], [2, 1]]) // throws cholesky: A must be positive definite, pivot 2 is -3
 */
export function cholesky(A: readonly (readonly number[])[]): Matrix {
  requireSymmetric("cholesky", A);
  const n = A.length;
  const a = packRows(A);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      if (j < i) a[i * n + j] = sum / a[j * n + j];
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else {
        throw new LinAlgError(
          `cholesky: A must be positive definite, pivot ${i + 1} is ${Number(sum.toPrecision(3))}`,
        );
      }
    }
    for (let j = i + 1; j < n; j++) a[i * n + j] = 0;
  }
  return unpackRows(a, n, n);
}
