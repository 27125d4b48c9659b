import { LinAlgError, type ReadonlyMatrix, type ReadonlyVector, type Vector } from "../../core";
import { type Dense, dense, pack, qr, solveTriangular } from "../../linalg/flat";
import { unitOf } from "../moments/powerOfTwo";

/** A design matrix of full column rank, scaled and factored: S = Q·R. */
export interface Design {
  /** n×k: X with the column of ones first if there is an intercept, each column divided by its scale, rows weighted. */
  S: Dense;
  /** k names. */
  names: string[];
  /** Powers of two that bring the entries of each column near 1: exact, and units cannot matter. */
  scale: Vector;
  /** n×k. */
  Q: Dense;
  /** k×k. */
  R: Dense;
  /** R⁻¹, k×k. */
  inverse: Dense;
  /** The first column that is constant, so that the residuals sum to 0 (with their weights); −1 if none is. */
  constant: number;
}

function columnNames(caller: string, p: number, names: readonly string[] | undefined): string[] {
  if (names === undefined) return Array.from({ length: p }, (_, j) => `x${j + 1}`);
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string")) {
    throw new TypeError(`${caller}: names must be an array of strings`);
  }
  if (names.length !== p) {
    throw new RangeError(
      `${caller}: names must have length ${p} (columns of X), got ${names.length}`,
    );
  }
  return names.slice();
}

/** Column j of A. */
export function columnOf({ data, rows, cols }: Dense, j: number): Vector {
  return Array.from({ length: rows }, (_, i) => data[i * cols + j]);
}

/** ‖column j of A‖, for entries that are neither huge nor all tiny. */
export function columnLength({ data, rows, cols }: Dense, j: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += data[i * cols + j] ** 2;
  return Math.sqrt(sum);
}

/** Says which of the columns before it column j repeats. */
function blame(R: Dense, j: number, scale: Vector, names: readonly string[]): string {
  if (j === 0) return "is all zeros";
  const k = R.cols;
  const leading = dense(j, j);
  for (let i = 0; i < j; i++) leading.data.set(R.data.subarray(i * k, i * k + j), i * j);
  const target = { data: Float64Array.from(columnOf(R, j)), rows: j, cols: 1 };
  const weights = solveTriangular(leading, target, { lower: false }).data;
  const share = Array.from({ length: j }, (_, i) => Math.abs(weights[i]) * columnLength(R, i));
  const largest = share.reduce((a, b) => Math.max(a, b), 0);
  if (largest === 0) return "is all zeros";
  const terms = share.flatMap((s, i) =>
    s > 1e-7 * largest
      ? [`${Number(((weights[i] * scale[j]) / scale[i]).toPrecision(4))}·${names[i]}`]
      : [],
  );
  return `equals ${terms.join(" + ").replaceAll("+ -", "− ")}`;
}

/** Square roots of weights, in a unit that brings the largest near 1. */
export function rootsOf(weights: ReadonlyVector): { roots: Vector; unit: number } {
  const all = weights.map((w) => Math.sqrt(w));
  const unit = unitOf(all);
  return { roots: all.map((r) => r / unit), unit };
}

/** D with each row multiplied by the root of its weight. */
function weighted(D: Dense, roots: ReadonlyVector): Dense {
  const data = D.data.map((v, p) => v * roots[Math.floor(p / D.cols)]);
  return { ...D, data };
}

/** X with a column of ones before it if there is an intercept, each column in units of its scale. */
function scaled(X: Dense, intercept: boolean): Pick<Design, "S" | "scale" | "constant"> {
  const first = intercept ? 1 : 0;
  const S = dense(X.rows, X.cols + first);
  if (intercept) for (let i = 0; i < S.rows; i++) S.data[i * S.cols] = 1;
  const scale = intercept ? [1] : [];
  let constant = intercept ? 0 : -1;
  for (let j = 0; j < X.cols; j++) {
    const column = columnOf(X, j);
    const unit = unitOf(column);
    scale.push(unit);
    if (constant < 0 && column.every((v) => v === column[0])) constant = j;
    column.forEach((v, i) => {
      S.data[i * S.cols + j + first] = v / unit;
    });
  }
  return { S, scale, constant };
}

/**
 * Builds and factors the design matrix of a linear model by Householder's QR.
 *
 * Column j counts as dependent when the part of it that the columns before it do not explain, |Rⱼⱼ|,
 * is below 10·√(n·k)·ε of its length: no more than rounding leaves of zero. Lesser degrees of
 * collinearity are for the condition number to tell.
 *
 * @param roots - Square roots of the weights of the rows, near 1.
 * @throws LinAlgError that names the first dependent column and what it equals.
 */
export function factorDesign(
  caller: string,
  X: ReadonlyMatrix,
  intercept: boolean,
  given: readonly string[] | undefined,
  roots?: ReadonlyVector,
): Design {
  const packed = pack(caller, "X", X, { minRows: 1 });
  const names = columnNames(caller, packed.cols, given);
  if (intercept) names.unshift("intercept");
  const [n, k] = [packed.rows, names.length];
  if (k === 0)
    throw new RangeError(`${caller}: X must have at least 1 column without an intercept`);
  if (n <= k) {
    throw new RangeError(
      `${caller}: X must have more rows than there are coefficients (${k}), got ${n}`,
    );
  }
  const { S: plain, scale, constant } = scaled(packed, intercept);
  const S = roots ? weighted(plain, roots) : plain;
  const { Q, R } = qr(S);
  const identity = dense(k, k);
  for (let j = 0; j < k; j++) {
    const pivot = Math.abs(R.data[j * k + j]);
    if (pivot <= 10 * Math.sqrt(n * k) * Number.EPSILON * columnLength(R, j)) {
      const where = `column ${intercept ? j - 1 : j} ("${names[j]}")`;
      throw new LinAlgError(
        `${caller}: X must have independent columns, ${where} ${blame(R, j, scale, names)}`,
      );
    }
    identity.data[j * k + j] = 1;
  }
  const inverse = solveTriangular(R, identity, { lower: false, overwrite: true });
  return { S, names, scale, Q, R, inverse, constant };
}
