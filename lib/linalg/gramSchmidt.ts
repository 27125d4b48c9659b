import { LinAlgError, type Matrix, type ReadonlyMatrix } from "../core";
import { release } from "./flat";
import { safeNorm } from "./kernels/householder";
import { tame } from "./kernels/scaling";
import { packTransposed } from "./storage/pack";
import { unpackTransposed } from "./storage/unpack";

/**
 * Gram–Schmidt orthogonalisation (MML 3.8.3): an orthonormal basis of the span of A's columns, built
 * one column at a time by taking off each column its projection on the ones before,
 *
 *   uₖ = aₖ − Σ_{j<k} (qⱼᵀaₖ)·qⱼ,   qₖ = uₖ/‖uₖ‖.
 *
 * A: m×n with independent columns, Q: m×n with QᵀQ = I and the span of the first k columns the same
 * for all k. Rounding leaves a remnant of the others in uₖ, large beside a short uₖ, so each column is
 * orthogonalised twice: "twice is enough" (Giraud, Langou & Rozložník 2005). Costs 4mn² operations.
 *
 * @param A - m×n, columns independent.
 * @returns Q, m×n.
 * @throws LinAlgError if a column depends on those before it, to working precision.
 * @example
 * linalg.gramSchmidt([[2, 1], [0, 1]]) // => [[1, 0], [0, 1]]
 * linalg.gramSchmidt([[1, 2], [1, 2]]) // throws column 2 depends on
 */
export function gramSchmidt(A: ReadonlyMatrix): Matrix {
  const packed = packTransposed("gramSchmidt", "A", A);
  const { data: q, rows: n, cols: m } = packed;
  tame(q, n * m);
  for (let k = 0; k < n; k++) {
    const u = q.subarray(k * m, (k + 1) * m);
    const before = safeNorm(u, 0, m);
    for (let i = 0; i < m; i++) u[i] /= before || 1;
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) {
        let coefficient = 0;
        for (let i = 0; i < m; i++) coefficient += q[j * m + i] * u[i];
        for (let i = 0; i < m; i++) u[i] -= coefficient * q[j * m + i];
      }
      const length = safeNorm(u, 0, m);
      if (before === 0 || length <= m * Number.EPSILON) {
        throw new LinAlgError(
          `gramSchmidt: A must have independent columns, column ${k + 1} depends on those before it`,
        );
      }
      for (let i = 0; i < m; i++) u[i] /= length;
    }
  }
  const Q = unpackTransposed(packed);
  release(packed);
  return Q;
}
