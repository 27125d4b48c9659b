import {
  type Matrix,
  type ReadonlyVector,
  requireNumber,
  requireVector,
  type Vector,
} from "../core";
import type { Dense } from "../linalg/flat";

/** What classifiers that weigh the densities of the classes by their priors (Bayes' theorem) share. */

/** Priors given (they must sum to 1), or the shares of the classes. */
export function priorsOf(
  caller: string,
  given: ReadonlyVector | undefined,
  counts: ReadonlyVector,
): Vector {
  const N = counts.reduce((s, c) => s + c, 0);
  if (given === undefined) return counts.map((c) => c / N);
  const rule = { length: counts.length, lengthOf: "number of classes" };
  const priors = requireVector(caller, "priors", given, rule);
  priors.forEach((p, k) => {
    requireNumber(caller, `priors[${k}]`, p, { above: 0, max: 1 });
  });
  const sum = priors.reduce((s, p) => s + p, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`${caller}: priors must sum to 1, they sum to ${sum}`);
  }
  return priors.slice();
}

/** Refuses rows so far from all classes that no logarithm of a density is left to compare. */
export function requireComparable(caller: string, logs: Matrix): Matrix {
  logs.forEach((row, n) => {
    if (row.some((v) => v > -Infinity) && row.every((v) => v < Infinity)) return;
    throw new RangeError(
      `${caller}: Xnew row ${n} lies too far from every class to tell them apart`,
    );
  });
  return logs;
}

/** Σ_n ln p(x_n, y_n) from the logarithms for each row and class. */
export function jointLikelihood({ data, cols }: Dense, codes: Int32Array): number {
  return codes.reduce((s, code, n) => s + data[n * cols + code], 0);
}
