import { describeValue, type Matrix, requireMatrix, requireVector, type Vector } from "../../core";

/** Two samples of one length, or the columns of a matrix: what covariance and correlation take. */
export type PairOrColumns<O> =
  | { columns: null; x: Vector; y: Vector; options: O }
  | { columns: Vector[]; options: O };

/** Sorts out the two forms f(x, y, options) and f(X, options) and checks the data. */
export function pairOrColumns<O extends object>(
  caller: string,
  first: unknown,
  second: unknown,
  third: O | undefined,
  minLength: number,
): PairOrColumns<O> {
  if (Array.isArray(first) && Array.isArray(first[0])) {
    const X = requireMatrix(caller, "X", first, { minRows: minLength });
    if (Array.isArray(second) || third !== undefined) {
      throw new TypeError(
        `${caller}: the second argument must be options when the first is a matrix, got ${describeValue(second)}`,
      );
    }
    const columns = X[0].map((_, j) => X.map((row) => row[j]));
    return { columns, options: (second === undefined ? {} : second) as O };
  }
  const x = requireVector(caller, "x", first, { minLength });
  const y = requireVector(caller, "y", second, { length: x.length, lengthOf: "length of x" });
  return { columns: null, x, y, options: third === undefined ? ({} as O) : third };
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
