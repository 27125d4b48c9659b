import type { Matrix } from "../core";
import { packRows, unpackRows } from "./pack";
import { giveBack } from "./scratch";

/** Gauss–Jordan elimination; the reduced matrix and the columns of its pivots. */
function gaussJordan(
  caller: string,
  A: readonly (readonly number[])[],
): { reduced: Matrix; pivots: number[] } {
  const { a, m, n } = packRows(caller, "A", A);
  const pivots: number[] = [];
  // Below this an entry is what rounding has left of a zero: ε times the largest of its column's past.
  const scale = new Float64Array(n);
  for (let p = 0; p < m * n; p++) scale[p % n] = Math.max(scale[p % n], Math.abs(a[p]));
  for (let j = 0; j < n && pivots.length < m; j++) {
    const r = pivots.length;
    let best = r;
    for (let i = r + 1; i < m; i++) {
      if (Math.abs(a[i * n + j]) > Math.abs(a[best * n + j])) best = i;
    }
    const pivot = a[best * n + j];
    if (Math.abs(pivot) <= Math.max(m, n) * Number.EPSILON * scale[j]) {
      for (let i = r; i < m; i++) a[i * n + j] = 0;
      continue;
    }
    for (let c = 0; c < n; c++) {
      const t = a[best * n + c];
      a[best * n + c] = a[r * n + c];
      a[r * n + c] = t / pivot;
    }
    a[r * n + j] = 1;
    for (let i = 0; i < m; i++) {
      const f = a[i * n + j];
      if (i === r || f === 0) continue;
      a[i * n + j] = 0;
      for (let c = j + 1; c < n; c++) {
        a[i * n + c] -= f * a[r * n + c];
        scale[c] = Math.max(scale[c], Math.abs(f * a[r * n + c]));
      }
    }
    pivots.push(j);
  }
  const reduced = unpackRows(a, m, n);
  giveBack(a);
  return { reduced, pivots };
}

/**
 * The reduced row-echelon form, by Gauss–Jordan elimination (MML 2.3.2): each row begins with a 1
 * that stands alone in its column and to the right of the one above; zero rows come last. It has the
 * same solutions as A and is unique.
 *
 * A: m×n, the result too. In each column the largest candidate is taken as pivot, from whichever row
 * it stands in; what is zero up to rounding counts as zero. Costs mn·min(m, n) operations.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.rref([[0, 1], [-1, 0]]) // => [[1, 0], [0, 1]]
 * linalg.rref([[1, 2, 3], [2, 4, 7]]) // => [[1, 2, 0], [0, 0, 1]]
 */
export function rref(A: readonly (readonly number[])[]): Matrix {
  return gaussJordan("rref", A).reduced;
}

/**
 * The positions (from 0) of the pivot columns of `rref(A)`. The columns of A itself at these positions
 * are a basis of its column space (MML 2.6.1); the other columns belong to free variables.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.pivotColumns([[1, 2, 3], [2, 4, 7]]) // => [0, 2]
 */
export function pivotColumns(A: readonly (readonly number[])[]): number[] {
  return gaussJordan("pivotColumns", A).pivots;
}
