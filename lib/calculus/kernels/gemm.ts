import { product } from "../../linalg/flat";
import { Tensor } from "../tracking/tensor";
import { asDense } from "./dense";
import { withoutNaN } from "./entries";

/** The matrix product C = A·B, with A or B transposed first where the flags say so, by linalg. */
export function gemm(A: Tensor, B: Tensor, ta: boolean, tb: boolean): Tensor {
  const m = A.shape[ta ? 1 : 0];
  const n = B.shape[tb ? 0 : 1];
  const out = { data: new Float64Array(m * n), rows: m, cols: n };
  product(asDense(A), asDense(B), { transposeA: ta, transposeB: tb, out });
  return new Tensor(withoutNaN("matmul", out.data), [m, n]);
}
