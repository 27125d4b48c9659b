import {
  LinAlgError,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  requireMatrix,
  type Vector,
} from "../../core";
import { qr, solve, transpose } from "../../linalg";
import { unitOf } from "../moments/powerOfTwo";

/** A design matrix of full column rank, scaled and factored: S = Q·R. */
export interface Design {
  /** n×k: X with the column of ones first if there is an intercept, each column divided by its scale. */
  S: Matrix;
  /** k names. */
  names: string[];
  /** Powers of two that bring the entries of each column near 1: exact, and units cannot matter. */
  scale: Vector;
  Q: Matrix;
  R: Matrix;
  /** R⁻¹, k×k. */
  inverse: Matrix;
  /** Whether some column is constant, so that the residuals sum to 0. */
  hasConstant: boolean;
}

function columnNames(p: number, names: readonly string[] | undefined): string[] {
  if (names === undefined) return Array.from({ length: p }, (_, j) => `x${j + 1}`);
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string")) {
    throw new TypeError("ols: names must be an array of strings");
  }
  if (names.length !== p) {
    throw new RangeError(`ols: names must have length ${p} (columns of X), got ${names.length}`);
  }
  return names.slice();
}

/** Says which of the columns before it column j repeats. */
function blame(R: Matrix, j: number, scale: Vector, names: readonly string[]): string {
  if (j === 0) return "is all zeros";
  const leading = R.slice(0, j).map((row) => row.slice(0, j));
  const weights = solve(
    leading,
    R.slice(0, j).map((row) => row[j]),
  );
  const share = weights.map((w, i) => Math.abs(w) * Math.hypot(...R.map((row) => row[i])));
  const largest = maxOf(share);
  if (largest === 0) return "is all zeros";
  const terms = weights.flatMap((w, i) =>
    share[i] > 1e-7 * largest
      ? [`${Number(((w * scale[j]) / scale[i]).toPrecision(4))}·${names[i]}`]
      : [],
  );
  return `equals ${terms.join(" + ").replaceAll("+ -", "− ")}`;
}

/**
 * Builds and factors the design matrix of a linear model by Householder's QR.
 *
 * Column j counts as dependent when the part of it that the columns before it do not explain, |Rⱼⱼ|,
 * is below 10·√(n·k)·ε of its length: no more than rounding leaves of zero. Lesser degrees of
 * collinearity are for the condition number to tell.
 *
 * @throws LinAlgError that names the first dependent column and what it equals.
 */
export function factorDesign(
  X: ReadonlyMatrix,
  intercept: boolean,
  given: readonly string[] | undefined,
): Design {
  requireMatrix("ols", "X", X, { minRows: 1 });
  const names = columnNames(X[0].length, given);
  if (intercept) names.unshift("intercept");
  const D = X.map((row) => (intercept ? [1, ...row] : [...row]));
  const [n, k] = [D.length, names.length];
  if (k === 0) throw new RangeError("ols: X must have at least 1 column without an intercept");
  if (n <= k) {
    throw new RangeError(`ols: X must have more rows than there are coefficients (${k}), got ${n}`);
  }
  const columns = transpose(D);
  const scale = columns.map(unitOf);
  const S = D.map((row) => row.map((v, j) => v / scale[j]));
  const { Q, R } = qr(S);
  for (let j = 0; j < k; j++) {
    const length = Math.hypot(...R.map((row) => row[j]));
    if (Math.abs(R[j][j]) <= 10 * Math.sqrt(n * k) * Number.EPSILON * length) {
      const where = `column ${intercept ? j - 1 : j} ("${names[j]}")`;
      throw new LinAlgError(
        `ols: X must have independent columns, ${where} ${blame(R, j, scale, names)}`,
      );
    }
  }
  const identity = names.map((_, i) => names.map((__, j) => Number(i === j)));
  return {
    S,
    names,
    scale,
    Q,
    R,
    inverse: solve(R, identity),
    hasConstant: columns.some((c) => c.every((v) => v === c[0])),
  };
}
