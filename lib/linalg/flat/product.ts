import { multiply } from "../kernels/multiply";
import { transposeInto } from "../kernels/transpose";
import { gemm } from "../native/blas";
import { usesLapack } from "../native/engine";
import { blank, type Dense } from "../storage/dense";
import { borrow, giveBack } from "../storage/scratch";

/** Options of `product`. */
export interface ProductOptions {
  /** Take Aᵀ for A. Default false. */
  transposeA?: boolean;
  /** Take Bᵀ for B. Default false. */
  transposeB?: boolean;
  /** Where the product goes: m×n, and neither A nor B. Default: a new matrix. */
  out?: Dense;
}

/** The product A·B, with A or B transposed first where the options say so. Shapes are not checked. */
export function product(A: Dense, B: Dense, options: ProductOptions = {}): Dense {
  const { transposeA = false, transposeB = false } = options;
  const [m, k] = transposeA ? [A.cols, A.rows] : [A.rows, A.cols];
  const n = transposeB ? B.rows : B.cols;
  const C = options.out ?? blank(m, n);
  if (usesLapack("matmul", Math.cbrt(m * n * k))) {
    gemm(A, B, C, transposeA, transposeB);
    return C;
  }
  if (!transposeA) multiply(m, n, k, A.data, B.data, C.data, transposeB);
  else {
    const a = borrow(m * k);
    transposeInto(A.data, k, m, a);
    multiply(m, n, k, a, B.data, C.data, transposeB);
    giveBack(a);
  }
  return C;
}
