import { addProduct, rowMajor } from "../linalg/kernels/multiply";
import { usesLapack } from "../linalg/native/engine";
import * as lapack from "../linalg/native/lapack";

/**
 * C ← A·B for flat row-major A (m×k), B (k×n), C (m×n), by the kernels of linalg: BLAS where there is
 * as much to do as in the square products for which linalg calls it, else our TypeScript.
 */
export function product(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
): void {
  if (usesLapack("matmul", Math.cbrt(m * n * k))) lapack.gemm(m, n, k, a, b, c);
  else {
    c.fill(0, 0, m * n);
    addProduct(1, m, n, k, rowMajor(a, k), rowMajor(b, n), rowMajor(c, n));
  }
}

/**
 * Aᵀ in flat row-major storage, for A of m rows and n columns. Four rows are taken at a time, so that
 * what is written falls side by side in memory.
 */
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const t = new Float64Array(m * n);
  let i = 0;
  for (; i + 3 < m; i += 4) {
    const p = i * n;
    for (let j = 0, q = i; j < n; j++, q += m) {
      t[q] = a[p + j];
      t[q + 1] = a[p + n + j];
      t[q + 2] = a[p + 2 * n + j];
      t[q + 3] = a[p + 3 * n + j];
    }
  }
  for (; i < m; i++) for (let j = 0; j < n; j++) t[j * m + i] = a[i * n + j];
  return t;
}
