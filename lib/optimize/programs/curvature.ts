import { LinAlgError, type Vector } from "../../core";
import { cholesky, copyOf, type Dense, dense, eigh } from "../../linalg/flat";

/** An eigenvalue of the scaled matrix counts as zero up to this, times its size. */
const ZERO = 1e-12;

/** D·Q·D. */
function scaled(Q: readonly Vector[], D: ArrayLike<number>): Dense {
  const n = Q.length;
  const M = dense(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) M.data[i * n + j] = Q[i][j] * D[i] * D[j];
  }
  return M;
}

/**
 * A direction of negative curvature of the symmetric Q, null if Q is positive semidefinite but for rounding.
 * It is looked for after a scaling to a diagonal of ones, so that no variable hides another.
 */
export function negativeCurvature(Q: readonly Vector[]): Vector | null {
  const n = Q.length;
  const D = Q.map((row, i) => (row[i] > 0 ? 1 / Math.sqrt(row[i]) : 1));
  const M = scaled(Q, D);
  const shift = ZERO * n;
  const touched = copyOf(M);
  for (let i = 0; i < n; i++) touched.data[i * (n + 1)] += shift;
  try {
    cholesky(touched);
    return null;
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
  }
  const { values, vectors } = eigh(M);
  if (values[0] >= -shift) return null;
  return D.map((d, i) => d * vectors.data[i * n]);
}

/** Unit vectors v that span the directions D·v without curvature, Q·D·v = 0. */
export function nullDirections(Q: readonly Vector[], D: Vector): Vector[] {
  const n = Q.length;
  const { values, vectors } = eigh(scaled(Q, D));
  const size = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  const level: Vector[] = [];
  for (let k = 0; k < n && values[k] <= ZERO * n * size; k++) {
    level.push(D.map((_, i) => vectors.data[i * n + k]));
  }
  return level;
}
