import { LinAlgError, type Matrix, requireMatrix, requireVector, type Vector } from "../core";
import { eliminate } from "./lu";
import { columnsOf, packRows, unpackRows, unpackVector } from "./pack";
import { backSubstitute, forwardSubstitute } from "./triangular";

/**
 * Position (from 0) of the first pivot of a factored matrix that is zero to working precision, or −1.
 *
 * Pivot k is what is left of an entry of A after Σⱼ lₖⱼuⱼₖ has been subtracted from it. Where that is no
 * larger than the rounding errors of the sum, n·ε·Σ|lₖⱼuⱼₖ|, a change of A within rounding makes it
 * exactly zero, and A singular (Higham, Accuracy and Stability of Numerical Algorithms, 9.3).
 */
export function zeroPivot(a: Float64Array, n: number): number {
  for (let k = 0; k < n; k++) {
    const pivot = Math.abs(a[k * n + k]);
    let cancelled = 0;
    for (let j = 0; j < k; j++) cancelled += Math.abs(a[k * n + j] * a[j * n + k]);
    if (pivot <= n * Number.EPSILON * cancelled || pivot === 0) return k;
  }
  return -1;
}

/** Solves A·X = B on row-major storage: a (n×n) is factored in place, the n×r result is new. */
export function solvePacked(
  caller: string,
  a: Float64Array,
  n: number,
  b: Float64Array,
  r: number,
): Float64Array {
  const perm = new Int32Array(n);
  eliminate(a, n, n, perm);
  const k = zeroPivot(a, n);
  if (k >= 0) {
    throw new LinAlgError(`${caller}: A is singular, pivot ${k + 1} is 0 to working precision`);
  }
  const x = new Float64Array(n * r);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < r; j++) x[i * r + j] = b[perm[i] * r + j];
  }
  forwardSubstitute(a, n, x, r, true);
  backSubstitute(a, n, x, r);
  return x;
}

/**
 * The solution x of the square system A·x = b, by LU factorisation with partial pivoting and two
 * triangular substitutions (MML 2.3; Golub & Van Loan 3.4).
 *
 * A: n×n. With b a vector of length n the result is one too; with b an n×r matrix of right-hand
 * sides as columns the result is n×r. Costs 2n³/3 + 2n²r operations: never form A⁻¹ for this.
 *
 * @throws LinAlgError if A is singular to working precision; it says which pivot vanishes, counted
 * from 1.
 * @example
 * linalg.solve([[2, 0], [0, 4]], [2, 4]) // => [1, 1]
 * linalg.solve([[1, 1], [1, -1]], [[3, 1], [1, 1]]) // => [[2, 1], [1, 0]]
 * linalg.solve([[1, 2], [2, 4]], [1, 1]) // throws solve: A is singular, pivot 2 is 0
 */
export function solve(A: readonly (readonly number[])[], b: readonly number[]): Vector;
export function solve(A: readonly (readonly number[])[], b: readonly (readonly number[])[]): Matrix;
export function solve(
  A: readonly (readonly number[])[],
  b: readonly number[] | readonly (readonly number[])[],
): Vector | Matrix {
  requireMatrix("solve", "A", A, { square: true });
  const n = A.length;
  const { packed, r, isVector } = rightHandSide("solve", b, n);
  const x = solvePacked("solve", packRows(A), n, packed, r);
  return isVector ? unpackVector(x) : unpackRows(x, n, r);
}

/** Checks and packs b of a system with m rows: a vector, or a matrix with right-hand sides as columns. */
export function rightHandSide(caller: string, b: unknown, m: number) {
  if (Array.isArray(b) && Array.isArray(b[0])) {
    const B = requireMatrix(caller, "b", b, { rows: m, rowsOf: "rows of A" });
    return { packed: packRows(B), r: columnsOf(B), isVector: false };
  }
  const v = requireVector(caller, "b", b, { length: m, lengthOf: "rows of A" });
  return { packed: Float64Array.from(v), r: 1, isVector: true };
}
