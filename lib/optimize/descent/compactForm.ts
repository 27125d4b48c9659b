import type { Matrix, ReadonlyVector, Vector } from "../../core";
import { solve } from "../../linalg";
import { inner, maxAbs } from "../kernels/vectors";
import type { Iterate } from "./follow";

/** B = θI − W·M·Wᵀ, the limited-memory BFGS matrix in compact form; without pairs there is no W. */
export interface Model {
  theta: number;
  /** n rows (yᵢ of each pair, then θsᵢ of each). */
  W: Matrix;
  /** M·v, by solving with M⁻¹. */
  M: (v: Vector) => Vector;
}

export const combine = (v: Vector, a: number, row: ReadonlyVector): void => {
  for (let k = 0; k < v.length; k++) v[k] += a * row[k];
};

/** θ while nothing is learnt: 1, but so small for a small gradient that the step is not lost beside x. */
function firstTheta({ x, grad }: Iterate): number {
  const size = Math.max(1, maxAbs(x));
  const length = maxAbs(grad);
  return length > 0 && length < 1e-6 * size ? length / (1e-3 * size) : 1;
}

/** The compact form of the pairs, oldest first (Byrd, Nocedal & Schnabel 1994). */
export function compact(at: Iterate, S: readonly Vector[], Y: readonly Vector[]): Model {
  const m = S.length;
  const n = at.x.length;
  if (m === 0)
    return { theta: firstTheta(at), W: Array.from({ length: n }, () => []), M: () => [] };
  const newest = Y[m - 1];
  const theta = inner(newest, newest) / inner(newest, S[m - 1]);
  const W = Array.from({ length: n }, (_, i) => [
    ...Y.map((y) => y[i]),
    ...S.map((s) => theta * s[i]),
  ]);
  const inverse: Matrix = Array.from({ length: 2 * m }, () => new Array<number>(2 * m).fill(0));
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      const sy = inner(S[i], Y[j]);
      if (i === j) inverse[i][j] = -sy;
      if (i > j) {
        inverse[m + i][j] = sy;
        inverse[j][m + i] = sy;
      }
      inverse[m + i][m + j] = theta * inner(S[i], S[j]);
    }
  }
  return { theta, W, M: (v) => solve(inverse, v) };
}
