import { type Matrix, requireNumber, requireOneOf, requireOptions, type Vector } from "../core";
import { eigh, matmul, qr, scale as scaled, svd, transpose } from "../linalg";
import { requireLike, requireSamples } from "./guards";
import { columnDeviations, columnMeans } from "./moments";

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
  method?: "svd" | "eigh" | "auto";
}

/** What `pca` returns. M is the number of components kept. */
export interface Pca {
  /** M×D: row m is the m-th principal direction, of unit length, ordered by variance, greatest first. */
  components: Matrix;
  /** Variance of each score, length M, with divisor N − 1 (MML's λ is (N − 1)/N of it). */
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
  transform(Xnew: readonly (readonly number[])[]): Matrix;
  /** From scores back to the data space: mean + scores·components. */
  inverse(scores: readonly (readonly number[])[]): Matrix;
}

/** Principal directions as rows, with the singular values of the centred data, greatest first. */
interface Spectrum {
  directions: Matrix;
  s: Vector;
}

function bySvd(centred: Matrix): Spectrum {
  const { s, Vt } = svd(centred);
  return { directions: Vt, s };
}

/** Eigenvectors of XᵀX (D×D). */
function byCovariance(centred: Matrix): Spectrum {
  const { values, vectors } = eigh(matmul(transpose(centred), centred));
  return {
    directions: transpose(vectors).reverse(),
    s: values.map((lambda) => Math.sqrt(Math.max(lambda, 0))).reverse(),
  };
}

/**
 * The N ≪ D trick (MML 10.5): if XXᵀu = λu then Xᵀu is an eigenvector of XᵀX for the same λ. The
 * columns Xᵀu are orthogonal in theory; a QR factorisation makes them orthonormal in arithmetic,
 * also where λ is lost to rounding, and |R_mm| = ‖Xᵀu_m‖ is the singular value.
 */
function byGram(centred: Matrix): Spectrum {
  const { vectors } = eigh(matmul(centred, transpose(centred)));
  const U = vectors.map((row) => row.slice().reverse());
  const { Q, R } = qr(matmul(transpose(centred), U));
  return { directions: transpose(Q), s: R.map((row, m) => Math.abs(row[m])) };
}

/** Turns a direction so that its entry of greatest magnitude is positive. */
function canonical(direction: Vector): Vector {
  let top = 0;
  for (const x of direction) if (Math.abs(x) > Math.abs(top)) top = x;
  return top < 0 ? direction.map((x) => -x) : direction;
}

/** The number of components asked for, where a share of the variance may stand for it. */
function count(nComponents: number | undefined, ratio: Vector, most: number): number {
  if (nComponents === undefined) return most;
  if (nComponents > 0 && nComponents < 1) {
    let reached = 0;
    const m = ratio.findIndex((share) => {
      reached += share;
      return reached >= nComponents;
    });
    return m < 0 ? most : m + 1;
  }
  return requireNumber("pca", "nComponents", nComponents, { min: 1, max: most, integer: true });
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
export function pca(X: readonly (readonly number[])[], options: PcaOptions = {}): Pca {
  const caller = "pca";
  const A = requireSamples(caller, "X", X, { minRows: 2 });
  requireOptions(caller, options, ["nComponents", "method"]);
  const { nComponents, method = "auto" } = options;
  requireOneOf(caller, "method", method, ["svd", "eigh", "auto"]);
  const [N, D] = [A.length, A[0].length];
  const most = Math.min(N - 1, D);
  if (nComponents !== undefined) {
    requireNumber(caller, "nComponents", nComponents, { above: 0, max: most });
  }
  const mean = columnMeans(A);
  const { scale, sum } = columnDeviations(A, mean);
  // Work in units of the greatest deviation, so that squares neither overflow nor vanish.
  const unit = Math.max(...scale);
  if (unit === 0) throw new RangeError(`${caller}: X must vary, all ${N} rows are equal`);
  const centre = (rows: Matrix) => rows.map((row) => row.map((x, j) => x - mean[j]));
  const centred = centre(A);
  const small = unit > 1e100 || unit < 1e-100 ? scaled(1 / unit, centred) : centred;
  const back = small === centred ? 1 : unit;

  const useEigh = method === "eigh" || (method === "auto" && (N >= 10 * D || D > N));
  const { directions, s } = useEigh ? (D > N ? byGram(small) : byCovariance(small)) : bySvd(small);
  const total = sum.reduce((acc, v, j) => acc + v * (scale[j] / back) ** 2, 0);
  const M = count(
    nComponents,
    s.map((x) => x ** 2 / total),
    most,
  );
  const components = directions.slice(0, M).map(canonical);
  const axes = transpose(components);
  const kept = s.slice(0, M);
  return {
    components,
    explainedVariance: kept.map((x) => (back * (x / Math.sqrt(N - 1))) ** 2),
    explainedVarianceRatio: kept.map((x) => x ** 2 / total),
    singularValues: kept.map((x) => back * x),
    mean,
    scores: matmul(centred, axes),
    nComponents: M,
    transform: (Xnew) => {
      return matmul(centre(requireLike("pca.transform", Xnew, D)), axes);
    },
    inverse: (scores) => {
      const rule = { cols: M, colsOf: "components", minRows: 0 };
      const Y = requireSamples("pca.inverse", "scores", scores, rule);
      return matmul(Y, components).map((row) => row.map((x, j) => x + mean[j]));
    },
  };
}
