import type { Matrix, ReadonlyMatrix } from "../core";
import { pack, release, unpack } from "./flat";

/** How many times the estimate of its rounding error an entry must exceed not to count as zero. */
const MARGIN = 16;

/**
 * Gauss–Jordan elimination; the reduced matrix and the columns of its pivots.
 *
 * Whether an entry is zero decides the form, but rounding leaves something small where a zero should
 * stand. So each entry carries an estimate of its rounding error along (a running error analysis;
 * Higham, Accuracy and Stability of Numerical Algorithms, 3.3): ε|a| to begin with, and with every
 * a ← a − f·p that of the product joins in, as independent errors do, by the root of the sum of squares.
 */
function gaussJordan(caller: string, A: ReadonlyMatrix): { reduced: Matrix; pivots: number[] } {
  const packed = pack(caller, "A", A);
  const { data: a, rows: m, cols: n } = packed;
  const error = Float64Array.from(a.subarray(0, m * n), (x) => Number.EPSILON * Math.abs(x));
  const pivots: number[] = [];
  for (let j = 0; j < n && pivots.length < m; j++) {
    const r = pivots.length;
    let best = -1;
    for (let i = r; i < m; i++) {
      const p = i * n + j;
      if (Math.abs(a[p]) <= MARGIN * error[p]) a[p] = 0;
      else if (best < 0 || Math.abs(a[p]) > Math.abs(a[best * n + j])) best = i;
    }
    if (best < 0) continue;
    swapAndNormalise(a, error, n, best, r, j);
    for (let i = 0; i < m; i++) {
      const f = a[i * n + j];
      if (i === r || f === 0) continue;
      const fError = error[i * n + j];
      for (let c = j; c < n; c++) {
        const [p, q] = [i * n + c, r * n + c];
        const product = f * a[q];
        error[p] = Math.hypot(error[p], f * error[q], fError * a[q], Number.EPSILON * product);
        a[p] -= product;
      }
      a[i * n + j] = 0;
    }
    pivots.push(j);
  }
  const reduced = unpack(packed);
  release(packed);
  return { reduced, pivots };
}

/** Swaps rows `from` and r, and divides the new row r by its entry in column j. */
function swapAndNormalise(
  a: Float64Array,
  error: Float64Array,
  n: number,
  from: number,
  r: number,
  j: number,
): void {
  const pivot = a[from * n + j];
  const pivotError = error[from * n + j];
  for (let c = 0; c < n; c++) {
    const [p, q] = [from * n + c, r * n + c];
    [a[p], a[q]] = [a[q], a[p] / pivot];
    [error[p], error[q]] = [
      error[q],
      Math.hypot(error[p], a[q] * pivotError, Number.EPSILON * a[q] * pivot) / Math.abs(pivot),
    ];
  }
  a[r * n + j] = 1;
}

/**
 * The reduced row-echelon form, by Gauss–Jordan elimination (MML 2.3.2): each row begins with a 1
 * that stands alone in its column and to the right of the one above; zero rows come last. It has the
 * same solutions as A and is unique.
 *
 * A: m×n, the result too. In each column the largest candidate is taken as pivot, from whichever row
 * it stands in; what is zero up to rounding counts as zero. Costs mn·min(m, n) operations.
 *
 * @param A - m×n.
 * @returns m×n.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.rref([[0, 1], [-1, 0]]) // => [[1, 0], [0, 1]]
 * linalg.rref([[1, 2, 3], [2, 4, 7]]) // => [[1, 2, 0], [0, 0, 1]]
 */
export function rref(A: ReadonlyMatrix): Matrix {
  return gaussJordan("rref", A).reduced;
}

/**
 * The positions (from 0) of the pivot columns of `rref(A)`. The columns of A itself at these positions
 * are a basis of its column space (MML 2.6.1); the other columns belong to free variables.
 *
 * @param A - m×n.
 * @returns Ascending numbers of columns, from 0, as many as the rank.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers. Cost of `rref`: O(mn·min(m, n)).
 * @example
 * linalg.pivotColumns([[1, 2, 3], [2, 4, 7]]) // => [0, 2]
 */
export function pivotColumns(A: ReadonlyMatrix): number[] {
  return gaussJordan("pivotColumns", A).pivots;
}
