import type { Matrix, ReadonlyMatrix, ReadonlyVector } from "../core";
import { unpack } from "../linalg/flat";

/**
 * The way from `number[][]` to the flat, row-major storage that kernels work on, and back.
 */

/** The rows of A one after the other, less `origin` where it is given. A has been checked. */
export function flatten(A: ReadonlyMatrix, origin?: ReadonlyVector): Float64Array {
  const D = A.length === 0 ? 0 : A[0].length;
  const flat = new Float64Array(A.length * D);
  let p = 0;
  for (const row of A) {
    if (origin) for (let j = 0; j < D; j++) flat[p++] = row[j] - origin[j];
    else for (let j = 0; j < D; j++) flat[p++] = row[j];
  }
  return flat;
}

/** Rows of length D from flat storage, plus `origin` where it is given. */
export function unflatten(flat: Float64Array, D: number, origin?: ReadonlyVector): Matrix {
  const A = unpack({ data: flat, rows: flat.length / D, cols: D });
  if (origin) for (const row of A) for (let j = 0; j < D; j++) row[j] += origin[j];
  return A;
}

/** W = L⁻¹ for a lower triangular L (D×D), by substitution column by column. */
export function invertLower(L: ReadonlyMatrix, W: Float64Array): void {
  const D = L.length;
  W.fill(0);
  for (let j = 0; j < D; j++) {
    W[j * D + j] = 1 / L[j][j];
    for (let i = j + 1; i < D; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum += L[i][k] * W[k * D + j];
      W[i * D + j] = -sum / L[i][i];
    }
  }
}

/** Some rows, of D columns, of flat storage, one after the other. */
export function pickRows(x: Float64Array, rows: ReadonlyVector, D: number): Float64Array {
  const out = new Float64Array(rows.length * D);
  rows.forEach((n, i) => {
    out.set(x.subarray(n * D, (n + 1) * D), i * D);
  });
  return out;
}
