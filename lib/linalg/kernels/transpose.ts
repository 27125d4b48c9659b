/**
 * y ← xᵀ for row-major x (m×n). Four rows are taken at a time, so that what is written falls side by
 * side in memory.
 */
export function transposeInto(x: Float64Array, m: number, n: number, y: Float64Array): void {
  let i = 0;
  for (; i + 3 < m; i += 4) {
    let p = i * n;
    for (let j = 0, q = i; j < n; j++, p++, q += m) {
      y[q] = x[p];
      y[q + 1] = x[p + n];
      y[q + 2] = x[p + 2 * n];
      y[q + 3] = x[p + 3 * n];
    }
  }
  for (; i < m; i++) {
    for (let j = 0, p = i * n, q = i; j < n; j++, q += m) y[q] = x[p++];
  }
}
