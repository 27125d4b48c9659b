import { type Matrix, type ReadonlyMatrix, requireOneOf, requireOptions } from "../core";
import * as flat from "./flat";
import { scaleBy, tame } from "./kernels/scaling";

/** Options of `qr`. */
export interface QROptions {
  /** "reduced": Q is m×min(m, n); "complete": Q is m×m. Default "reduced". */
  mode?: "reduced" | "complete";
}

/** The factors of `qr`: A = Q·R. */
export interface QR {
  /** m×k with orthonormal columns. */
  Q: Matrix;
  /** k×n, upper triangular, with a diagonal ≥ 0. */
  R: Matrix;
}

/**
 * The QR factorisation A = Q·R: Q has orthonormal columns, R is upper triangular.
 *
 * A: m×n. Reduced (the default): Q is m×k and R k×n with k = min(m, n); the columns of Q are what
 * Gram–Schmidt makes of the columns of A (MML 3.8.3), found without its loss of orthogonality by
 * Householder's mirrors (Golub & Van Loan 5.2). Complete: Q is m×m, its last columns an orthonormal
 * basis of the orthogonal complement of A's columns, and R is m×n.
 *
 * The diagonal of R is made non-negative, so that for A of full column rank Q and R are unique.
 * Costs 2n²(m − n/3) operations, and as many again for Q.
 *
 * @param A - m×n.
 * @returns `{ Q, R }`: m×k and k×n with k = min(m, n), complete m×m and m×n.
 * @throws TypeError or RangeError if A is not a matrix of finite numbers, or there is no such mode.
 * @example
 * linalg.qr([[3, 1], [4, 2]]).R // => [[5, 2.2], [0, 0.4]]
 * linalg.qr([[3], [4]]).Q // => [[0.6], [0.8]]
 */
export function qr(A: ReadonlyMatrix, options: QROptions = {}): QR {
  requireOptions("qr", options, ["mode"]);
  const mode = requireOneOf("qr", "mode", options.mode ?? "reduced", ["reduced", "complete"]);
  const packed = flat.pack("qr", "A", A);
  const unit = tame(packed.data, packed.rows * packed.cols);
  const { Q, R } = flat.qr(packed, { complete: mode === "complete" });
  if (unit > 1) scaleBy(unit, R.data, R.rows * R.cols);
  const result = { Q: flat.unpack(Q), R: flat.unpack(R) };
  flat.release(packed, Q, R);
  return result;
}
