import { type Matrix, requireMatrix, requireOneOf, requireOptions } from "../core";
import { makeReflector, reflect } from "./householder";
import { columnsOf, packColumns, unpackColumns } from "./pack";

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
export function triangularize(a: Float64Array, m: number, n: number): Float64Array {
  const k = Math.min(m, n);
  const tau = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const p = j * m + j;
    tau[j] = makeReflector(a, p, m - j);
    reflect(a, p, m - j, tau[j], a, p + m, m, n - j - 1);
  }
  return tau;
}

/**
 * The first `columns` columns of Q = H₁·H₂⋯Hₖ, column-major m×columns. The mirrors are applied to
 * columns of the identity, last mirror first, so that each touches only what is no longer trivial.
 */
export function formQ(a: Float64Array, m: number, tau: Float64Array, columns: number) {
  const q = new Float64Array(m * columns);
  for (let j = 0; j < columns; j++) q[j * m + j] = 1;
  for (let j = tau.length - 1; j >= 0; j--) {
    reflect(a, j * m + j, m - j, tau[j], q, j * m + j, m, columns - j);
  }
  return q;
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
 * @throws TypeError or RangeError if A is not a matrix of finite numbers.
 * @example
 * linalg.qr([[3, 1], [4, 2]]).R // => [[5, 2.2], [0, 0.4]]
 * linalg.qr([[3], [4]]).Q // => [[0.6], [0.8]]
 */
export function qr(A: readonly (readonly number[])[], options: QROptions = {}): QR {
  requireMatrix("qr", "A", A);
  requireOptions("qr", options, ["mode"]);
  const mode = requireOneOf("qr", "mode", options.mode ?? "reduced", ["reduced", "complete"]);
  const m = A.length;
  const n = columnsOf(A);
  const columns = mode === "complete" ? m : Math.min(m, n);
  const a = packColumns(A);
  const tau = triangularize(a, m, n);
  const q = formQ(a, m, tau, columns);
  for (let i = 0; i < Math.min(m, n); i++) {
    if (a[i * m + i] < 0) {
      for (let j = i; j < n; j++) a[j * m + i] *= -1;
      for (let p = i * m; p < (i + 1) * m; p++) q[p] *= -1;
    }
  }
  const R = unpackColumns(a, columns, n, m);
  for (let i = 1; i < columns; i++) R[i].fill(0, 0, Math.min(i, n));
  return { Q: unpackColumns(q, m, columns), R };
}
