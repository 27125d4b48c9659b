import type { Matrix, ReadonlyMatrix } from "../core";
import { zeros } from "./create";
import { release } from "./flat";
import { factorLU } from "./flat/lu";
import { packTransposed } from "./storage/pack";
import { unpackTriangle } from "./storage/unpack";

/** The factors of `lu`: A = P·L·U. */
export interface LU {
  /** m×m permutation. */
  P: Matrix;
  /** m×k with k = min(m, n): ones on the diagonal, zeros above it, no entry above 1 in size. */
  L: Matrix;
  /** k×n: zeros below the diagonal. */
  U: Matrix;
}

/** The order of the rows after the swaps: row i of L·U is row order[i] of A. */
function rowOrder(pivots: Int32Array, m: number): number[] {
  const order = Array.from({ length: m }, (_, i) => i);
  pivots.forEach((pivot, i) => {
    const row = order[i];
    order[i] = order[pivot - 1];
    order[pivot - 1] = row;
  });
  return order;
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
 * @param A - m×n.
 * @returns `{ P, L, U }`: m×m, m×k and k×n with k = min(m, n).
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.lu([[1, 2], [4, 4]]).L // => [[1, 0], [0.25, 1]]
 * linalg.lu([[1, 2], [4, 4]]).U // => [[4, 4], [0, 1]]
 * linalg.lu([[1, 2], [4, 4]]).P // => [[0, 1], [1, 0]]
 */
export function lu(A: ReadonlyMatrix): LU {
  const packed = packTransposed("lu", "A", A);
  const { data, rows: n, cols: m } = packed;
  const k = Math.min(m, n);
  const pivots = factorLU(packed);
  const P = zeros(m, m);
  rowOrder(pivots, m).forEach((row, i) => {
    P[row][i] = 1;
  });
  const L = unpackTriangle("lower", data, m, k, m);
  for (let i = 0; i < k; i++) L[i][i] = 1;
  const U = unpackTriangle("upper", data, k, n, m);
  release(packed);
  return { P, L, U };
}
