import { requireMatrix } from "../core";

/** Largest difference between aᵢⱼ and aⱼᵢ, relative to the largest entry, that passes as rounding. */
const TOLERANCE = 1e-10;

/**
 * Asserts that A is square and symmetric. Differences within 1e-10 of the largest entry pass, since a
 * product such as B·M·Bᵀ is symmetric only up to rounding.
 *
 * @throws RangeError that names the pair of entries that differ.
 */
export function requireSymmetric(caller: string, A: readonly (readonly number[])[]): void {
  requireMatrix(caller, "A", A, { square: true });
  const n = A.length;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) largest = Math.max(largest, Math.abs(A[i][j]));
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(A[i][j] - A[j][i]) > TOLERANCE * largest) {
        throw new RangeError(
          `${caller}: A must be symmetric, A[${i}][${j}] is ${A[i][j]} and A[${j}][${i}] is ${A[j][i]}`,
        );
      }
    }
  }
}
