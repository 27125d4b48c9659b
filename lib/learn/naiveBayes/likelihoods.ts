import { describeValue, type Matrix, maxOf, requireNumber, type Vector } from "../../core";
import { type Dense, dense, product, unpack } from "../../linalg/flat";
import type { Encoded, Label } from "../labels";
import { columnMeans, columnVariances } from "../moments";
import { addToRows, pickRows } from "../rows";

/** Parameters of ln p(x | class), and the function itself for each class. */
export interface Likelihood {
  /** gaussian: mean of each feature in each class, K×D. */
  means?: Matrix;
  /** gaussian: variance of each feature in each class, K×D. */
  variances?: Matrix;
  /** bernoulli: P(x_d = 1 | class); multinomial: share of feature d in the counts of the class; K×D. */
  probabilities?: Matrix;
  /** gaussian: which variances are those of the smoothing rather than of the data, for `message`. */
  note?: string;
  /** ln p(x | class k) for each row x, up to a term that is the same for all classes; rows × K. */
  logLikelihood(X: Dense): Dense;
}

/** Row numbers of class k. */
const rowsOf = (codes: Int32Array, k: number) =>
  Array.from(codes.keys()).filter((n) => codes[n] === k);

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
    const rows = pickRows(X, rowsOf(codes, k));
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

/** Sums of each feature over the samples of each class, K×D. */
function totals({ data, rows, cols }: Dense, K: number, codes: Int32Array): Matrix {
  const sums = dense(K, cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0, q = codes[n] * cols; j < cols; j++) sums.data[q++] += data[p++];
  }
  return unpack(sums);
}

/** Asserts that counts are ≥ 0 (multinomial) or 0 and 1 (bernoulli). */
export function requireCounts(caller: string, name: string, X: Dense, binary: boolean): void {
  const { data, cols } = X;
  for (let p = 0; p < data.length; p++) {
    const x = data[p];
    const entry = `${name}[${Math.floor(p / cols)}][${p % cols}]`;
    if (binary && x !== 0 && x !== 1) {
      throw new RangeError(`${caller}: ${name} must hold 0 and 1 only, ${entry} is ${x}`);
    }
    if (x < 0) requireNumber(caller, entry, x, { min: 0 });
  }
}

/** The logarithms of probabilities as a matrix with a row for each class. */
function logsOf(probabilities: Matrix, log: (p: number) => number): Dense {
  const flat = Float64Array.from(probabilities.flat(), log);
  return { data: flat, rows: probabilities.length, cols: probabilities[0].length };
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
  X: Dense,
  { classes, codes }: Encoded<T>,
  alpha: number,
): Likelihood {
  requireCounts(caller, "X", X, false);
  const probabilities = totals(X, classes.length, codes).map((counts, k) => {
    const sum = counts.reduce((s, c) => s + c, 0) + alpha * counts.length;
    if (sum === 0) {
      throw new RangeError(
        `${caller}: class ${describeValue(classes[k])} has no counts in X; pass alpha > 0`,
      );
    }
    return requireInside(
      caller,
      counts.map((c) => (c + alpha) / sum),
      classes[k],
    );
  });
  const logs = logsOf(probabilities, Math.log);
  return { probabilities, logLikelihood: (Z) => product(Z, logs, { transposeB: true }) };
}

/** Independent features 0 or 1: p_kd = (N_kd + α) / (N_k + 2α). */
export function bernoulli<T extends Label>(
  caller: string,
  X: Dense,
  { classes, codes, counts }: Encoded<T>,
  alpha: number,
): Likelihood {
  requireCounts(caller, "X", X, true);
  const probabilities = totals(X, classes.length, codes).map((ones, k) => {
    const p = ones.map((c) => (c + alpha) / (counts[k] + 2 * alpha));
    return requireInside(caller, p, classes[k]);
  });
  // Σ_d x_d ln p_d + (1 − x_d) ln(1 − p_d): the second as a constant, and its share where x_d is 1 taken off.
  const odds = logsOf(probabilities, (p) => Math.log(p) - Math.log1p(-p));
  const none = probabilities.map((row) => row.reduce((s, p) => s + Math.log1p(-p), 0));
  const logLikelihood = (Z: Dense) =>
    addToRows(product(Z, odds, { transposeB: true }), Float64Array.from(none));
  return { probabilities, logLikelihood };
}
