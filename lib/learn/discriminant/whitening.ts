import { describeValue, LinAlgError } from "../../core";
import { blank, type Dense, dense, gram, release, svd } from "../../linalg/flat";
import { greatest } from "../guards";
import { type Label, rowsOfClass } from "../labels";
import { columnsOf } from "../linear/columns";
import { columnMeans } from "../moments";
import { addToRows, pickRows } from "../rows";

/** A covariance Σ, and coordinates in which it is the identity. */
export interface Whitening {
  /** Σ, D×D. */
  covariance: Dense;
  /** D×D with WᵀΣW = I: the squared Mahalanobis distance of x from 0 is |Wᵀx|². */
  W: Dense;
  /** ln det Σ. */
  logDet: number;
}

/** The samples of a class as deviations from their mean. */
export interface ClassPart {
  mean: Float64Array;
  deviations: Dense;
}

/** Mean and deviations of each class. */
export function classParts(A: Dense, codes: Int32Array, K: number): ClassPart[] {
  return Array.from({ length: K }, (_, k) => {
    const rows = pickRows(A, rowsOfClass(codes, k));
    const mean = columnMeans(rows);
    return { mean, deviations: addToRows(rows, mean, -1) };
  });
}

/** Deviations that are no more than the rounding of the data they come from. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Takes deviations that are rounding alone for 0, and tells how much of the others rounding may be: large
 * for columns far from 0 for their spread.
 */
function settle(Z: Dense, size: Float64Array): number {
  const { data, rows, cols } = Z;
  let rounding = Number.EPSILON;
  for (let j = 0; j < cols; j++) {
    let spread = 0;
    for (let p = j; p < rows * cols; p += cols) spread = Math.max(spread, Math.abs(data[p]));
    if (spread > ROUNDING * size[j]) {
      rounding = Math.max(rounding, (Number.EPSILON * size[j]) / spread);
    } else for (let p = j; p < rows * cols; p += cols) data[p] = 0;
  }
  return rounding;
}

/** The greatest magnitude in each column. */
export function columnSizes({ data, rows, cols }: Dense): Float64Array {
  const size = new Float64Array(cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0; j < cols; j++, p++) size[j] = Math.max(size[j], Math.abs(data[p]));
  }
  return size;
}

/** √((1 − s)/divisor)·Z over √(sτ)·I, τ the mean variance: B with BᵀB = (1 − s)S + sτI. */
function rootOf({ data, rows, cols: D }: Dense, divisor: number, s: number): Dense {
  const B = dense(rows + (s > 0 ? D : 0), D);
  const share = Math.sqrt((1 - s) / divisor);
  for (let p = 0; p < rows * D; p++) B.data[p] = share * data[p];
  if (s > 0) {
    const unit = greatest(data) || 1;
    let squares = 0;
    for (let p = 0; p < rows * D; p++) squares += (data[p] / unit) ** 2;
    const ridge = unit * Math.sqrt((s * squares) / divisor / D);
    for (let j = 0, p = rows * D; j < D; j++, p += D + 1) B.data[p] = ridge;
  }
  return B;
}

/** Names what makes a covariance singular. */
function refuse(caller: string, whose: string, rank: number, size: Float64Array): never {
  const still = size.indexOf(0);
  const why = still < 0 ? "" : `, for X column ${still} does not vary there`;
  throw new LinAlgError(
    `${caller}: the covariance ${whose} is singular (rank ${rank} of ${size.length})${why}; drop constant and collinear columns or pass shrinkage > 0`,
  );
}

/** How the covariance is made of deviations. */
export interface CovarianceRule {
  divisor: number;
  /** s in [0, 1]. */
  shrinkage: number;
  /** Whose covariance it is, for the message: `of class "a"`. */
  whose: string;
  /** Greatest magnitudes of the columns of the data, before any mean was taken off. */
  size: Float64Array;
}

/**
 * The shrunk covariance Σ = (1 − s)·ZᵀZ/divisor + s·τ·I of deviations Z, which are overwritten, and its
 * whitening, by the singular values of a root of Σ in units of the columns: no condition number is squared.
 *
 * @throws LinAlgError if Σ is singular to working precision.
 */
export function whiten(caller: string, Z: Dense, rule: CovarianceRule): Whitening {
  const D = Z.cols;
  const { divisor, shrinkage, whose, size } = rule;
  const rounding = settle(Z, size);
  const B = rootOf(Z, divisor, shrinkage);
  const spread = columnSizes(B);
  const covariance = gram(B);
  const { X, unit } = columnsOf(B, false);
  const { s, Vt } = svd(X);
  const noise = Math.max(X.rows, D) * Number.EPSILON + (shrinkage > 0 ? 0 : 2 * rounding);
  let rank = 0;
  while (rank < s.length && s[rank] > s[0] * noise) rank++;
  if (rank < D) refuse(caller, whose, rank, spread);
  const W = blank(D, D);
  let logDet = 0;
  for (let i = 0; i < D; i++) {
    logDet += 2 * (Math.log(s[i]) + Math.log(unit[i]));
    for (let j = 0; j < D; j++) W.data[j * D + i] = Vt.data[i * D + j] / s[i] / unit[j];
  }
  release(Vt);
  return { covariance, W, logDet };
}

/** `of class "a"`: whose covariance it is. */
export const ofClass = (label: Label): string => `of class ${describeValue(label)}`;
