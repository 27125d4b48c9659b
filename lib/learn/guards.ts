import {
  type Matrix,
  type MatrixRule,
  type ReadonlyMatrix,
  type Rng,
  requireMatrix,
  requireRng,
  requireVector,
  rng,
  type Vector,
} from "../core";

/**
 * Guards shared by the models. They add to those of `core` what data ask for: at least so many
 * samples, at least one feature, a generator for what is drawn at random.
 */

/** What `requireSamples` asks of data beyond what `requireMatrix` does. */
export interface SampleRule extends MatrixRule {
  /** Let numbers through whose squares leave the range of doubles. Default false. */
  anyMagnitude?: boolean;
}

/** Magnitude beyond which squares and their sums may overflow. */
const HUGE = 1e150;

/** The greatest magnitude of an entry. */
export function greatest(A: ReadonlyMatrix): number {
  let most = 0;
  for (const row of A) for (let j = 0; j < row.length; j++) most = Math.max(most, Math.abs(row[j]));
  return most;
}

/**
 * Asserts that X is a data matrix: a row a sample (at least `minRows`, default 1), a column a feature
 * (at least 1), all finite and, as models square them, of magnitude at most 1e150.
 */
export function requireSamples(
  caller: string,
  name: string,
  X: unknown,
  { anyMagnitude = false, ...rule }: SampleRule = {},
): Matrix {
  const A = requireMatrix(caller, name, X, { minRows: 1, ...rule });
  if (A.length > 0 && A[0].length === 0) {
    throw new RangeError(`${caller}: ${name} must have at least 1 column (feature), got 0`);
  }
  if (!anyMagnitude && greatest(A) > HUGE) {
    throw new RangeError(
      `${caller}: ${name} must hold numbers of magnitude at most ${HUGE}, it reaches ${greatest(A)}; rescale it`,
    );
  }
  return A;
}

/** `requireSamples` for data to fit on, which must not be so small that all their squares vanish. */
export function requireData(caller: string, name: string, X: unknown, minRows = 1): Matrix {
  const A = requireSamples(caller, name, X, { minRows });
  const most = greatest(A);
  if (most > 0 && most < 1 / HUGE) {
    throw new RangeError(
      `${caller}: ${name} must reach a magnitude of ${1 / HUGE}, it reaches ${most}; rescale it`,
    );
  }
  return A;
}

/** Asserts that (X, y) are data and numbers to be predicted: y a finite vector, an entry for each row of X. */
export function requireTargets(
  caller: string,
  X: unknown,
  y: unknown,
  name = "X",
): { A: Matrix; t: Vector } {
  const A = requireData(caller, name, X);
  return { A, t: requireVector(caller, "y", y, { length: A.length, lengthOf: `rows of ${name}` }) };
}

/** Asserts that Xnew has the D columns that a model was fitted on; it may have no rows. */
export function requireLike(
  caller: string,
  Xnew: unknown,
  D: number,
  anyMagnitude = false,
): Matrix {
  const rule = { cols: D, colsOf: "columns of X", minRows: 0, anyMagnitude };
  return requireSamples(caller, "Xnew", Xnew, rule);
}

/** The generator given or, since a fit is to be the same each time it is run, a fresh `rng(0)`. */
export function rngOrDefault(caller: string, random: unknown): Rng {
  return random === undefined ? rng(0) : requireRng(caller, random);
}
