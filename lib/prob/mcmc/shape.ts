import type { ReadonlyVector } from "../../core";
import { dense } from "../../linalg/flat";
import { denseMetric, diagonalMetric, type Metric } from "./metric";

/** Learns a metric from the points of a chain. */
export interface Shape {
  add(x: ReadonlyVector): void;
  /** The metric of the points since the last call; undefined if they do not vary in every coordinate. */
  take(): Metric | undefined;
}

/**
 * Running mean and covariance (Welford 1962) of points in units of `scale`, of which as many as `worth` are
 * worth one independent point. Of m independent ones in d dimensions the covariances count m/(m + d + 5) and the
 * variances whole: a positive definite matrix even where m is less than d.
 */
export function runningShape(scale: ReadonlyVector, isDense: boolean, worth: number): Shape {
  const d = scale.length;
  let n = 0;
  const mean = new Float64Array(d);
  const before = new Float64Array(d);
  const C = dense(d, isDense ? d : 1);
  const variance = (j: number) => C.data[isDense ? j * (d + 1) : j]! / (n - 1);
  const metric = (): Metric | undefined => {
    const variances = scale.map((_, j) => variance(j));
    if (n < 2 || variances.some((v) => !(v > 0 && v < Infinity))) return undefined;
    if (!isDense) return diagonalMetric(scale.map((s, j) => s * Math.sqrt(variances[j]!)));
    const m = n / worth;
    const share = m / (m + d + 5) / (n - 1);
    const S = dense(d, d);
    for (let i = 0; i < d * d; i++) S.data[i] = C.data[i]! * share;
    for (let j = 0; j < d; j++) S.data[j * (d + 1)] = variances[j]!;
    return denseMetric(S, scale);
  };
  return {
    add: (x) => {
      n++;
      for (let i = 0; i < d; i++) {
        before[i] = x[i]! / scale[i]! - mean[i]!;
        mean[i]! += before[i]! / n;
      }
      for (let i = 0; i < d; i++) {
        const after = x[i]! / scale[i]! - mean[i]!;
        if (!isDense) C.data[i]! += after * before[i]!;
        else for (let j = 0; j < d; j++) C.data[i * d + j]! += after * before[j]!;
      }
    },
    take: () => {
      const found = metric();
      n = 0;
      mean.fill(0);
      C.data.fill(0);
      return found;
    },
  };
}
