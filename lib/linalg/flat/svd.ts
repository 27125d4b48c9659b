import { golubKahan, type Vectors } from "../kernels/golubKahan";
import { canonicalColumns, canonicalSign, negate } from "../kernels/signs";
import { usesLapack } from "../native/engine";
import { gesdd } from "../native/lapack";
import { blank, type Dense, dense, release } from "../storage/dense";
import { copyOf } from "./copy";

/** The factors of `svd`: A = U·diag(s)·Vt. */
export interface FlatSVD {
  U: Dense;
  s: Float64Array;
  Vt: Dense;
}

/** Options of `svd`. */
export interface FlatSVDOptions {
  /** Whether U and Vt are square rather than m×k and k×n. Default false. */
  fullMatrices?: boolean;
  /** Whether A may be overwritten. Default false. */
  overwrite?: boolean;
}

/** Decomposes A, which is overwritten. To LAPACK row-major A is column-major Aᵀ = V·Σ·Uᵀ. */
function decompose(job: Vectors, A: Dense, s: Float64Array, U: Dense, Vt: Dense): void {
  const { data, rows: m, cols: n } = A;
  if (usesLapack("svd", s.length)) gesdd(job, data, n, m, s, Vt.data, U.data);
  else golubKahan(job, data, m, n, s, U.data, Vt.data);
}

/**
 * The singular value decomposition A = U·diag(s)·Vt, s descending; of each pair of vectors the sign is
 * such that the entry of largest magnitude in that of U is positive.
 */
export function svd(A: Dense, options: FlatSVDOptions = {}): FlatSVD {
  const { fullMatrices = false, overwrite = false } = options;
  const { rows: m, cols: n } = A;
  const k = Math.min(m, n);
  const s = new Float64Array(k);
  const U = (k === 0 ? dense : blank)(m, fullMatrices ? m : k);
  const Vt = (k === 0 ? dense : blank)(fullMatrices ? n : k, n);
  if (k === 0) {
    for (let i = 0; i < U.cols; i++) U.data[i * (m + 1)] = 1;
    for (let i = 0; i < Vt.rows; i++) Vt.data[i * (n + 1)] = 1;
    return { U, s, Vt };
  }
  const work = copyOf(A, overwrite);
  decompose(fullMatrices ? "full" : "reduced", work, s, U, Vt);
  if (!overwrite) release(work);
  const signs = canonicalColumns(U.data, m, U.cols);
  for (let j = 0; j < Vt.rows; j++) {
    const sign = j < k ? signs[j] : canonicalSign(Vt.data, j * n, n);
    if (sign < 0) negate(Vt.data, j * n, n);
  }
  return { U, s, Vt };
}

/** The singular values, descending, at a fraction of the cost. A is overwritten if it may be. */
export function singularValues(A: Dense, overwrite = false): Float64Array {
  const s = new Float64Array(Math.min(A.rows, A.cols));
  if (s.length === 0) return s;
  const none = dense(1, 1);
  const work = copyOf(A, overwrite);
  decompose("none", work, s, none, none);
  if (!overwrite) release(work);
  return s;
}
