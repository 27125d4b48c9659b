import { usesLapack } from "../linalg/engine";
import * as lapack from "../linalg/lapack";
import { addProduct, rowMajor } from "../linalg/multiply";

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

/** Aᵀ in flat row-major storage, for A of m rows and n columns. */
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const t = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) t[j * m + i] = a[i * n + j];
  return t;
}
