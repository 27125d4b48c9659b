import { usesLapack } from "../linalg/engine";
import * as lapack from "../linalg/lapack";
import { addProduct, transposed as exchanged, rowMajor } from "../linalg/multiply";
import { transposed, withoutNaN } from "./kernels";
import { Tensor } from "./tensor";

/**
 * The matrix product C = A·B, with A or B transposed first where the flags say so, by the kernels of
 * linalg: BLAS for large matrices, our TypeScript for small ones.
 */
export function gemm(A: Tensor, B: Tensor, ta: boolean, tb: boolean): Tensor {
  const [m, k] = ta ? [A.shape[1], A.shape[0]] : A.shape;
  const n = tb ? B.shape[0] : B.shape[1];
  const c = new Float64Array(m * n);
  if (usesLapack("matmul", Math.min(m, n, k))) {
    lapack.gemm(m, n, k, A.data, B.data, c, ta, tb);
  } else {
    const a = rowMajor(ta ? transposed(A).data : A.data, k);
    const b = rowMajor(B.data, B.shape[1]);
    addProduct(1, m, n, k, a, tb ? exchanged(b) : b, rowMajor(c, n));
  }
  return new Tensor(withoutNaN("matmul", c), [m, n]);
}
