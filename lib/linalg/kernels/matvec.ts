/** y ← A·x for row-major A (m×n). Four running sums let the processor add in parallel. */
export function multiplyVector(
  a: Float64Array,
  m: number,
  n: number,
  x: Float64Array,
  y: Float64Array,
): void {
  for (let i = 0, p = 0; i < m; i++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let j = 0;
    for (; j + 3 < n; j += 4, p += 4) {
      s0 += a[p] * x[j];
      s1 += a[p + 1] * x[j + 1];
      s2 += a[p + 2] * x[j + 2];
      s3 += a[p + 3] * x[j + 3];
    }
    for (; j < n; j++) s0 += a[p++] * x[j];
    y[i] = s0 + s1 + (s2 + s3);
  }
}

/** y ← Aᵀ·x for row-major A (m×n): the sum of the rows of A, each times its xᵢ. */
export function multiplyVectorTransposed(
  a: Float64Array,
  m: number,
  n: number,
  x: Float64Array,
  y: Float64Array,
): void {
  y.fill(0, 0, n);
  for (let i = 0, p = 0; i < m; i++) {
    const f = x[i];
    for (let j = 0; j < n; j++) y[j] += f * a[p++];
  }
}
