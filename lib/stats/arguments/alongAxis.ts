import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";

/** The option of a statistic that can be taken of each column or of each row of a matrix. */
export interface AxisOptions {
  /** Of a matrix: 0 for a value of each column (as data with rows as samples want), 1 for one of each row. */
  axis: 0 | 1;
}

function requireAxis(caller: string, axis: unknown, isMatrix: boolean): void {
  if (!isMatrix && axis !== undefined) {
    throw new RangeError(`${caller}: axis is for a matrix, but x is a vector`);
  }
  if (isMatrix && axis === undefined) {
    throw new RangeError(
      `${caller}: X is a matrix, so say { axis: 0 } for a value of each column or { axis: 1 } for one of each row`,
    );
  }
  if (isMatrix && axis !== 0 && axis !== 1) {
    throw new RangeError(
      `${caller}: axis must be 0 (of each column) or 1 (of each row), got ${describeValue(axis)}`,
    );
  }
}

/**
 * A statistic of a vector, or of each column (axis 0) or row (axis 1) of a matrix.
 *
 * @param minLength - How many numbers the statistic needs.
 * @param f - The statistic of checked numbers.
 * @throws TypeError, RangeError for what is neither vector nor matrix, is too short, or does not go with
 * `axis`.
 */
export function alongAxis(
  caller: string,
  x: ReadonlyVector | ReadonlyMatrix,
  axis: 0 | 1 | undefined,
  minLength: number,
  f: (values: ReadonlyVector) => number,
): number | Vector {
  const isMatrix = Array.isArray(x) && Array.isArray(x[0]);
  requireAxis(caller, axis, isMatrix);
  if (!isMatrix) return f(requireVector(caller, "x", x, { minLength }));
  const X = requireMatrix(caller, "X", x, { minRows: axis === 0 ? minLength : 1 });
  const [n, d] = [X.length, X[0].length];
  if (axis === 1) {
    if (d < minLength) {
      const columns = minLength === 1 ? "column" : "columns";
      throw new RangeError(
        `${caller}: X must have at least ${minLength} ${columns}, got ${n}×${d}`,
      );
    }
    return X.map((row) => f(row));
  }
  const column = new Array<number>(n).fill(0);
  return Array.from({ length: d }, (_, j) => {
    for (let i = 0; i < n; i++) column[i] = X[i][j];
    return f(column);
  });
}
