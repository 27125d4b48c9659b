import { type Matrix, maxOf } from "../../core";
import { maxAbs } from "./vectors";

/** The symmetric part (M + Mᵀ)/2 of a square matrix. */
export const symmetricPart = (M: Matrix): Matrix =>
  M.map((row, i) => row.map((v, j) => (v + M[j][i]) / 2));

/**
 * Asserts that a square matrix is symmetric, to `tol` times its largest entry, and returns its symmetric
 * part.
 *
 * @throws RangeError that names the pair of entries that differ.
 */
export function requireSymmetric(caller: string, name: string, M: Matrix, tol: number): Matrix {
  const size = maxOf(M.map(maxAbs));
  M.forEach((row, i) => {
    const j = row.findIndex((v, k) => Math.abs(v - M[k][i]) > tol * size);
    if (j < 0) return;
    const entries = `[${i}][${j}] is ${row[j]} and [${j}][${i}] is ${M[j][i]}`;
    throw new RangeError(`${caller}: ${name} must be symmetric, ${entries}`);
  });
  return symmetricPart(M);
}
