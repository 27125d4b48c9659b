import { LinAlgError, type Matrix, type ReadonlyMatrix } from "../core";
import { addProduct, rowMajor, transposed } from "./kernels/multiply";
import { packSymmetric } from "./kernels/symmetric";
import { usesLapack } from "./native/engine";
import { potrf } from "./native/lapack";
import { packRows } from "./storage/pack";
import { giveBack } from "./storage/scratch";
import { unpackLowerRows } from "./storage/unpack";

/** Rows factored together: then most of the work is a matrix product, which runs fastest. */
const BLOCK = 32;

/**
 * Writes L over the lower triangle of A (row-major n×n), block by block: rows and columns of a block
 * by the formulas of `cholesky`, the rest of the triangle by subtracting the product of the block's
 * columns with their transpose.
 *
 * @returns The position (from 1) of the first pivot that is not positive, left where it stood, or 0.
 */
function factorCholesky(a: Float64Array, n: number): number {
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n);
    for (let i = from; i < n; i++) {
      const row = i * n;
      for (let j = from; j < Math.min(i, to); j++) {
        let sum = a[row + j];
        for (let k = from, p = j * n + from; k < j; k++, p++) sum -= a[row + k] * a[p];
        a[row + j] = sum / a[j * n + j];
      }
      if (i >= to) continue;
      let pivot = a[row + i];
      for (let k = from; k < i; k++) pivot -= a[row + k] * a[row + k];
      a[row + i] = pivot;
      if (!(pivot > 0)) return i + 1;
      a[row + i] = Math.sqrt(pivot);
    }
    for (let column = to; column < n; column += BLOCK) {
      addProduct(
        -1,
        n - column,
        Math.min(BLOCK, n - column),
        to - from,
        rowMajor(a, n, column * n + from),
        transposed(rowMajor(a, n, column * n + from)),
        rowMajor(a, n, column * n + column),
      );
    }
  }
  return 0;
}

/** Throws the error for pivot number k (from 1), computed anew from the leading k×k block of A. */
function rejectPivot(A: ReadonlyMatrix, k: number): never {
  const { a } = packRows(
    "cholesky",
    "A",
    A.slice(0, k).map((row) => row.slice(0, k)),
  );
  const failed = factorCholesky(a, k);
  const p = (failed || k) * (k + 1) - k - 1;
  const pivot = failed ? a[p] : a[p] ** 2;
  const isZero = Math.abs(pivot) <= k * Number.EPSILON * Math.abs(A[k - 1][k - 1]);
  throw new LinAlgError(
    `cholesky: A must be positive definite, pivot ${failed || k} is ${
      isZero ? "0 to working precision" : Number(pivot.toPrecision(3))
    }`,
  );
}

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
 * @throws RangeError if A is not symmetric; LinAlgError if it is not positive definite, with the
 * pivot that shows it (counted from 1).
 * @example
 * linalg.cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 * linalg.cholesky([[1, 2], [2, 1]]) // throws cholesky: A must be positive definite, pivot 2 is -3
 */
export function cholesky(A: ReadonlyMatrix): Matrix {
  const { a, n } = packSymmetric("cholesky", A);
  const factor = usesLapack("cholesky", n) ? potrf : factorCholesky;
  const failed = factor(a, n);
  if (failed > 0) rejectPivot(A, failed);
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    if (a[p] ** 2 <= n * Number.EPSILON * A[i][i]) rejectPivot(A, i + 1);
  }
  const L = unpackLowerRows(a, n);
  giveBack(a);
  return L;
}
