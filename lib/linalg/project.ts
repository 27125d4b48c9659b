import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../core";
import { scaleBy, tame } from "./kernels/scaling";
import { columnSpace } from "./rank";
import { columnsOf } from "./storage/pack";
import { unpackVector } from "./storage/unpack";

/**
 * The orthogonal projection of x on the column space of B (MML 3.8.2): the point B·λ nearest to x.
 *
 * B: m×n, x and the result of length m. Where the columns are independent this is
 * B·(BᵀB)⁻¹·Bᵀ·x; we get it as U·Uᵀ·x from an orthonormal basis U of the column space, which holds
 * for dependent columns too and does not square the condition number.
 *
 * @param x - Vector of length m.
 * @param B - m×n.
 * @returns Vector of length m.
 * @throws RangeError if x does not have as many entries as B has rows. O(mn·min(m, n)) for the SVD of B.
 * @example
 * linalg.project([6, 0, 0], [[1, 0], [1, 1], [1, 2]]) // => [5, 2, -1]
 */
export function project(x: ReadonlyVector, B: ReadonlyMatrix): Vector {
  requireMatrix("project", "B", B);
  requireVector("project", "x", x, { length: B.length, lengthOf: "rows of B" });
  const U = columnSpace(B);
  const p = new Float64Array(x.length);
  const point = Float64Array.from(x);
  const unit = tame(point, point.length);
  for (let j = 0; j < columnsOf(U); j++) {
    const coefficient = U.reduce((sum, row, i) => sum + row[j] * point[i], 0);
    for (let i = 0; i < p.length; i++) p[i] += coefficient * U[i][j];
  }
  scaleBy(unit, p, p.length);
  return unpackVector(p);
}
