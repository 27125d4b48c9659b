import type { Dense } from "../linalg/flat";

/**
 * Mean of each column, by two passes: the mean of the deviations from the first row, added to it.
 * A constant column gives its value exactly.
 */
export function columnMeans({ data, rows, cols }: Dense): Float64Array {
  const sum = new Float64Array(cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0; j < cols; j++) sum[j] += data[p++] - data[j];
  }
  return sum.map((s, j) => data[j] + s / rows);
}

/** Mean of each column under weights, as `columnMeans` takes it. */
export function weightedMeans({ data, rows, cols }: Dense, weights: Float64Array): Float64Array {
  const sum = new Float64Array(cols);
  let total = 0;
  for (let n = 0, p = 0; n < rows; n++) {
    total += weights[n];
    for (let j = 0; j < cols; j++) sum[j] += weights[n] * (data[p++] - data[j]);
  }
  return sum.map((s, j) => data[j] + s / total);
}

/**
 * Sum of squared deviations from `mean` for each column, as `scale²·sum` with `scale` the greatest
 * deviation, so that neither huge nor tiny data leave the range of doubles. The correction term of
 * the two-pass algorithm (Chan, Golub & LeVeque 1983) takes out the rounding error of the mean.
 */
export function columnDeviations(
  { data, rows, cols }: Dense,
  mean: Float64Array,
): { scale: Float64Array; sum: Float64Array } {
  const scale = new Float64Array(cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0; j < cols; j++) {
      const d = Math.abs(data[p++] - mean[j]);
      if (d > scale[j]) scale[j] = d;
    }
  }
  const unit = scale.map((s) => (s > 0 ? s : 1));
  const squares = new Float64Array(cols);
  const drift = new Float64Array(cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0; j < cols; j++) {
      const d = (data[p++] - mean[j]) / unit[j];
      squares[j] += d * d;
      drift[j] += d;
    }
  }
  return { scale, sum: squares.map((s, j) => s - drift[j] ** 2 / rows) };
}

/** Variance of each column about `mean`, with divisor `rows` − ddof. */
export function columnVariances(X: Dense, mean: Float64Array, ddof = 0): Float64Array {
  const { scale, sum } = columnDeviations(X, mean);
  return sum.map((s, j) => scale[j] * scale[j] * (s / (X.rows - ddof)));
}
