import type { Matrix, ReadonlyMatrix, Vector } from "../core";
import * as flat from "./flat";

/** What `eigh` returns: A·V = V·diag(values). */
export interface EigH {
  /** The n eigenvalues in ascending order. */
  values: Vector;
  /** n×n: column j is the unit eigenvector that belongs to values[j]. */
  vectors: Matrix;
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, A = V·Λ·Vᵀ: the spectral theorem at
 * work (MML 4.2, 4.4).
 *
 * A: n×n. First to tridiagonal form, then by implicit QR iteration to diagonal form, about 9n³
 * operations in all. Every eigenvalue is within a small multiple of ε·‖A‖ of a true one, and the
 * vectors are orthonormal to working precision, also where eigenvalues coincide. See Golub & Van Loan 8.3.
 *
 * @param A - n×n, symmetric.
 * @returns `values` ascending, and `vectors` with the eigenvector of values[j] in column j, its entry
 * of largest magnitude positive.
 * @throws RangeError if A is not symmetric.
 * @example
 * linalg.eigh([[2, 1], [1, 2]]).values // => [1, 3]
 * linalg.eigh([[2, 0], [0, 1]]).vectors // => [[0, 1], [1, 0]]
 */
export function eigh(A: ReadonlyMatrix): EigH {
  const packed = flat.packSymmetric("eigh", A);
  const { values, vectors } = flat.eigh(packed, { overwrite: true });
  const result = { values: flat.unpackVector(values), vectors: flat.unpack(vectors) };
  flat.release(packed, vectors);
  return result;
}
