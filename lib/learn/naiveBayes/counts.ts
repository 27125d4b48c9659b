import { describeValue, type Matrix, requireNumber, type Vector } from "../../core";
import { type Dense, dense, product, unpack } from "../../linalg/flat";
import type { Encoded, Label } from "../labels";
import { addToRows } from "../rows";
import type { Likelihood } from "./likelihood";

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
