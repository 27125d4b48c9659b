import { addProduct, rowMajor, transposed } from "./multiply";

/** Rows factored together: then most of the work is a matrix product, which runs fastest. */
const BLOCK = 32;

/**
 * Writes L over the lower triangle of A (row-major n×n), block by block: rows and columns of a block
 * by the formulas of `cholesky`, the rest of the triangle by subtracting the product of the block's
 * columns with their transpose.
 *
 * @returns The position (from 1) of the first pivot that is not positive, left where it stood, or 0.
 */
export function factorCholesky(a: Float64Array, n: number): number {
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
