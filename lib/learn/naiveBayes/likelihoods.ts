import { describeValue, type Matrix, maxOf, requireNumber, type Vector } from "../../core";
import type { Encoded, Label } from "../labels";
import { columnDeviations, columnMeans } from "../moments";

/** Parameters of ln p(x | class), and the function itself for each class. */
export interface Likelihood {
  /** gaussian: mean of each feature in each class, K×D. */
  means?: Matrix;
  /** gaussian: variance of each feature in each class, K×D. */
  variances?: Matrix;
  /** bernoulli: P(x_d = 1 | class); multinomial: share of feature d in the counts of the class; K×D. */
  probabilities?: Matrix;
  /** ln p(x | class k) up to a term that is the same for all classes; length K. */
  logLikelihood(x: Vector): Vector;
}

const rowsOf = (X: Matrix, codes: Int32Array, k: number) => X.filter((_, n) => codes[n] === k);

/** Independent normal features. `smoothing` times the greatest variance of a column of X is added. */
export function gaussian<T extends Label>(
  caller: string,
  X: Matrix,
  { classes, codes }: Encoded<T>,
  smoothing: number,
): Likelihood {
  const varianceOf = (rows: Matrix) => {
    const mean = columnMeans(rows);
    const { scale, sum } = columnDeviations(rows, mean);
    return { mean, variance: scale.map((s, j) => (s * s * sum[j]) / rows.length) };
  };
  const widest = maxOf(varianceOf(X).variance);
  if (widest === 0) {
    throw new RangeError(`${caller}: X must vary, all ${X.length} rows are equal`);
  }
  const extra = smoothing * widest;
  const parts = classes.map((label, k) => {
    const { mean, variance } = varianceOf(rowsOf(X, codes, k));
    const widened = variance.map((v, j) => {
      if (v + extra > 0) return v + extra;
      throw new RangeError(
        `${caller}: X column ${j} is constant in class ${describeValue(label)}; drop it or pass varSmoothing > 0`,
      );
    });
    return { mean, variance: widened };
  });
  const means = parts.map(({ mean }) => mean);
  const variances = parts.map(({ variance }) => variance);
  const logLikelihood = (x: Vector) =>
    means.map((mean, k) => {
      let sum = 0;
      for (let j = 0; j < x.length; j++) {
        const v = variances[k][j];
        sum += Math.log(2 * Math.PI * v) + (x[j] - mean[j]) ** 2 / v;
      }
      return -sum / 2;
    });
  return { means, variances, logLikelihood };
}

/** Sums of each feature over the samples of each class, K×D. */
function totals(X: Matrix, K: number, codes: Int32Array): Matrix {
  const sums = Array.from({ length: K }, () => new Array<number>(X[0].length).fill(0));
  X.forEach((row, n) => {
    const own = sums[codes[n]];
    for (let j = 0; j < row.length; j++) own[j] += row[j];
  });
  return sums;
}

/** Asserts that counts are ≥ 0 (multinomial) or 0 and 1 (bernoulli). */
export function requireCounts(caller: string, name: string, X: Matrix, binary: boolean): void {
  X.forEach((row, n) => {
    row.forEach((x, j) => {
      if (binary && x !== 0 && x !== 1) {
        throw new RangeError(
          `${caller}: ${name} must hold 0 and 1 only, ${name}[${n}][${j}] is ${x}`,
        );
      }
      requireNumber(caller, `${name}[${n}][${j}]`, x, { min: 0 });
    });
  });
}

/** Refuses a probability of 0 (or 1), whose logarithm would rule a class out for ever. */
function requireInside(caller: string, p: Vector, label: Label): Vector {
  p.forEach((v, j) => {
    if (v > 0 && v < 1) return;
    if (p.length === 1 && v === 1) return;
    throw new RangeError(
      `${caller}: feature ${j} has probability ${v} in class ${describeValue(label)}; pass alpha > 0`,
    );
  });
  return p;
}

/** Counts drawn from the features: p_kd = (N_kd + α) / (Σ_d N_kd + αD), Lidstone's smoothing. */
export function multinomial<T extends Label>(
  caller: string,
  X: Matrix,
  { classes, codes }: Encoded<T>,
  alpha: number,
): Likelihood {
  requireCounts(caller, "X", X, false);
  const probabilities = totals(X, classes.length, codes).map((counts, k) => {
    const sum = counts.reduce((s, c) => s + c, 0) + alpha * counts.length;
    return requireInside(
      caller,
      counts.map((c) => (c + alpha) / sum),
      classes[k],
    );
  });
  const logs = probabilities.map((row) => row.map(Math.log));
  const logLikelihood = (x: Vector) =>
    logs.map((row) => row.reduce((s, log, j) => s + x[j] * log, 0));
  return { probabilities, logLikelihood };
}

/** Independent features 0 or 1: p_kd = (N_kd + α) / (N_k + 2α). */
export function bernoulli<T extends Label>(
  caller: string,
  X: Matrix,
  { classes, codes, counts }: Encoded<T>,
  alpha: number,
): Likelihood {
  requireCounts(caller, "X", X, true);
  const probabilities = totals(X, classes.length, codes).map((ones, k) => {
    const p = ones.map((c) => (c + alpha) / (counts[k] + 2 * alpha));
    return requireInside(caller, p, classes[k]);
  });
  const yes = probabilities.map((row) => row.map(Math.log));
  const no = probabilities.map((row) => row.map((p) => Math.log1p(-p)));
  const logLikelihood = (x: Vector) =>
    yes.map((row, k) => row.reduce((s, log, j) => s + (x[j] === 1 ? log : no[k][j]), 0));
  return { probabilities, logLikelihood };
}
