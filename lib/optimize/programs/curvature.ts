import { LinAlgError, type Vector } from "../../core";
import { cholesky, copyOf, type Dense, dense, eigh } from "../../linalg/flat";
import { maxAbs } from "../kernels/vectors";

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

/** A negative diagonal entry of this share of the largest entry may be rounding, unless it stands alone in its row. */
const ROUNDING = 64 * Number.EPSILON;

/**
 * A direction of negative curvature of the symmetric Q, null if Q is positive semidefinite but for rounding.
 * It is looked for after a scaling to a diagonal of ones, or of rows without one to largest entries of one, so that no
 * unit matters and no variable hides another.
 */
export function negativeCurvature(Q: readonly Vector[]): Vector | null {
  const n = Q.length;
  const sizes = Q.map(maxAbs);
  const bar = ROUNDING * maxAbs(sizes);
  const down = Q.findIndex(
    (row, i) => row[i] < -bar || (row[i] < 0 && row.every((v, j) => v === 0 || j === i)),
  );
  if (down >= 0) return Q.map((_, i) => (i === down ? 1 : 0));
  const D = Q.map((row, i) => 1 / Math.sqrt((row[i] > 0 ? row[i] : sizes[i]) || 1));
  const M = scaled(Q, D);
  for (let i = 0; i < n; i++) M.data[i * (n + 1)] = Math.max(0, M.data[i * (n + 1)]);
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
