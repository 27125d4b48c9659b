import {
  type Matrix,
  type ReadonlyMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  type Vector,
} from "../core";
import { type Dense, unpack, unpackVector } from "../linalg/flat";
import { packLike, packSamples } from "./guards";
import { columnDeviations, columnMeans } from "./moments";

/** Options of `standardize`. */
export interface StandardizeOptions {
  /** Divisor N − ddof of the variance, as in NumPy: 0 (default) or 1. */
  ddof?: number;
  /**
   * What to do with a column whose entries are all equal, up to rounding: `"error"` (default) refuses it by its
   * index; `"keep"` takes its standard deviation as 1, so that the column turns to zeros.
   */
  constant?: "error" | "keep";
}

/** What `standardize` returns. */
export interface Standardized {
  /** The data in standard units, N×D. */
  Z: Matrix;
  /** Mean of each column, length D. */
  mean: Vector;
  /** Standard deviation of each column, length D. */
  std: Vector;
  /** (x − mean) / std for the rows of other data of D columns: test data use the training data's units. */
  transform(Xnew: ReadonlyMatrix): Matrix;
  /** Back to the units of the data: mean + std·z, row by row. */
  inverse(Z: ReadonlyMatrix): Matrix;
}

/**
 * Brings every column to mean 0 and standard deviation 1: z_nd = (x_nd − μ_d) / σ_d.
 *
 * The first of the key steps of PCA (MML 10.6), and what any method that measures distances needs
 * when features come in different units. A constant column has σ = 0 and no standard units: it is
 * refused by name unless `constant: "keep"` is asked for.
 *
 * @param X - Data, N×D, a row a sample.
 * @returns `{ Z, mean, std, transform, inverse }`; see {@link Standardized}.
 * @throws RangeError if X is empty, holds NaN, has a constant column, or has N ≤ ddof rows.
 * Cost O(ND).
 * @example
 * learn.standardize([[1, 10], [3, 50]]).Z // => [[-1, -1], [1, 1]]
 * learn.standardize([[1, 10], [3, 50]]).transform([[2, 70]]) // => [[0, 2]]
 * learn.standardize([[1, 7], [3, 7]]) // throws standardize: X column 1 is constant (7)
 */
export function standardize(X: ReadonlyMatrix, options: StandardizeOptions = {}): Standardized {
  const caller = "standardize";
  const A = packSamples(caller, "X", X, { anyMagnitude: true });
  requireOptions(caller, options, ["ddof", "constant"]);
  const { ddof = 0, constant = "error" } = options;
  requireNumber(caller, "ddof", ddof, { min: 0, integer: true });
  requireOneOf(caller, "constant", constant, ["error", "keep"]);
  if (A.rows <= ddof) {
    throw new RangeError(
      `${caller}: X must have more than ${ddof} rows (ddof ${ddof}), got ${A.rows}`,
    );
  }
  const mean = columnMeans(A);
  const { scale, sum } = columnDeviations(A, mean);
  const std = scale.map((s, j) => {
    if (s <= 2 * Number.EPSILON * Math.abs(mean[j]) && s < Infinity) {
      if (constant === "keep") return 1;
      const how = s === 0 ? "constant" : "constant but for rounding";
      throw new RangeError(
        `${caller}: X column ${j} is ${how} (${A.data[j]}) and has no standard units; drop it or pass { constant: "keep" }`,
      );
    }
    const sigma = s * Math.sqrt(sum[j] / (A.rows - ddof));
    if (sigma > 0 && Number.isFinite(sigma)) return sigma;
    throw new RangeError(
      `${caller}: X column ${j} spreads beyond the range of doubles; rescale it`,
    );
  });
  const toUnits = ({ data, rows, cols }: Dense): Matrix => {
    for (let n = 0, p = 0; n < rows; n++) {
      for (let j = 0; j < cols; j++, p++) data[p] = (data[p] - mean[j]) / std[j];
    }
    return unpack({ data, rows, cols });
  };
  const fromUnits = ({ data, rows, cols }: Dense): Matrix => {
    for (let n = 0, p = 0; n < rows; n++) {
      for (let j = 0; j < cols; j++, p++) data[p] = mean[j] + std[j] * data[p];
    }
    return unpack({ data, rows, cols });
  };
  const D = A.cols;
  return {
    Z: toUnits(A),
    mean: unpackVector(mean),
    std: unpackVector(std),
    transform: (Xnew) => toUnits(packLike(`${caller}.transform`, Xnew, D, true)),
    inverse: (Z) => {
      const rule = { cols: D, colsOf: "columns of X", minRows: 0, anyMagnitude: true };
      return fromUnits(packSamples(`${caller}.inverse`, "Z", Z, rule));
    },
  };
}
