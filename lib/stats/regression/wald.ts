import type { ReadonlyVector } from "../../core";
import { type Dense, dense, qr, solveTriangular } from "../../linalg/flat";
import { fisherF } from "../../prob";

/**
 * Wald's test that all parameters but the constant are 0: F = bᵀV⁻¹b/q for the q others, V = CᵀC their
 * covariance. With C = Q·R for their columns it is ‖R⁻ᵀb‖²/q. NaN if there are none, or where V is singular, as
 * it is if fewer residuals than that differ from 0.
 *
 * @param constant - The parameter of the constant, −1 without one.
 */
export function waldTest(
  beta: ReadonlyVector,
  spread: Dense,
  constant: number,
  dfResidual: number,
): { fStatistic: number; fPValue: number } {
  const k = beta.length;
  const others = beta.flatMap((_, j) => (j === constant ? [] : [j]));
  const q = others.length;
  if (q === 0) return { fStatistic: NaN, fPValue: NaN };
  const C = dense(spread.rows, q);
  const b = dense(q, 1);
  others.forEach((j, at) => {
    for (let i = 0; i < C.rows; i++) C.data[i * q + at] = spread.data[i * k + j];
    b.data[at] = beta[j];
  });
  const { R } = qr(C);
  for (let j = 0; j < q; j++) {
    let length = 0;
    for (let i = 0; i <= j; i++) length = Math.hypot(length, R.data[i * q + j]);
    if (!(R.data[j * q + j] > 10 * k * Number.EPSILON * length)) {
      return { fStatistic: NaN, fPValue: NaN };
    }
  }
  const x = solveTriangular(R, b, { lower: false, transpose: true }).data;
  const fStatistic = x.reduce((s, v) => s + v * v, 0) / q;
  return { fStatistic, fPValue: fisherF(q, dfResidual).sf(fStatistic) };
}
