import type { Matrix, ReadonlyMatrix } from "../core";
import * as flat from "./flat";

/**
 * The matrix exponential e^A = Σ Aᵏ/k!, which solves x′ = A·x by x(t) = e^{tA}·x(0).
 *
 * A: n×n. By scaling and squaring: e^A = (e^{A/2ˢ})^{2ˢ}, and e^{A/2ˢ} by a Padé approximant, a quotient
 * of two polynomials. s comes from the norms of powers of A, not from ‖A‖, so that a matrix far from
 * normal is not halved more often than it needs; a triangular matrix keeps the exact exponentials of
 * its diagonal (Al-Mohy & Higham 2009, A new scaling and squaring algorithm for the matrix exponential).
 * Where rows and columns differ much in size, they are balanced first; and where powers of A cancel so
 * much that rounding would take over, the real Schur form is exponentiated instead. Costs about
 * (20 + 2s)·n³ operations, by the Schur form 25n³ more.
 *
 * @param A - n×n.
 * @returns n×n.
 * @throws RangeError if A is not square or e^A overflows.
 * @example
 * linalg.expm([[0, 1], [0, 0]]) // => [[1, 1], [0, 1]]
 * linalg.expm([[1]]) // => [[Math.E]]
 * linalg.expm([[1, 0], [1e6, -1]])[1][0] // => 1e6 * Math.sinh(1)
 */
export function expm(A: ReadonlyMatrix): Matrix {
  const packed = flat.pack("expm", "A", A, { square: true });
  const exponential = flat.expm(packed);
  const E = flat.unpack(exponential);
  flat.release(packed, exponential);
  return E;
}
