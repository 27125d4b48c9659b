import type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "../core";
import { release } from "./flat";
import { solveTransposed } from "./flat/solve";
import { packRightHandSide, packTransposed } from "./storage/pack";
import { unpackTransposed, unpackVector } from "./storage/unpack";

/**
 * The solution x of the square system A·x = b, by LU factorisation with partial pivoting and two
 * triangular substitutions (MML 2.3; Golub & Van Loan 3.4).
 *
 * A: n×n. With b a vector of length n the result is one too; with b an n×r matrix of right-hand
 * sides as columns the result is n×r. Costs 2n³/3 + 2n²r operations: never form A⁻¹ for this.
 *
 * @param A - n×n.
 * @param b - Vector of length n, or n×r.
 * @returns Of the shape of b.
 * @throws LinAlgError if A is singular to working precision; it says which pivot vanishes, counted
 * from 1. RangeError if the solution overflows.
 * @example
 * linalg.solve([[2, 0], [0, 4]], [2, 4]) // => [1, 1]
 * linalg.solve([[1, 1], [1, -1]], [[3, 1], [1, 1]]) // => [[2, 1], [1, 0]]
 * linalg.solve([[1, 2], [2, 4]], [1, 1]) // throws solve: A is singular, pivot 2 is 0
 */
export function solve(A: ReadonlyMatrix, b: ReadonlyVector): Vector;
export function solve(A: ReadonlyMatrix, b: ReadonlyMatrix): Matrix;
export function solve(A: ReadonlyMatrix, b: ReadonlyVector | ReadonlyMatrix): Vector | Matrix {
  const At = packTransposed("solve", "A", A, { square: true });
  const { B, isVector } = packRightHandSide("solve", b, At.rows);
  solveTransposed("solve", At, B);
  const X = isVector ? unpackVector(B.data) : unpackTransposed(B);
  release(At, B);
  return X;
}
