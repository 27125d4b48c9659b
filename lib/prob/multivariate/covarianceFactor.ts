import { LinAlgError, type ReadonlyMatrix } from "../../core";
import {
  cholesky,
  type Dense,
  dense,
  eigh,
  packSymmetric,
  product,
  solveTriangular,
} from "../../linalg/flat";

/** A square root of a covariance matrix, Σ = F·Fᵀ with F of r columns, and what is computed with it. */
export interface CovarianceFactor {
  /** r. */
  rank: number;
  /** ln of the product of the positive eigenvalues of Σ. */
  logDet: number;
  /** The diagonal of F, where F is triangular (and Σ has full rank). */
  diagonal: Float64Array;
  /** F, n×r. */
  root(): Dense;
  /**
   * The W (r×m) with F·W = D for the columns of D (n×m), which is overwritten. `outside` tells the
   * columns that F does not reach.
   */
  whiten(D: Dense): { W: Dense; outside: (column: number) => boolean };
}

/** Powers of two near the roots of the diagonal: with them a matrix of any scale has entries near 1. */
function unitsOf({ data, rows: n }: Dense): Float64Array {
  const units = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const v = data[i * (n + 1)];
    units[i] = v > 0 ? 2 ** Math.round(0.5 * Math.log2(v)) : 1;
  }
  return units;
}

/** C = D⁻¹·½(Σ + Σᵀ)·D⁻¹ for the diagonal D of units. */
function inUnits({ data, rows: n }: Dense, units: Float64Array): Dense {
  const C = dense(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const half = data[i * n + j] / units[i] / 2 + data[j * n + i] / units[i] / 2;
      C.data[i * n + j] = half / units[j];
    }
  }
  return C;
}

/** Multiplies row i by units[i], or divides by it. */
function scaleRows({ data, rows, cols }: Dense, units: Float64Array, power: 1 | -1): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      data[i * cols + j] =
        power > 0 ? data[i * cols + j] * units[i] : data[i * cols + j] / units[i];
    }
  }
}

/** With the lower triangular factor L of Cholesky, of the matrix in units. */
function triangularFactor(L: Dense, units: Float64Array): CovarianceFactor {
  const n = L.rows;
  const diagonal = units.map((u, i) => u * L.data[i * (n + 1)]);
  return {
    rank: n,
    logDet: 2 * diagonal.reduce((sum, v) => sum + Math.log(v), 0),
    diagonal,
    root: () => {
      const F: Dense = { data: L.data.slice(0, n * n), rows: n, cols: n };
      scaleRows(F, units, 1);
      return F;
    },
    whiten: (D) => {
      scaleRows(D, units, -1);
      return { W: solveTriangular(L, D, { overwrite: true }), outside: () => false };
    },
  };
}

/** With the eigenvectors of positive eigenvalue: the factor of a singular Σ = unit²·C. */
function spectralFactor(caller: string, C: Dense, unit: number): CovarianceFactor {
  const n = C.rows;
  const { values, vectors } = eigh(C);
  const largest = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  const tolerance = 10 * n * Number.EPSILON * largest;
  if (values[0] < -tolerance) {
    const smallest = Number((values[0] * unit * unit).toPrecision(3));
    throw new LinAlgError(
      `${caller}: cov must be positive semidefinite, its smallest eigenvalue is ${smallest}`,
    );
  }
  const skipped = values.findIndex((v) => v > tolerance);
  const kept = skipped < 0 ? values.slice(0, 0) : values.slice(skipped);
  const r = kept.length;
  const F = dense(n, r); // of C: V·√Λ
  const G = dense(n, r); // its pseudo-inverse, transposed: V·√Λ⁻¹
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < r; j++) {
      const v = vectors.data[i * n + n - r + j];
      F.data[i * r + j] = v * Math.sqrt(kept[j]);
      G.data[i * r + j] = v / Math.sqrt(kept[j]);
    }
  }
  const units = new Float64Array(n).fill(unit);
  return {
    rank: r,
    logDet: kept.reduce((sum, v) => sum + Math.log(v) + 2 * Math.log(unit), 0),
    diagonal: new Float64Array(0),
    root: () => {
      const copy: Dense = { data: F.data.slice(), rows: n, cols: r };
      scaleRows(copy, units, 1);
      return copy;
    },
    whiten: (D) => {
      scaleRows(D, units, -1);
      const W = product(G, D, { transposeA: true });
      const back = product(F, W);
      const m = D.cols;
      const outside = (k: number) => {
        let size = Math.sqrt(largest);
        for (let i = 0; i < n; i++) size = Math.max(size, Math.abs(D.data[i * m + k]));
        for (let i = 0; i < n; i++) {
          const miss = Math.abs(back.data[i * m + k] - D.data[i * m + k]);
          if (!(miss <= 1e-8 * size)) return true;
        }
        return false;
      };
      return { W, outside };
    },
  };
}

/**
 * Factors a covariance matrix by Cholesky's method, or by its eigenvectors if singular ones are
 * allowed and this one is. It is done in units in which the matrix is of ordinary size.
 *
 * @throws RangeError if it is not symmetric; LinAlgError if it is indefinite or, not being allowed to
 * be, singular to working precision.
 */
export function factorCovariance(
  caller: string,
  cov: ReadonlyMatrix,
  allowSingular: boolean,
): CovarianceFactor {
  const sigma = packSymmetric(caller, cov, "cov");
  const units = unitsOf(sigma);
  const C = inUnits(sigma, units);
  try {
    // no entry of a covariance matrix is larger than those of the diagonal, which are below 2
    if (C.data.every((v) => Math.abs(v) <= 4)) return triangularFactor(cholesky(C), units);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
  }
  if (allowSingular) {
    const unit = unitsOf(sigma).reduce((most, u) => Math.max(most, u), 0);
    return spectralFactor(caller, inUnits(sigma, units.fill(unit)), unit);
  }
  throw new LinAlgError(`${caller}: cov must be positive definite, ${failedPivot(C, units)}`);
}

/** Cholesky's method up to the first pivot that is not positive to working precision, in words. */
function failedPivot({ data, rows: n }: Dense, units: Float64Array): string {
  const L = dense(n, n).data;
  for (let j = 0; j < n; j++) {
    let pivot = data[j * (n + 1)];
    for (let k = 0; k < j; k++) pivot -= L[j * n + k] ** 2;
    const isZero = Math.abs(pivot) <= n * Number.EPSILON * Math.abs(data[j * (n + 1)]);
    if (isZero || !(pivot > 0)) {
      const value = isZero ? 0 : Number((pivot * units[j] * units[j]).toPrecision(3));
      return `pivot ${j + 1} is ${value}`;
    }
    L[j * (n + 1)] = Math.sqrt(pivot);
    for (let i = j + 1; i < n; i++) {
      let sum = data[i * n + j];
      for (let k = 0; k < j; k++) sum -= L[i * n + k] * L[j * n + k];
      L[i * n + j] = sum / L[j * (n + 1)];
    }
  }
  return `pivot ${n} is 0`; // the method in LAPACK rounded otherwise
}
