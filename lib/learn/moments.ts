import type { Matrix, Vector } from "../core";

/**
 * Mean of each column, by two passes: the mean of the deviations from the first row, added to it.
 * A constant column gives its value exactly.
 */
export function columnMeans(X: Matrix): Vector {
  const first = X[0];
  const sum = new Float64Array(first.length);
  for (const row of X) for (let j = 0; j < row.length; j++) sum[j] += row[j] - first[j];
  return first.map((x, j) => x + sum[j] / X.length);
}

/**
 * Sum of squared deviations from `mean` for each column, as `scale²·sum` with `scale` the greatest
 * deviation, so that neither huge nor tiny data leave the range of doubles. The correction term of
 * the two-pass algorithm (Chan, Golub & LeVeque 1983) takes out the rounding error of the mean.
 */
export function columnDeviations(X: Matrix, mean: Vector): { scale: Vector; sum: Vector } {
  const D = mean.length;
  const scale = new Float64Array(D);
  for (const row of X) {
    for (let j = 0; j < D; j++) {
      const d = Math.abs(row[j] - mean[j]);
      if (d > scale[j]) scale[j] = d;
    }
  }
  const unit = scale.map((s) => (s > 0 ? s : 1));
  const squares = new Float64Array(D);
  const drift = new Float64Array(D);
  for (const row of X) {
    for (let j = 0; j < D; j++) {
      const d = (row[j] - mean[j]) / unit[j];
      squares[j] += d * d;
      drift[j] += d;
    }
  }
  const sum = Array.from(squares, (s, j) => s - drift[j] ** 2 / X.length);
  return { scale: Array.from(scale), sum };
}
