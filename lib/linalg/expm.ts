import { type Matrix, type ReadonlyMatrix, requireMatrix } from "../core";
import { eye } from "./create";
import { add, scale, sub } from "./elementwise";
import { matmul } from "./matmul";
import { norm } from "./norm";
import { solve } from "./solve";

/** Coefficients of the [13/13] Padé approximant of eˣ: p(x) = Σ bⱼxʲ, e^x ≈ p(x)/p(−x). */
const PADE_13 = Array.from({ length: 14 }, (_, j) => padeCoefficient(13, j));

/** ‖A‖₁ up to which the [13/13] approximant is exact to working precision (Higham 2005, table 2.3). */
const THETA_13 = 5.371920351148152;

/** bⱼ = (2q − j)!·q! / ((2q)!·j!·(q − j)!), as a product that stays small. */
function padeCoefficient(q: number, j: number): number {
  let b = 1;
  for (let i = 0; i < j; i++) b *= (q - i) / ((2 * q - i) * (i + 1));
  return b;
}

/**
 * The matrix exponential e^A = Σ Aᵏ/k!, which solves x′ = A·x by x(t) = e^{tA}·x(0).
 *
 * A: n×n. By scaling and squaring (Higham 2005, The scaling and squaring method for the matrix
 * exponential revisited): e^A = (e^{A/2ˢ})^{2ˢ}, with s such that the norm of A/2ˢ is small enough for
 * the [13/13] Padé approximant, a quotient of two polynomials of degree 13, to be exact to working
 * precision. Costs about (16 + 2s)·n³ operations.
 *
 * @throws RangeError if A is not square or e^A overflows.
 * @example
 * linalg.expm([[0, 1], [0, 0]]) // => [[1, 1], [0, 1]]
 * linalg.expm([[1]]) // => [[Math.E]]
 */
export function expm(A: ReadonlyMatrix): Matrix {
  requireMatrix("expm", "A", A, { square: true });
  const n = A.length;
  const size = norm(A, 1);
  if (size === Infinity) throw new RangeError("expm: e^A overflows");
  const s = size > THETA_13 ? Math.ceil(Math.log2(size / THETA_13)) : 0;
  const X = scale(2 ** -s, A);
  const X2 = matmul(X, X);
  const X4 = matmul(X2, X2);
  const X6 = matmul(X4, X2);
  const I = eye(n);
  // Even and odd part of p, by Horner's rule in X6: four products instead of twelve.
  const combine = (b0: number, b2: number, b4: number, b6: number) =>
    add(add(scale(b0, I), scale(b2, X2)), add(scale(b4, X4), scale(b6, X6)));
  const b = PADE_13;
  const high = (k: number) => matmul(X6, combine(0, b[8 + k], b[10 + k], b[12 + k]));
  const even = add(high(0), combine(b[0], b[2], b[4], b[6]));
  const odd = matmul(X, add(high(1), combine(b[1], b[3], b[5], b[7])));
  let E = solve(sub(even, odd), add(even, odd));
  for (let i = 0; i < s; i++) {
    E = matmul(E, E);
    if (!E.every((row) => row.every(Number.isFinite))) throw new RangeError("expm: e^A overflows");
  }
  return E;
}
