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
import { sampler } from "./factory/sampler";
import { type CovarianceFactor, factorCovariance } from "./multivariate/covarianceFactor";
import type {
  MultivariateNormal,
  MultivariateNormalOptions,
  PointFunction,
} from "./multivariate/types";

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

function pointFunction(
  method: string,
  dim: number,
  f: (x: ReadonlyVector) => number,
): PointFunction {
  const caller = `${NAME}.${method}`;
  const rule = { length: dim, lengthOf: "dimension of the distribution" };
  function at(x: ReadonlyVector): number;
  function at(x: ReadonlyMatrix): Vector;
  function at(x: ReadonlyVector | ReadonlyMatrix): number | Vector {
    if (!Array.isArray(x) || !(x.length === 0 || Array.isArray(x[0]))) {
      return f(requireVector(caller, "x", x, rule));
    }
    const rows = requireMatrix(caller, "x", x, { cols: dim, colsOf: rule.lengthOf });
    return rows.map(f);
  }
  return at;
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
  const shift = factor.whiten(indices.map((i, k) => values[k] - mean[i]));
  if (!shift) {
    throw new RangeError(
      `${caller}: values must lie in the support of their marginal distribution`,
    );
  }
  const W = rest.map((i) => {
    const column = factor.whiten(indices.map((j) => cov[j][i]));
    if (!column) throw new LinAlgError(`${caller}: cov must be positive semidefinite`);
    return column;
  });
  const inner = (u: ReadonlyVector, v: ReadonlyVector) =>
    u.reduce((sum, x, k) => sum + x * v[k], 0);
  return {
    mean: rest.map((i, r) => mean[i] + inner(W[r], shift)),
    cov: rest.map((i, r) => rest.map((j, c) => cov[i][j] - inner(W[r], W[c]))),
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
  const squaredDistance = (x: ReadonlyVector): number => {
    const w = factor.whiten(x.map((v, i) => v - mu[i]));
    return w ? w.reduce((sum, v) => sum + v * v, 0) : Infinity;
  };
  const logNorm = -rank * HALF_LOG_2PI - 0.5 * factor.logDet;
  const logpdf = (x: ReadonlyVector) => logNorm - 0.5 * squaredDistance(x);
  return Object.freeze({
    kind: "multivariate" as const,
    name: NAME as typeof NAME,
    dim,
    rank,
    mean: mu.slice(),
    cov: sigma.map((row) => row.slice()),
    pdf: pointFunction("pdf", dim, (x) => Math.exp(logpdf(x))),
    logpdf: pointFunction("logpdf", dim, logpdf),
    mahalanobis: pointFunction("mahalanobis", dim, (x) => Math.sqrt(squaredDistance(x))),
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
    sample: sampler(NAME, (rng) => {
      const z = Array.from({ length: rank }, () => rng.normal());
      return factor.colour(z).map((v, i) => mu[i] + v);
    }),
  });
}
