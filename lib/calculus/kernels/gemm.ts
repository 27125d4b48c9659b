import { addProduct, rowMajor } from "../../linalg/kernels/multiply";
import { usesLapack } from "../../linalg/native/engine";
import * as lapack from "../../linalg/native/lapack";
import { Tensor } from "../tensor";
import { withoutNaN } from "./entries";
import { transposed } from "./places";

/**
 * The matrix product C = A·B, with A or B transposed first where the flags say so, by the kernels of
 * linalg: BLAS for large matrices, our TypeScript for small ones.
 */
export function gemm(A: Tensor, B: Tensor, ta: boolean, tb: boolean): Tensor {
  const [m, k] = ta ? [A.shape[1], A.shape[0]] : A.shape;
  const n = tb ? B.shape[0] : B.shape[1];
  const c = new Float64Array(m * n);
  const a = (ta ? transposed(A) : A).data;
  const b = (tb ? transposed(B) : B).data;
  if (usesLapack("matmul", Math.min(m, n, k))) lapack.gemm(m, n, k, a, b, c);
  else addProduct(1, m, n, k, rowMajor(a, k), rowMajor(b, n), rowMajor(c, n));
  return new Tensor(withoutNaN("matmul", c), [m, n]);
}
