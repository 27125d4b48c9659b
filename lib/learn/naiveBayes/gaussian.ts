import { describeValue, maxOf } from "../../core";
import { type Dense, dense, unpack } from "../../linalg/flat";
import { type Encoded, type Label, rowsOfClass } from "../labels";
import { columnMeans, columnVariances } from "../moments";
import { pickRows } from "../rows";
import type { Likelihood } from "./likelihood";

/** −½ Σ_d [ln 2πv_d + (x_d − m_d)²/v_d] for each row and class. */
function gaussianLogs(X: Dense, means: Dense, variances: Dense): Dense {
  const { data: x, rows: N, cols: D } = X;
  const K = means.rows;
  const out = dense(N, K);
  const logs = new Float64Array(K);
  variances.data.forEach((v, p) => {
    logs[Math.floor(p / D)] += Math.log(2 * Math.PI * v);
  });
  for (let n = 0; n < N; n++) {
    for (let k = 0; k < K; k++) {
      let sum = logs[k];
      for (let j = 0, p = n * D, q = k * D; j < D; j++, p++, q++) {
        const d = x[p] - means.data[q];
        sum += (d / variances.data[q]) * d;
      }
      out.data[n * K + k] = -sum / 2;
    }
  }
  return out;
}

/** What to say of variances that smoothing makes up half of or more: the first three, and how many. */
function noteOf(smoothed: readonly string[]): string {
  if (smoothed.length === 0) return "";
  const more = smoothed.length > 3 ? ` and ${smoothed.length - 3} more` : "";
  return `; varSmoothing makes up half or more of the variance of ${smoothed.slice(0, 3).join(", ")}${more}`;
}

/** Independent normal features. `smoothing` times the greatest variance of a column of X is added. */
export function gaussian<T extends Label>(
  caller: string,
  X: Dense,
  { classes, codes }: Encoded<T>,
  smoothing: number,
): Likelihood {
  const D = X.cols;
  const widest = maxOf(columnVariances(X, columnMeans(X)));
  if (widest === 0) {
    throw new RangeError(`${caller}: X must vary, all ${X.rows} rows are equal`);
  }
  const extra = smoothing * widest;
  const means = dense(classes.length, D);
  const variances = dense(classes.length, D);
  const smoothed: string[] = [];
  classes.forEach((label, k) => {
    const rows = pickRows(X, rowsOfClass(codes, k));
    const mean = columnMeans(rows);
    means.data.set(mean, k * D);
    columnVariances(rows, mean).forEach((v, j) => {
      if (!(v + extra > 0)) {
        throw new RangeError(
          `${caller}: X column ${j} is constant in class ${describeValue(label)}; drop it or pass varSmoothing > 0`,
        );
      }
      if (v <= extra) smoothed.push(`column ${j} in class ${describeValue(label)}`);
      variances.data[k * D + j] = v + extra;
    });
  });
  return {
    means: unpack(means),
    variances: unpack(variances),
    note: noteOf(smoothed),
    logLikelihood: (Z) => gaussianLogs(Z, means, variances),
  };
}
