import { type Matrix, requireMatrix } from "../core";
import { zeros } from "./create";
import { columnsOf, packRows } from "./pack";

/** The factors of `lu`: A = P·L·U. */
export interface LU {
  /** m×m permutation. */
  P: Matrix;
  /** m×k with k = min(m, n): ones on the diagonal, zeros above it, no entry above 1 in size. */
  L: Matrix;
  /** k×n: zeros below the diagonal. */
  U: Matrix;
}

/**
 * Gaussian elimination with partial pivoting on an m×n matrix in row-major storage, in place
 * (Golub & Van Loan, Matrix Computations, 3.4).
 *
 * Step k looks for the largest entry of column k on or below the diagonal, swaps its row into place
 * (so that no multiplier exceeds 1 in size, which keeps rounding errors small), and subtracts
 * multiples of it from the rows beneath. The multipliers are kept where the zeros would stand.
 * Afterwards U is on and above the diagonal, L below it (its diagonal of ones is implied), and row i
 * of L·U is row perm[i] of A.
 *
 * Costs n²(m − n/3) multiplications for m ≥ n, thus n³/3·2 operations on a square matrix.
 */
export function eliminate(a: Float64Array, m: number, n: number, perm: Int32Array): void {
  for (let i = 0; i < m; i++) perm[i] = i;
  for (let k = 0; k < Math.min(m, n); k++) {
    let p = k;
    for (let i = k + 1; i < m; i++) {
      if (Math.abs(a[i * n + k]) > Math.abs(a[p * n + k])) p = i;
    }
    if (p !== k) {
      const t = perm[p];
      perm[p] = perm[k];
      perm[k] = t;
      for (let j = 0; j < n; j++) {
        const x = a[p * n + j];
        a[p * n + j] = a[k * n + j];
        a[k * n + j] = x;
      }
    }
    const pivot = a[k * n + k];
    if (pivot === 0) continue;
    for (let i = k + 1; i < m; i++) {
      const l = a[i * n + k] / pivot;
      a[i * n + k] = l;
      if (l === 0) continue;
      for (let j = k + 1; j < n; j++) a[i * n + j] -= l * a[k * n + j];
    }
  }
}

/**
 * The LU factorisation with partial pivoting, A = P·L·U: Gaussian elimination written as a product
 * (MML 2.3.3; Golub & Van Loan 3.4).
 *
 * A: m×n, and with k = min(m, n): P m×m a permutation, L m×k lower triangular with unit diagonal,
 * U k×n upper triangular. A singular matrix has such factors too, with a zero on U's diagonal.
 *
 * Costs 2n³/3 operations for m = n.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.lu([[1, 2], [4, 4]]).L // => [[1, 0], [0.25, 1]]
 * linalg.lu([[1, 2], [4, 4]]).U // => [[4, 4], [0, 1]]
 * linalg.lu([[1, 2], [4, 4]]).P // => [[0, 1], [1, 0]]
 */
export function lu(A: readonly (readonly number[])[]): LU {
  requireMatrix("lu", "A", A);
  const m = A.length;
  const n = columnsOf(A);
  const k = Math.min(m, n);
  const a = packRows(A);
  const perm = new Int32Array(m);
  eliminate(a, m, n, perm);
  const P = zeros(m, m);
  const L = zeros(m, k);
  const U = zeros(k, n);
  for (let i = 0; i < m; i++) {
    P[perm[i]][i] = 1;
    for (let j = 0; j < Math.min(i, k); j++) L[i][j] = a[i * n + j];
    if (i < k) {
      L[i][i] = 1;
      for (let j = i; j < n; j++) U[i][j] = a[i * n + j];
    }
  }
  return { P, L, U };
}
