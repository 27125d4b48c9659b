import {
  type Matrix,
  type ReadonlyMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, product, release, unpack, unpackVector } from "../../linalg/flat";
import { innerProduct } from "../distance";
import { greatest, packLike, packSamples } from "../guards";
import { columnMeans } from "../moments";
import { addToRows, rowRange } from "../rows";
import { canonicalRows } from "./canonical";
import { type PcaMethod, spectrum } from "./spectrum";

/** Options of `pca`. */
export interface PcaOptions {
  /**
   * How many components to keep: a whole number from 1 to min(N − 1, D) (the default: all there
   * are), or a share of the variance in (0, 1) to be reached with as few as possible.
   */
  nComponents?: number;
  /**
   * `"svd"`: singular value decomposition of the centred data, the most accurate; `"eigh"`:
   * eigenvectors of the covariance, or where D > N of the smaller N×N matrix (MML 10.5);
   * `"auto"` (default): `"eigh"` for data at least ten times longer than wide or wider than long,
   * else `"svd"`.
   */
  method?: PcaMethod;
}

/** What `pca` returns. M is the number of components kept. */
export interface Pca {
  /** M×D: row m is the m-th principal direction, of unit length, ordered by variance, greatest first. */
  components: Matrix;
  /**
   * Variance of each score, length M, with divisor N − 1 (MML's λ is (N − 1)/N of it). Of data beyond
   * 1e154 it exceeds the range of doubles and is Infinity; singular values and ratios are not.
   */
  explainedVariance: Vector;
  /** Share of the total variance of each score, length M. */
  explainedVarianceRatio: Vector;
  /** Singular values of the centred data, length M: √((N − 1)·explainedVariance). */
  singularValues: Vector;
  /** Mean of each column, length D. */
  mean: Vector;
  /** Coordinates of the samples along the components, N×M. */
  scores: Matrix;
  /** M. */
  nComponents: number;
  /** Scores of other data of D columns: (x − mean)·componentsᵀ. */
  transform(Xnew: ReadonlyMatrix): Matrix;
  /** From scores back to the data space: mean + scores·components. */
  inverse(scores: ReadonlyMatrix): Matrix;
}

/** Data divided by their greatest magnitude if the sum of their squares is not well within range. */
function inUnits({ data }: Dense): { data: Float64Array; unit: number; energy: number } {
  const energy = innerProduct(data, 0, data, 0, data.length);
  if (energy > 1e-200 && energy < 1e200) return { data, unit: 1, energy };
  const unit = greatest(data) || 1;
  const scaled = data.map((v) => v / unit);
  return { data: scaled, unit, energy: innerProduct(scaled, 0, scaled, 0, data.length) };
}

/** The fewest components that hold a share of the variance. */
function reaching(share: number, ratio: Float64Array): number {
  let reached = 0;
  const m = ratio.findIndex((v) => {
    reached += v;
    return reached >= share;
  });
  return m < 0 ? ratio.length : m + 1;
}

/**
 * Principal component analysis: the orthonormal directions w₁, w₂, … along which the centred data
 * vary most (MML 10.2), which are also those that reconstruct them best (MML 10.3).
 *
 * They are the eigenvectors of the covariance S = XᵀX/(N − 1), X centred, with the variances
 * λ_m = s_m²/(N − 1) as eigenvalues, where s are the singular values of X (MML 10.4). The mean squared
 * error of reconstruction from M components is the sum of the variances left out. Centred data have
 * rank at most N − 1, so no more components than that exist. The sign of a direction means nothing:
 * we make its entry of greatest magnitude positive, as scikit-learn does.
 *
 * PCA depends on the units of the columns; `standardize` first if they differ.
 *
 * @param X - Data, N×D, a row a sample, N ≥ 2.
 * @returns `{ components: M×D, explainedVariance, explainedVarianceRatio, singularValues, mean,
 * scores: N×M, nComponents, transform, inverse }`; see {@link Pca}. Components are rows, as in
 * scikit-learn: the book's matrix B of basis columns is `transpose(components)`.
 * @throws RangeError if X has fewer than two rows, holds NaN, or has all rows equal.
 * Cost O(ND·min(N, D)). `"eigh"` squares the condition number: directions whose singular value is
 * below about 1e-8 of the greatest are lost in rounding; use `"svd"` to see those.
 * @example
 * learn.pca([[1, 1], [2, 2], [3, 3]]).explainedVarianceRatio[0] // => 1
 * learn.pca([[2, 0], [-2, 0], [0, 1], [0, -1]]).components // => [[1, 0], [0, 1]]
 * learn.pca([[2, 0], [-2, 0], [0, 1], [0, -1]], { nComponents: 1 }).scores // => [[2], [-2], [0], [0]]
 */
export function pca(X: ReadonlyMatrix, options: PcaOptions = {}): Pca {
  const caller = "pca";
  const A = packSamples(caller, "X", X, { minRows: 2, anyMagnitude: true });
  requireOptions(caller, options, ["nComponents", "method"]);
  const { nComponents, method = "auto" } = options;
  requireOneOf(caller, "method", method, ["svd", "eigh", "auto"]);
  const { rows: N, cols: D } = A;
  const limit = Math.min(N - 1, D);
  const wanted = nComponents ?? limit;
  requireNumber(caller, "nComponents", wanted, { above: 0, max: limit, integer: wanted >= 1 });
  const mean = columnMeans(A);
  const centred = addToRows(A, mean, -1);
  // Work in units of the greatest deviation where squares would overflow or vanish.
  const { data: x, unit: back, energy: total } = inUnits(centred);
  if (total === 0) throw new RangeError(`${caller}: X must vary, all ${N} rows are equal`);
  const least = wanted < 1 ? limit : wanted;
  const { directions, s } = spectrum({ data: x, rows: N, cols: D }, method, least);
  const ratio = s.slice(0, limit).map((v) => v ** 2 / total);
  const M = wanted < 1 ? reaching(wanted, ratio) : wanted;
  const components = canonicalRows(rowRange(directions, 0, M));
  const kept = Array.from(s.subarray(0, M));
  /** Scores of centred rows, which are given back. */
  const project = (rows: Dense): Matrix => {
    const scores = product(rows, components, { transposeB: true });
    const unpacked = unpack(scores);
    release(rows, scores);
    return unpacked;
  };
  return summarised("principal components", {
    components: unpack(components),
    explainedVariance: kept.map((x) => (back * (x / Math.sqrt(N - 1))) ** 2),
    explainedVarianceRatio: unpackVector(ratio, M),
    singularValues: kept.map((x) => back * x),
    mean: unpackVector(mean),
    scores: project(centred),
    nComponents: M,
    transform: (Xnew) => project(addToRows(packLike("pca.transform", Xnew, D, true), mean, -1)),
    inverse: (scores) => {
      const rule = { cols: M, colsOf: "components", minRows: 0, anyMagnitude: true };
      const Y = { ...packSamples("pca.inverse", "scores", scores, rule), cols: M };
      return unpack(addToRows(product(Y, components), mean));
    },
  });
}
