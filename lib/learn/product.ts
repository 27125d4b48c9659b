/**
 * C ← A·B for flat row-major A (m×k), B (k×n), C (m×n). Four rows of B are taken at a time, so that
 * each entry of C is read and written once for four products.
 */
export function product(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
): void {
  c.fill(0, 0, m * n);
  for (let i = 0; i < m; i++) {
    const at = i * n;
    let l = 0;
    for (; l + 3 < k; l += 4) {
      const p = i * k + l;
      const [a0, a1, a2, a3] = [a[p], a[p + 1], a[p + 2], a[p + 3]];
      const [q0, q1, q2, q3] = [l * n, (l + 1) * n, (l + 2) * n, (l + 3) * n];
      for (let j = 0; j < n; j++) {
        c[at + j] += a0 * b[q0 + j] + a1 * b[q1 + j] + (a2 * b[q2 + j] + a3 * b[q3 + j]);
      }
    }
    for (; l < k; l++) {
      const ail = a[i * k + l];
      for (let j = 0; j < n; j++) c[at + j] += ail * b[l * n + j];
    }
  }
}

/** Aᵀ in flat row-major storage, for A of m rows and n columns. */
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const t = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) t[j * m + i] = a[i * n + j];
  return t;
}
