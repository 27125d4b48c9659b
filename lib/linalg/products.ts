import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../core";
import { columnsOf } from "./storage/pack";

/**
 * The dot product xᵀy = Σ xᵢyᵢ of two vectors of ℝⁿ (MML 3.2.1).
 *
 * @param x - Vector of length n.
 * @param y - Vector of length n.
 * @returns A number.
 * @throws RangeError if the lengths differ. O(n).
 * @example
 * linalg.dot([1, 2, 3], [4, 5, 6]) // => 32
 */
export function dot(x: ReadonlyVector, y: ReadonlyVector): number {
  requireVector("dot", "x", x);
  requireVector("dot", "y", y, { length: x.length, lengthOf: "length of x" });
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/**
 * The outer product xyᵀ: the m×n matrix of rank one with entries xᵢyⱼ (MML 4.6).
 *
 * @param x - Vector of length m.
 * @param y - Vector of length n.
 * @returns m×n.
 * @throws TypeError or RangeError if either is not a vector of finite numbers. O(mn).
 * @example
 * linalg.outer([1, 2], [3, 4, 5]) // => [[3, 4, 5], [6, 8, 10]]
 */
export function outer(x: ReadonlyVector, y: ReadonlyVector): Matrix {
  requireVector("outer", "x", x);
  requireVector("outer", "y", y);
  return x.map((xi) => y.map((yj) => xi * yj));
}

/**
 * The product A·x of a matrix and a vector: the combination of A's columns with coefficients xⱼ
 * (MML 2.2), computed row by row as (A·x)ᵢ = Σⱼ aᵢⱼxⱼ.
 *
 * A: m×n, x of length n, the result of length m. Costs 2mn operations.
 *
 * @param A - m×n.
 * @param x - Vector of length n.
 * @returns Vector of length m.
 * @throws RangeError if x does not have as many entries as A has columns.
 * @example
 * linalg.matvec([[1, 2], [3, 4]], [10, 1]) // => [12, 34]
 */
export function matvec(A: ReadonlyMatrix, x: ReadonlyVector): Vector {
  requireMatrix("matvec", "A", A);
  const n = columnsOf(A);
  requireVector("matvec", "x", x, { length: n, lengthOf: "columns of A" });
  const y = new Array<number>(A.length);
  for (let i = 0; i < A.length; i++) {
    const row = A[i];
    let sum = 0;
    for (let j = 0; j < n; j++) sum += row[j] * x[j];
    y[i] = sum;
  }
  return y;
}
