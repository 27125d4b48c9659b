import {
  LinAlgError,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { HALF_LOG_2PI } from "../core/special";
import { add, matmul, matvec, transpose } from "../linalg";
import { type Dense, dense, gram, product, unpack } from "../linalg/flat";
import { batchSampler } from "./factory/sampler";
import { type CovarianceFactor, factorCovariance } from "./multivariate/covarianceFactor";
import { pointFunction } from "./multivariate/points";
import type { MultivariateNormal, MultivariateNormalOptions } from "./multivariate/types";

const NAME = "multivariateNormal";

/** Checks a list of different coordinates. */
function requireIndices(caller: string, indices: ReadonlyVector, dim: number): void {
  requireVector(caller, "indices", indices, { minLength: 1 });
  indices.forEach((v, i) => {
    requireNumber(caller, `indices[${i}]`, v, { min: 0, max: dim - 1, integer: true });
    if (indices.indexOf(v) !== i) {
      throw new RangeError(`${caller}: indices must differ, ${v} occurs twice`);
    }
  });
}

const pick = (A: ReadonlyMatrix, rows: ReadonlyVector, cols: ReadonlyVector): Matrix =>
  rows.map((i) => cols.map((j) => A[i][j]));

/** x − μ of each point, as the columns of a matrix; of quarters where the difference overflows. */
function deviations(points: ReadonlyMatrix, mu: ReadonlyVector): { D: Dense; unit: number } {
  const m = points.length;
  const D = dense(mu.length, m);
  let unit = 1;
  for (let i = 0; i < mu.length; i++) {
    for (let k = 0; k < m; k++) {
      const d = points[k][i] - mu[i];
      if (Math.abs(d) === Infinity) unit = 4;
      D.data[i * m + k] = d;
    }
  }
  if (unit > 1) {
    for (let i = 0; i < mu.length; i++) {
      for (let k = 0; k < m; k++) D.data[i * m + k] = points[k][i] / unit - mu[i] / unit;
    }
  }
  return { D, unit };
}

/** √((x − μ)ᵀΣ⁻¹(x − μ)) of each point; ∞ off the support of a singular distribution. */
function distances(points: ReadonlyMatrix, mu: ReadonlyVector, factor: CovarianceFactor): Vector {
  const { D, unit } = deviations(points, mu);
  const m = points.length;
  const { W, outside } = factor.whiten(D);
  const out = new Array<number>(m);
  for (let k = 0; k < m; k++) {
    let largest = 0;
    for (let i = 0; i < W.rows; i++) largest = Math.max(largest, Math.abs(W.data[i * m + k]));
    // an ordinary sum of squares, unless one of them would leave the range of doubles
    const size = largest > 1e150 || largest < 1e-150 ? largest : 1;
    let sum = 0;
    for (let i = 0; i < W.rows; i++) sum += (W.data[i * m + k] / size) ** 2;
    out[k] = outside(k) ? Infinity : largest === 0 ? 0 : Math.sqrt(sum) * size * unit;
  }
  return out;
}

/** Mean and covariance of the coordinates `rest` given x_b: see `conditional`. */
function condition(
  mean: Vector,
  cov: Matrix,
  given: { indices: ReadonlyVector; values: ReadonlyVector; allowSingular: boolean },
): { mean: Vector; cov: Matrix } {
  const { indices, values, allowSingular } = given;
  const caller = `${NAME}.conditional`;
  const rest = mean.map((_, i) => i).filter((i) => !indices.includes(i));
  // With Σbb = F·Fᵀ and F·W = Σba:  ΣabΣbb⁻¹Σba = WᵀW,  ΣabΣbb⁻¹d = Wᵀ·(F⁻¹d).
  const factor = factorCovariance(caller, pick(cov, indices, indices), allowSingular);
  const [b, r] = [indices.length, rest.length];
  const right = dense(b, r + 1); // Σba, and d as the last column
  indices.forEach((j, k) => {
    for (let c = 0; c < r; c++) right.data[k * (r + 1) + c] = cov[j][rest[c]];
    right.data[k * (r + 1) + r] = values[k] - mean[j];
  });
  const { W, outside } = factor.whiten(right);
  if (outside(r)) {
    throw new RangeError(
      `${caller}: values must lie in the support of their marginal distribution`,
    );
  }
  if (rest.some((_, c) => outside(c))) {
    throw new LinAlgError(`${caller}: cov must be positive semidefinite`);
  }
  const inner = gram(W).data; // (r + 1)×(r + 1)
  return {
    mean: rest.map((i, c) => mean[i] + inner[c * (r + 1) + r]),
    cov: rest.map((i, c) => rest.map((j, e) => cov[i][j] - inner[c * (r + 1) + e])),
  };
}

/**
 * Normal distribution on ℝⁿ with mean μ and covariance Σ, density
 * (2π)^{−n/2}·det(Σ)^{−½}·e^{−½(x − μ)ᵀΣ⁻¹(x − μ)} (MML 6.5).
 *
 * Everything goes through a factor Σ = L·Lᵀ (Cholesky, n³/3 operations, once): with w = L⁻¹(x − μ)
 * the exponent is −½‖w‖², and μ + L·z with standard normal z is a draw. n² operations for each point.
 *
 * @param mean - μ, of length n ≥ 1.
 * @param cov - Σ: n×n, symmetric and positive definite.
 * @param options - `allowSingular`, see {@link MultivariateNormalOptions}.
 * @throws RangeError if the shapes do not agree or cov is not symmetric; LinAlgError if cov is
 * singular or indefinite, with the pivot that shows it (counted from 1).
 * @example
 * prob.multivariateNormal([0, 2], [[0.3, -1], [-1, 5]]).conditional([1], [-1]).mean // => [0.6]
 * prob.multivariateNormal([0, 0], [[1, 0], [0, 1]]).pdf([0, 0]) // => 1 / (2 * Math.PI)
 * prob.multivariateNormal([0, 0], [[1, 1], [1, 1]]) // throws cov must be positive definite, pivot 2 is 0
 */
export function multivariateNormal(
  mean: ReadonlyVector,
  cov: ReadonlyMatrix,
  options: MultivariateNormalOptions = {},
): MultivariateNormal {
  requireOptions(NAME, options, ["allowSingular"]);
  const { allowSingular = false } = options;
  requireBoolean(NAME, "allowSingular", allowSingular);
  const mu = requireVector(NAME, "mean", mean, { minLength: 1 }).slice();
  const dim = mu.length;
  requireMatrix(NAME, "cov", cov, { rows: dim, rowsOf: "length of mean" });
  const sigma = cov.map((row) => row.slice());
  const factor = factorCovariance(NAME, sigma, allowSingular);
  return build(mu, sigma, factor, options);
}

function build(
  mu: Vector,
  sigma: Matrix,
  factor: CovarianceFactor,
  options: MultivariateNormalOptions,
): MultivariateNormal {
  const dim = mu.length;
  const { rank } = factor;
  const root = factor.root();
  const logNorm = -rank * HALF_LOG_2PI - 0.5 * factor.logDet;
  const distancesOf = (points: ReadonlyMatrix) => distances(points, mu, factor);
  const logpdf = (points: ReadonlyMatrix) => distancesOf(points).map((d) => logNorm - 0.5 * d * d);
  return Object.freeze({
    kind: "multivariate" as const,
    name: NAME as typeof NAME,
    dim,
    rank,
    mean: mu.slice(),
    cov: sigma.map((row) => row.slice()),
    pdf: pointFunction(`${NAME}.pdf`, dim, (points) => logpdf(points).map(Math.exp)),
    logpdf: pointFunction(`${NAME}.logpdf`, dim, logpdf),
    mahalanobis: pointFunction(`${NAME}.mahalanobis`, dim, distancesOf),
    entropy: () => 0.5 * rank - logNorm,
    marginal: (indices: ReadonlyVector) => {
      requireIndices(`${NAME}.marginal`, indices, dim);
      return multivariateNormal(
        indices.map((i) => mu[i]),
        pick(sigma, indices, indices),
        options,
      );
    },
    conditional: (indices: ReadonlyVector, values: ReadonlyVector) => {
      const caller = `${NAME}.conditional`;
      requireIndices(caller, indices, dim);
      requireVector(caller, "values", values, { length: indices.length, lengthOf: "indices" });
      if (indices.length === dim) {
        throw new RangeError(`${caller}: indices must leave a coordinate free, got all ${dim}`);
      }
      const { allowSingular = false } = options;
      const given = condition(mu, sigma, { indices, values, allowSingular });
      return multivariateNormal(given.mean, given.cov, options);
    },
    affine: (A: ReadonlyMatrix, b?: ReadonlyVector) => {
      const caller = `${NAME}.affine`;
      const rule = { minRows: 1, cols: dim, colsOf: "dimension of the distribution" };
      requireMatrix(caller, "A", A, rule);
      const image = matvec(A, mu);
      const moved = b
        ? add(image, requireVector(caller, "b", b, { length: A.length, lengthOf: "rows of A" }))
        : image;
      return multivariateNormal(moved, matmul(matmul(A, sigma), transpose(A)), options);
    },
    sample: batchSampler(NAME, (rng, n) => {
      const Z = dense(n, rank);
      for (let i = 0; i < n * rank; i++) Z.data[i] = rng.normal();
      const X = product(Z, root, { transposeB: true });
      for (let k = 0; k < n; k++) for (let i = 0; i < dim; i++) X.data[k * dim + i] += mu[i];
      return unpack(X);
    }),
  });
}
