import { withoutNaN } from "./kernels";
import { Tensor } from "./tensor";

/** The matrix product C = A·B, with A or B transposed first where the flags say so. */
export function gemm(A: Tensor, B: Tensor, ta: boolean, tb: boolean): Tensor {
  const [m, k] = ta ? [A.shape[1], A.shape[0]] : A.shape;
  const n = tb ? B.shape[0] : B.shape[1];
  const [a, b] = [A.data, B.data];
  const c = new Float64Array(m * n);
  const [rowA, colA] = ta ? [1, m] : [k, 1];
  for (let i = 0; i < m; i++) {
    if (tb) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let l = 0, p = i * rowA, q = j * k; l < k; l++, p += colA) sum += a[p] * b[q++];
        c[i * n + j] = sum;
      }
    } else {
      for (let l = 0; l < k; l++) {
        const ail = a[i * rowA + l * colA];
        for (let j = 0, p = i * n, q = l * n; j < n; j++) c[p++] += ail * b[q++];
      }
    }
  }
  return new Tensor(withoutNaN("matmul", c), [m, n]);
}
