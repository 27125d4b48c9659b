import { LinAlgError } from "../../core";
import { factorCholesky } from "../kernels/cholesky";
import { usesLapack } from "../native/engine";
import { potrf } from "../native/lapack";
import { type Dense, dense } from "../storage/dense";
import { copyOf } from "./copy";

/** Throws the error for pivot number k (from 1), computed anew from the leading k×k block of A. */
function rejectPivot(caller: string, k: number, { data, cols: n }: Dense): never {
  const block = dense(k, k);
  for (let i = 0; i < k; i++) block.data.set(data.subarray(i * n, i * n + i + 1), i * k);
  const failed = factorCholesky(block.data, k);
  const p = (failed || k) * (k + 1) - k - 1;
  const pivot = failed ? block.data[p] : block.data[p] ** 2;
  const isZero = Math.abs(pivot) <= k * Number.EPSILON * Math.abs(data[(k - 1) * (n + 1)]);
  throw new LinAlgError(
    `${caller}: A must be positive definite, pivot ${failed || k} is ${
      isZero ? "0 to working precision" : Number(pivot.toPrecision(3))
    }`,
  );
}

/**
 * The lower triangular L with positive diagonal and A = L·Lᵀ; the lower triangle of A is read.
 *
 * @throws LinAlgError if A is not positive definite to working precision, with the first pivot that
 * is not positive; the message names `caller`.
 */
export function cholesky(A: Dense, caller = "cholesky"): Dense {
  const n = A.rows;
  const L = copyOf(A);
  const a = L.data;
  const failed = (usesLapack("cholesky", n) ? potrf : factorCholesky)(a, n);
  if (failed > 0) rejectPivot(caller, failed, A);
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    if (a[p] ** 2 <= n * Number.EPSILON * A.data[p]) rejectPivot(caller, i + 1, A);
    a.fill(0, p + 1, (i + 1) * n);
  }
  return L;
}
