import { describeValue, type Matrix, requireMatrix, requireVector, type Vector } from "../../core";

/** Two samples of one length, or the columns of a matrix: what covariance and correlation take. */
export type PairOrColumns<O> =
  | { columns: null; x: Vector; y: Vector; options: O }
  | { columns: Vector[]; options: O };

/**
 * Sorts out the two forms f(x, y, options) and f(X, options) and checks the data. An undefined second
 * argument is refused in both: it is a column that was misspelt.
 */
export function pairOrColumns<O extends object>(
  caller: string,
  first: unknown,
  rest: readonly unknown[],
  minLength: number,
): PairOrColumns<O> {
  const [second, third = {}] = rest;
  if (Array.isArray(first) && Array.isArray(first[0])) {
    const X = requireMatrix(caller, "X", first, { minRows: minLength });
    if (rest.length > 1 || (rest.length > 0 && (second === undefined || Array.isArray(second)))) {
      throw new TypeError(
        `${caller}: options alone may follow a matrix, got ${describeValue(second)}`,
      );
    }
    const columns = X[0].map((_, j) => X.map((row) => row[j]));
    return { columns, options: (rest.length > 0 ? second : {}) as O };
  }
  const x = requireVector(caller, "x", first, { minLength });
  const y = requireVector(caller, "y", second, { length: x.length, lengthOf: "length of x" });
  return { columns: null, x, y, options: third as O };
}

/** The symmetric matrix of f over all pairs of items. */
export function symmetricMatrix<T>(items: readonly T[], f: (a: T, b: T) => number): Matrix {
  const out: Matrix = items.map(() => new Array<number>(items.length));
  items.forEach((a, i) => {
    for (let j = i; j < items.length; j++) {
      out[i][j] = f(a, items[j]);
      out[j][i] = out[i][j];
    }
  });
  return out;
}
