/**
 * The lower triangle of C ← AᵀA for row-major A (m×n) and C (n×n). Four rows of A are taken at a time,
 * so that each entry of C is read and written once for four products.
 */
export function gramLower(a: Float64Array, m: number, n: number, c: Float64Array): void {
  c.fill(0, 0, n * n);
  let l = 0;
  for (; l + 3 < m; l += 4) {
    const p = l * n;
    const q = p + n;
    const r = q + n;
    const s = r + n;
    for (let i = 0; i < n; i++) {
      const x0 = a[p + i];
      const x1 = a[q + i];
      const x2 = a[r + i];
      const x3 = a[s + i];
      for (let j = 0, at = i * n; j <= i; j++, at++) {
        c[at] += x0 * a[p + j] + x1 * a[q + j] + (x2 * a[r + j] + x3 * a[s + j]);
      }
    }
  }
  for (; l < m; l++) {
    const p = l * n;
    for (let i = 0; i < n; i++) {
      const x = a[p + i];
      for (let j = 0, at = i * n; j <= i; j++, at++) c[at] += x * a[p + j];
    }
  }
}

/** Copies the lower triangle of row-major C (n×n) to the upper one. */
export function mirrorLower(c: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) {
    for (let j = 0, p = i * n, q = i; j < i; j++, q += n) c[q] = c[p++];
  }
}
