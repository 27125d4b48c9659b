import { transposeInto } from "../kernels/transpose";
import { blank, type Dense } from "../storage/dense";

/** The transpose Aᵀ, a new matrix. */
export function transpose(A: Dense): Dense {
  const T = blank(A.cols, A.rows);
  transposeInto(A.data, A.rows, A.cols, T.data);
  return T;
}
