import {
  LinAlgError,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  type Vector,
} from "../../core";
import { cholesky, eigh } from "../../linalg";

/** A square root of a covariance matrix, Σ = F·Fᵀ, and what is computed with it. */
export interface CovarianceFactor {
  /** r, the number of columns of F. */
  rank: number;
  /** ln of the product of the positive eigenvalues of Σ. */
  logDet: number;
  /** The w of length r with F·w = d, or null if there is none. */
  whiten(d: ReadonlyVector): Vector | null;
  /** F·z for z of length r. */
  colour(z: ReadonlyVector): Vector;
}

/** With the lower triangular factor L of Cholesky. */
function triangularFactor(L: Matrix): CovarianceFactor {
  const n = L.length;
  return {
    rank: n,
    logDet: 2 * L.reduce((sum, row, i) => sum + Math.log(row[i]), 0),
    whiten: (d) => {
      const w = new Array<number>(n);
      for (let i = 0; i < n; i++) {
        const row = L[i];
        let sum = d[i];
        for (let j = 0; j < i; j++) sum -= row[j] * w[j];
        w[i] = sum / row[i];
      }
      return w;
    },
    colour: (z) =>
      L.map((row, i) => {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += row[j] * z[j];
        return sum;
      }),
  };
}

/** With the eigenvectors of positive eigenvalue: the factor of a singular Σ. */
function spectralFactor(caller: string, cov: Matrix): CovarianceFactor {
  const n = cov.length;
  const { values, vectors } = eigh(cov);
  const largest = Math.max(maxOf(values.map(Math.abs)), 0);
  const tolerance = 10 * n * Number.EPSILON * largest;
  if (values[0] < -tolerance) {
    throw new LinAlgError(
      `${caller}: cov must be positive semidefinite, its smallest eigenvalue is ${Number(values[0].toPrecision(3))}`,
    );
  }
  const kept = values.map((_, k) => k).filter((k) => values[k] > tolerance);
  const roots = kept.map((k) => Math.sqrt(values[k]));
  const colour = (z: ReadonlyVector) =>
    vectors.map((row) => kept.reduce((sum, k, j) => sum + row[k] * roots[j] * z[j], 0));
  return {
    rank: kept.length,
    logDet: kept.reduce((sum, k) => sum + Math.log(values[k]), 0),
    whiten: (d) => {
      const w = kept.map((k, j) => d.reduce((s, v, i) => s + vectors[i][k] * v, 0) / roots[j]);
      const back = colour(w);
      const size = Math.max(maxOf(d.map(Math.abs)), Math.sqrt(largest));
      return back.every((v, i) => Math.abs(v - d[i]) <= 1e-8 * size) ? w : null;
    },
    colour,
  };
}

/**
 * Factors a covariance matrix by Cholesky's method, or by its eigenvectors if singular ones are
 * allowed and this one is.
 *
 * @throws RangeError if it is not symmetric; LinAlgError if it is indefinite or, not being allowed to
 * be, singular to working precision.
 */
export function factorCovariance(
  caller: string,
  cov: ReadonlyMatrix,
  allowSingular: boolean,
): CovarianceFactor {
  const n = requireMatrix(caller, "cov", cov, { square: true, minRows: 1 }).length;
  const scale = maxOf(cov.map((row) => maxOf(row.map(Math.abs))));
  const symmetric = cov.map((row, i) =>
    row.map((v, j) => {
      if (Math.abs(v - cov[j][i]) > 1e-10 * scale) {
        throw new RangeError(
          `${caller}: cov must be symmetric, cov[${i}][${j}] is ${v} and cov[${j}][${i}] is ${cov[j][i]}`,
        );
      }
      return (v + cov[j][i]) / 2;
    }),
  );
  let reason: string;
  try {
    const L = cholesky(symmetric);
    const weak = L.findIndex((row, i) => row[i] * row[i] <= n * Number.EPSILON * cov[i][i]);
    if (weak < 0) return triangularFactor(L);
    reason = `pivot ${weak + 1} is ${Number((L[weak][weak] ** 2).toPrecision(3))}`;
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    reason = error.message.replace(/^.*definite, /, "");
  }
  if (allowSingular) return spectralFactor(caller, symmetric);
  throw new LinAlgError(`${caller}: cov must be positive definite, ${reason}`);
}
