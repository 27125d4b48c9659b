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
import { newRow } from "./storage/unpack";

/** A vector of n equal entries, or an m×n matrix of them. */
function filled(caller: string, value: number, m: number, n?: number): Vector | Matrix {
  if (n === undefined) {
    requireNumber(caller, "n", m, { min: 0, integer: true });
    return newRow(m).fill(value);
  }
  requireNumber(caller, "m", m, { min: 0, integer: true });
  requireNumber(caller, "n", n, { min: 0, integer: true });
  const row = newRow(n).fill(value);
  return Array.from({ length: m }, () => row.slice());
}

/**
 * The zero vector of ℝⁿ, or with two arguments the m×n zero matrix.
 *
 * @param m - Number of rows.
 * @param n - The length, or the number of columns.
 * @returns Vector of length n, or n × columns.
 * @throws RangeError unless the sizes are integers ≥ 0. O(mn).
 * @example
 * linalg.zeros(2) // => [0, 0]
 * linalg.zeros(1, 2) // => [[0, 0]]
 */
export function zeros(n: number): Vector;
export function zeros(m: number, n: number): Matrix;
export function zeros(m: number, n?: number): Vector | Matrix {
  return filled("zeros", 0, m, n);
}

/**
 * The vector of n ones, or with two arguments the m×n matrix of ones.
 *
 * @param m - Number of rows.
 * @param n - The length, or the number of columns.
 * @returns Vector of length n, or n × columns.
 * @throws RangeError unless the sizes are integers ≥ 0. O(mn).
 * @example
 * linalg.ones(3) // => [1, 1, 1]
 * linalg.ones(2, 1) // => [[1], [1]]
 */
export function ones(n: number): Vector;
export function ones(m: number, n: number): Matrix;
export function ones(m: number, n?: number): Vector | Matrix {
  return filled("ones", 1, m, n);
}

/**
 * The identity matrix I: n×n, ones on the diagonal, so that I·x = x for every x (MML 2.2.1).
 *
 * @param n - The order.
 * @returns n×n matrix.
 * @throws RangeError unless n is an integer ≥ 0. O(n²).
 * @example
 * linalg.eye(2) // => [[1, 0], [0, 1]]
 */
export function eye(n: number): Matrix {
  requireNumber("eye", "n", n, { min: 0, integer: true });
  const I = zeros(n, n);
  for (let i = 0; i < n; i++) I[i][i] = 1;
  return I;
}

/**
 * Of a vector, the square matrix with it on the diagonal; of a matrix (m×n), its diagonal, the
 * vector (a₁₁, a₂₂, …) of length min(m, n).
 *
 * The empty array is read as the empty vector.
 *
 * @param x - Vector of length n, or m×n matrix.
 * @returns n×n matrix, or vector of length min(m, n).
 * @throws TypeError if the argument is neither. O(n²) for a vector, O(min(m, n)) for a matrix.
 * @example
 * linalg.diag([2, 3]) // => [[2, 0], [0, 3]]
 * linalg.diag([[1, 2, 3], [4, 5, 6]]) // => [1, 5]
 */
export function diag(x: ReadonlyVector): Matrix;
export function diag(x: ReadonlyMatrix): Vector;
export function diag(x: ReadonlyVector | ReadonlyMatrix): Vector | Matrix {
  if (!Array.isArray(x)) {
    throw new TypeError(`diag: x must be a vector or a matrix, got ${describeValue(x)}`);
  }
  if (Array.isArray(x[0])) {
    const A = requireMatrix("diag", "x", x);
    return Array.from({ length: Math.min(A.length, A[0].length) }, (_, i) => A[i][i]);
  }
  const v = requireVector("diag", "x", x);
  const D = zeros(v.length, v.length);
  for (let i = 0; i < v.length; i++) D[i][i] = v[i];
  return D;
}
