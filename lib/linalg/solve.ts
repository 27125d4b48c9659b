import {
  LinAlgError,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Vector,
} from "../core";
import { backSubstitute, forwardSubstitute } from "./kernels/triangular";
import { factorLU } from "./lu";
import { usesLapack } from "./native/engine";
import { getrs } from "./native/lapack";
import { packColumns, packRightHandSide } from "./storage/pack";
import { giveBack } from "./storage/scratch";
import { requireInRange, unpackColumns, unpackVector } from "./storage/unpack";

/** How many times the bound n·ε for the rounding errors of one sum: those of the earlier steps add up. */
const MARGIN = 10;

/**
 * Asserts that no pivot of a matrix factored by `factorLU` is zero to working precision.
 *
 * Pivot k is what is left of an entry of A after Σⱼ lₖⱼuⱼₖ has been subtracted from it. Where that is no
 * larger than the rounding errors of the sum, of order n·ε·Σ|lₖⱼuⱼₖ|, a change of A within rounding
 * makes it exactly zero, and A singular (Higham, Accuracy and Stability of Numerical Algorithms, 9.3).
 * As no |lₖⱼ| exceeds 1, a pivot above that multiple of Σ|uⱼₖ| needs no closer look.
 */
export function requireNonsingular(caller: string, a: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const pivot = Math.abs(a[k * n + k]);
    const bound = pivot / (MARGIN * n * Number.EPSILON);
    let above = 0;
    for (let p = k * n; p < k * n + k; p++) above += Math.abs(a[p]);
    if (bound > above) continue;
    let cancelled = 0;
    for (let j = 0; j < k; j++) cancelled += Math.abs(a[j * n + k] * a[k * n + j]);
    if (bound <= cancelled) {
      throw new LinAlgError(`${caller}: A is singular, pivot ${k + 1} is 0 to working precision`);
    }
  }
}

/** B ← A⁻¹·B from the factors of A: swap the rows of B as those of A were, then substitute twice. */
export function solveFactored(
  a: Float64Array,
  n: number,
  pivots: Int32Array,
  b: Float64Array,
  r: number,
): void {
  for (let c = 0; c < r; c++) {
    for (let i = 0, o = c * n; i < n; i++) {
      const p = o + pivots[i] - 1;
      const t = b[o + i];
      b[o + i] = b[p];
      b[p] = t;
    }
  }
  forwardSubstitute(a, 0, n, n, b, 0, n, r);
  backSubstitute(a, 0, n, n, b, 0, n, r);
}

/**
 * The solution x of the square system A·x = b, by LU factorisation with partial pivoting and two
 * triangular substitutions (MML 2.3; Golub & Van Loan 3.4).
 *
 * A: n×n. With b a vector of length n the result is one too; with b an n×r matrix of right-hand
 * sides as columns the result is n×r. Costs 2n³/3 + 2n²r operations: never form A⁻¹ for this.
 *
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
  const { a, n } = packColumns("solve", "A", A, { square: true });
  const { b: x, r, isVector } = packRightHandSide("solve", b, n);
  const pivots = factorLU(a, n, n);
  requireNonsingular("solve", a, n);
  const finish = usesLapack("lu", n) ? getrs : solveFactored;
  finish(a, n, pivots, x, r);
  requireInRange("solve", "the solution", x, n * r);
  const X = isVector ? unpackVector(x, n) : unpackColumns(x, n, r);
  giveBack(a, x);
  return X;
}
