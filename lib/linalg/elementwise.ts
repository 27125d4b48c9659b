import {
  describeValue,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireVector,
  type Vector,
} from "../core";

/** Applies `f` to the entries of two vectors or two matrices of one shape. */
function combine(
  caller: string,
  X: ReadonlyVector | ReadonlyMatrix,
  Y: ReadonlyVector | ReadonlyMatrix,
  f: (x: number, y: number) => number,
): Vector | Matrix {
  if (Array.isArray(X) && Array.isArray(X[0])) {
    const A = requireMatrix(caller, "X", X);
    const n = A[0].length;
    const B = requireMatrix(caller, "Y", Y, {
      rows: A.length,
      cols: n,
      rowsOf: "rows of X",
      colsOf: "columns of X",
    });
    return A.map((row, i) => row.map((x, j) => f(x, B[i][j])));
  }
  const x = requireVector(caller, "X", X);
  const y = requireVector(caller, "Y", Y, { length: x.length, lengthOf: "length of X" });
  return x.map((xi, i) => f(xi, y[i]));
}

/**
 * The sum X + Y of two vectors or two matrices of one shape, entry by entry (MML 2.2.1). There is no
 * broadcasting: shapes that differ are an error.
 *
 * @param X - Vector or matrix.
 * @param Y - Of the shape of X.
 * @returns Of the shape of both.
 * @throws RangeError if the shapes differ. O(mn).
 * @example
 * linalg.add([1, 2], [3, 4]) // => [4, 6]
 * linalg.add([[1, 2]], [[10, 20]]) // => [[11, 22]]
 */
export function add(X: ReadonlyVector, Y: ReadonlyVector): Vector;
export function add(X: ReadonlyMatrix, Y: ReadonlyMatrix): Matrix;
export function add(
  X: ReadonlyVector | ReadonlyMatrix,
  Y: ReadonlyVector | ReadonlyMatrix,
): Vector | Matrix {
  return combine("add", X, Y, (x, y) => x + y);
}

/**
 * The difference X − Y of two vectors or two matrices of one shape, entry by entry. See MML 2.2.1.
 *
 * @param X - Vector or matrix.
 * @param Y - Of the shape of X.
 * @returns Of the shape of both.
 * @throws RangeError if the shapes differ. O(mn).
 * @example
 * linalg.sub([3, 4], [1, 2]) // => [2, 2]
 * linalg.sub([[1, 2]], [[10, 20]]) // => [[-9, -18]]
 */
export function sub(X: ReadonlyVector, Y: ReadonlyVector): Vector;
export function sub(X: ReadonlyMatrix, Y: ReadonlyMatrix): Matrix;
export function sub(
  X: ReadonlyVector | ReadonlyMatrix,
  Y: ReadonlyVector | ReadonlyMatrix,
): Vector | Matrix {
  return combine("sub", X, Y, (x, y) => x - y);
}

/**
 * The scalar multiple a·X of a vector or a matrix (MML 2.2.3). The scalar comes first, as on paper.
 *
 * @param a - A number.
 * @param X - Vector or matrix.
 * @returns Of the shape of X.
 * @throws TypeError if a is not a number or X neither vector nor matrix. O(mn).
 * @example
 * linalg.scale(2, [1, -3]) // => [2, -6]
 * linalg.scale(0.5, [[2, 4], [6, 8]]) // => [[1, 2], [3, 4]]
 */
export function scale(a: number, X: ReadonlyVector): Vector;
export function scale(a: number, X: ReadonlyMatrix): Matrix;
export function scale(a: number, X: ReadonlyVector | ReadonlyMatrix): Vector | Matrix {
  requireNumber("scale", "a", a);
  if (!Array.isArray(X)) {
    throw new TypeError(`scale: X must be a vector or a matrix, got ${describeValue(X)}`);
  }
  if (Array.isArray(X[0])) {
    return requireMatrix("scale", "X", X).map((row) => row.map((x) => a * x));
  }
  return requireVector("scale", "X", X).map((x) => a * x);
}
