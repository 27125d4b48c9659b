import type { Matrix, ReadonlyVector, Vector } from "../../core";
import { cholesky, type Dense, product, unpack } from "../../linalg/flat";

/** A factor L of the covariance matrix Σ = L·Lᵀ that steps are shaped by. */
export interface Metric {
  /** L·z. */
  apply(z: ReadonlyVector): Vector;
  /** Lᵀ·g. */
  applyTransposed(g: ReadonlyVector): Vector;
  /** Σ. */
  covariance(): Matrix;
}

/** L = diag(scale). */
export function diagonalMetric(scale: ReadonlyVector): Metric {
  const times = (z: ReadonlyVector) => z.map((v, j) => v * scale[j]!);
  return {
    apply: times,
    applyTransposed: times,
    covariance: () => scale.map((s, j) => scale.map((_, k) => (j === k ? s * s : 0))),
  };
}

/** L the Cholesky factor of a covariance matrix that is given in units of `scale`. */
export function denseMetric(C: Dense, scale: ReadonlyVector): Metric {
  const L = cholesky(C);
  const n = C.rows;
  const a = L.data;
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) a[i * n + j]! *= scale[i]!;
  return {
    apply: (z) =>
      scale.map((_, i) => {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += a[i * n + j]! * z[j]!;
        return sum;
      }),
    applyTransposed: (g) =>
      scale.map((_, j) => {
        let sum = 0;
        for (let i = j; i < n; i++) sum += a[i * n + j]! * g[i]!;
        return sum;
      }),
    covariance: () => unpack(product(L, L, { transposeB: true })),
  };
}
