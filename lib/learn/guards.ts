import {
  describeValue,
  type Matrix,
  type MatrixRule,
  type Rng,
  requireMatrix,
  requireVector,
  rng,
  type Vector,
} from "../core";
import { Rng as RngClass } from "../core/rng";

/**
 * Guards shared by the models. They add to those of `core` what data ask for: at least so many
 * samples, at least one feature, a generator for what is drawn at random.
 */

/** Asserts that X is a data matrix: a row a sample (at least `minRows`, default 1), a column a feature (at least 1), all finite. */
export function requireSamples(
  caller: string,
  name: string,
  X: unknown,
  rule: MatrixRule = {},
): Matrix {
  const A = requireMatrix(caller, name, X, { minRows: 1, ...rule });
  if (A.length > 0 && A[0].length === 0) {
    throw new RangeError(`${caller}: ${name} must have at least 1 column (feature), got 0`);
  }
  return A;
}

/** Asserts that (X, y) are data and numbers to be predicted: y a finite vector, an entry for each row of X. */
export function requireTargets(
  caller: string,
  X: unknown,
  y: unknown,
  minRows = 1,
): { A: Matrix; t: Vector } {
  const A = requireSamples(caller, "X", X, { minRows });
  return { A, t: requireVector(caller, "y", y, { length: A.length, lengthOf: "rows of X" }) };
}

/** Asserts that Xnew has the D columns that a model was fitted on; it may have no rows. */
export function requireLike(caller: string, Xnew: unknown, D: number): Matrix {
  return requireSamples(caller, "Xnew", Xnew, { cols: D, colsOf: "columns of X", minRows: 0 });
}

/**
 * Asserts that `random` is a generator made by `rng(seed)`. Without one a model draws from a fresh
 * `rng(0)`, so that a fit is the same each time it is run.
 */
export function requireRng(caller: string, random: unknown): Rng {
  if (random === undefined) return rng(0);
  if (random instanceof RngClass) return random;
  throw new TypeError(
    `${caller}: rng must be a generator such as rng(1), got ${describeValue(random)}`,
  );
}

/** Asserts that an option is true or false. */
export function requireFlag(caller: string, name: string, flag: unknown): boolean {
  if (typeof flag === "boolean") return flag;
  throw new TypeError(`${caller}: ${name} must be true or false, got ${describeValue(flag)}`);
}
