import type { Matrix } from "../../core";
import { type Dense, svd } from "../../linalg/flat";
import { columnScales, scaledColumns } from "./columns";
import { diagonal } from "./trustRegion";

/**
 * variance·(JᵀJ)⁻¹ by the singular values of J with columns of length 1; Infinity throughout where they
 * are linearly dependent, or J or the variance is not finite. Columns count as dependent to a relative `error`.
 */
export function covarianceOf(J: Dense, variance: number, error: number): Matrix {
  const n = J.cols;
  const fill = (value: number) => Array.from({ length: n }, () => new Array<number>(n).fill(value));
  const finite = J.data.subarray(0, J.rows * n).every(Number.isFinite);
  if (!finite || !Number.isFinite(variance)) return fill(Infinity);
  const inverse = columnScales(J).map((v) => 1 / v);
  const { s, Vt, rank } = diagonal(svd(scaledColumns(J, inverse)), new Float64Array(J.rows), error);
  if (rank < n) return fill(Infinity);
  const C = fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (Vt.data[k * n + i] / s[k]) * (Vt.data[k * n + j] / s[k]);
      C[i][j] = variance * sum * inverse[i] * inverse[j];
      C[j][i] = C[i][j];
    }
  }
  return C;
}
