import type { Matrix, Vector } from "../../core";
import { type Dense, svd } from "../../linalg/flat";
import { columnScales, scaledColumns } from "./columns";
import { diagonal } from "./trustRegion";

/** What parameters would vary; the errors are the roots of the diagonal, also where their squares underflow. */
export interface Spread {
  covariance: Matrix;
  errors: Vector;
}

/**
 * variance·(JᵀJ)⁻¹ by the singular values of J with columns of length 1; Infinity throughout where they
 * are linearly dependent, or J or the variance is not finite. Columns count as dependent to a relative `error`.
 *
 * @param unit - J is in this unit, the variance is not.
 */
export function covarianceOf(J: Dense, variance: number, error: number, unit: number): Spread {
  const n = J.cols;
  const fill = (value: number) => Array.from({ length: n }, () => new Array<number>(n).fill(value));
  const finite = J.data.subarray(0, J.rows * n).every(Number.isFinite);
  const unknown = () => ({ covariance: fill(Infinity), errors: new Array(n).fill(Infinity) });
  if (!finite || !Number.isFinite(variance)) return unknown();
  const inverse = columnScales(J).map((v) => 1 / v);
  const { s, Vt, rank } = diagonal(svd(scaledColumns(J, inverse)), new Float64Array(J.rows), error);
  if (rank < n) return unknown();
  const C = fill(0);
  const errors: Vector = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (Vt.data[k * n + i] / s[k]) * (Vt.data[k * n + j] / s[k]);
      C[i][j] = variance * sum * (inverse[i] / unit) * (inverse[j] / unit);
      C[j][i] = C[i][j];
      if (i === j) errors.push(Math.sqrt(variance) * Math.sqrt(sum) * (inverse[i] / unit));
    }
  }
  return { covariance: C, errors };
}
