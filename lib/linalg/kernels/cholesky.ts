/**
 * Writes L over the lower triangle of A (row-major n×n), row by row, by the formulas of `cholesky`: the sums
 * run along two rows.
 *
 * @returns The position (from 1) of the first pivot that is not positive, left where it stood, or 0.
 */
export function factorCholesky(a: Float64Array, n: number): number {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) {
      a[row + j] = (a[row + j] - innerProductAt(a, row, j * n, j)) / a[j * n + j];
    }
    const pivot = a[row + i] - innerProductAt(a, row, row, i);
    a[row + i] = pivot > 0 ? Math.sqrt(pivot) : pivot;
    if (!(pivot > 0)) return i + 1;
  }
  return 0;
}

/** Σ a[p + k]·a[q + k] over k < length; four running sums let the processor add in parallel. */
function innerProductAt(a: Float64Array, p: number, q: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[p + k] * a[q + k];
    s1 += a[p + k + 1] * a[q + k + 1];
    s2 += a[p + k + 2] * a[q + k + 2];
    s3 += a[p + k + 3] * a[q + k + 3];
  }
  for (; k < length; k++) s0 += a[p + k] * a[q + k];
  return s0 + s1 + (s2 + s3);
}
