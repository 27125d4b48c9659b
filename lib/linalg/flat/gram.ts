import { gramLower, mirrorLower } from "../kernels/gram";
import { syrk } from "../native/blas";
import { usesLapack } from "../native/engine";
import { blank, type Dense } from "../storage/dense";
import { product } from "./product";

/** Options of `gram`. */
export interface GramOptions {
  /** AAᵀ, the inner products of the rows, instead of those of the columns. Default false. */
  transpose?: boolean;
  /** Where the result goes, square and not A. Default: a new matrix. */
  out?: Dense;
}

/** The Gram matrix AᵀA, symmetric to the last bit: half the work of a product. */
export function gram(A: Dense, options: GramOptions = {}): Dense {
  const { transpose = false } = options;
  const [m, n] = transpose ? [A.cols, A.rows] : [A.rows, A.cols];
  const C = options.out ?? blank(n, n);
  if (usesLapack("matmul", Math.cbrt(m * n * n))) syrk(A, C, transpose);
  else if (transpose) product(A, A, { transposeB: true, out: C });
  else gramLower(A.data, m, n, C.data);
  mirrorLower(C.data, n);
  return C;
}
