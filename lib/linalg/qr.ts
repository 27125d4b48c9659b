import { type Matrix, type ReadonlyMatrix, requireOneOf, requireOptions } from "../core";
import { formQ, makeReflector, reflect } from "./kernels/householder";
import { negate } from "./kernels/signs";
import { usesLapack } from "./native/engine";
import { geqrf, orgqr } from "./native/lapack";
import { packColumns } from "./storage/pack";
import { borrow, giveBack } from "./storage/scratch";
import { unpackColumns, unpackTriangle } from "./storage/unpack";

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
 * Householder QR on column-major storage, in place: step k mirrors what is left of column k onto the
 * diagonal. Afterwards R is on and above the diagonal and the vectors of the mirrors below it.
 */
export function triangularize(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  for (let j = 0; j < Math.min(m, n); j++) {
    const p = j * m + j;
    tau[j] = makeReflector(a, p, m - j);
    reflect(a, p, m - j, tau[j], a, p + m, m, n - j - 1);
  }
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
 * @throws TypeError or RangeError if A is not a matrix of finite numbers, or there is no such mode.
 * @example
 * linalg.qr([[3, 1], [4, 2]]).R // => [[5, 2.2], [0, 0.4]]
 * linalg.qr([[3], [4]]).Q // => [[0.6], [0.8]]
 */
export function qr(A: ReadonlyMatrix, options: QROptions = {}): QR {
  requireOptions("qr", options, ["mode"]);
  const mode = requireOneOf("qr", "mode", options.mode ?? "reduced", ["reduced", "complete"]);
  const { a, m, n } = packColumns("qr", "A", A);
  const k = Math.min(m, n);
  const columns = mode === "complete" ? m : k;
  const native = usesLapack("qr", k);
  const tau = borrow(k);
  (native ? geqrf : triangularize)(a, m, n, tau);
  const q = borrow(m * columns);
  q.set(a.subarray(0, m * k));
  (native ? orgqr : formQ)(q, m, columns, k, tau);
  for (let i = 0; i < k; i++) {
    if (a[i * m + i] >= 0) continue;
    negate(a, i * m + i, n - i, m);
    negate(q, i * m, m);
  }
  const R = unpackTriangle("upper", a, columns, n, m);
  const Q = unpackColumns(q, m, columns);
  giveBack(a, q, tau);
  return { Q, R };
}
