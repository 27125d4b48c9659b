import { multiplyVector, multiplyVectorTransposed } from "../kernels/matvec";
import { gemv } from "../native/blas";
import { usesLapack } from "../native/engine";
import type { Dense } from "../storage/dense";

/** Options of `matvec`. */
export interface MatvecOptions {
  /** Take Aᵀ for A. Default false. */
  transpose?: boolean;
  /** Where the product goes, at least as long as it. Default: a new array. */
  out?: Float64Array;
}

/** The product A·x, or Aᵀ·x. Shapes are not checked. */
export function matvec(A: Dense, x: Float64Array, options: MatvecOptions = {}): Float64Array {
  const { data, rows, cols } = A;
  const { transpose = false } = options;
  const y = options.out ?? new Float64Array(transpose ? cols : rows);
  if (usesLapack("matvec", Math.sqrt(rows * cols))) gemv(A, x, y, transpose);
  else (transpose ? multiplyVectorTransposed : multiplyVector)(data, rows, cols, x, y);
  return y;
}
