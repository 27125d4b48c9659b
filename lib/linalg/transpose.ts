import { type Matrix, type ReadonlyMatrix, requireMatrix } from "../core";

/**
 * The transpose Aᵀ: rows become columns, (Aᵀ)ᵢⱼ = aⱼᵢ (MML 2.2.2).
 *
 * A: m×n, the result n×m. (An array without rows is 0×0, so a 0×n matrix cannot be written as an
 * array of rows: the transpose of m empty rows is the empty matrix.)
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.transpose([[1, 2, 3], [4, 5, 6]]) // => [[1, 4], [2, 5], [3, 6]]
 */
export function transpose(A: ReadonlyMatrix): Matrix {
  const rows = requireMatrix("transpose", "A", A);
  const m = rows.length;
  const n = m === 0 ? 0 : rows[0].length;
  const T: Matrix = [];
  for (let j = 0; j < n; j++) {
    const row = new Array<number>(m);
    for (let i = 0; i < m; i++) row[i] = rows[i][j];
    T.push(row);
  }
  return T;
}
