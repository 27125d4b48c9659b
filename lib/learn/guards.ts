import {
  type MatrixRule,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireRng,
  requireVector,
  rng,
} from "../core";
import { type Dense, pack } from "../linalg/flat";

/**
 * Guards shared by the models: they check what a model is given and pack it for the work inside. They
 * add to the guards of `core` what data ask for: at least so many samples, at least one feature, a
 * magnitude that can be squared, a generator for what is drawn at random.
 */

/** What `packSamples` asks of data beyond what `requireMatrix` does. */
export interface SampleRule extends MatrixRule {
  /** Let numbers through whose squares leave the range of doubles. Default false. */
  anyMagnitude?: boolean;
}

/** Magnitude beyond which squares and their sums may overflow. */
const HUGE = 1e150;

/** The greatest magnitude among numbers. */
export function greatest(x: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]);
    if (size > most) most = size;
  }
  return most;
}

function requireSquarable(caller: string, name: string, most: number): void {
  if (most <= HUGE) return;
  throw new RangeError(
    `${caller}: ${name} must hold numbers of magnitude at most ${HUGE}, it reaches ${most}; rescale it`,
  );
}

/** Asserts that numbers whose greatest magnitude is `most` are not so small that their squares vanish. */
function requireVisible(caller: string, name: string, most: number): void {
  if (most === 0 || most >= 1 / HUGE) return;
  throw new RangeError(
    `${caller}: ${name} must reach a magnitude of ${1 / HUGE}, it reaches ${most}; rescale it`,
  );
}

/**
 * Asserts that X is a data matrix and packs it: a row a sample (at least `minRows`, default 1), a column
 * a feature (at least 1), all finite and, as models square them, of magnitude at most 1e150.
 */
export function packSamples(
  caller: string,
  name: string,
  X: ReadonlyMatrix,
  { anyMagnitude = false, ...rule }: SampleRule = {},
): Dense {
  const A = pack(caller, name, X, { minRows: 1, ...rule });
  if (A.rows > 0 && A.cols === 0) {
    throw new RangeError(`${caller}: ${name} must have at least 1 column (feature), got 0`);
  }
  if (!anyMagnitude) requireSquarable(caller, name, greatest(A.data));
  return A;
}

/** `packSamples` for data to fit on, which must not be so small that all their squares vanish. */
export function packData(caller: string, name: string, X: ReadonlyMatrix, minRows = 1): Dense {
  const A = packSamples(caller, name, X, { minRows, anyMagnitude: true });
  const most = greatest(A.data);
  requireSquarable(caller, name, most);
  requireVisible(caller, name, most);
  return A;
}

/**
 * Asserts that (X, y) are data and numbers to be predicted, y with an entry for each row of X and of a
 * magnitude that can be squared; packs both.
 */
export function packTargets(
  caller: string,
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  name = "X",
): { A: Dense; t: Float64Array } {
  const A = packData(caller, name, X);
  requireVector(caller, "y", y, { length: A.rows, lengthOf: `rows of ${name}` });
  const most = greatest(y);
  requireSquarable(caller, "y", most);
  requireVisible(caller, "y", most);
  return { A, t: Float64Array.from(y) };
}

/** Asserts that Xnew has the D columns that a model was fitted on, and packs it; it may have no rows. */
export function packLike(
  caller: string,
  Xnew: ReadonlyMatrix,
  D: number,
  anyMagnitude = false,
): Dense {
  const rule = { cols: D, colsOf: "columns of X", minRows: 0, anyMagnitude };
  return { ...packSamples(caller, "Xnew", Xnew, rule), cols: D };
}

/** The generator given or, since a fit is to be the same each time it is run, a fresh `rng(0)`. */
export function rngOrDefault(caller: string, random: unknown): Rng {
  return random === undefined ? rng(0) : requireRng(caller, random);
}
