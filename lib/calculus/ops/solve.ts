import * as flat from "../../linalg/flat";
import { finiteDense, fromDense } from "../kernels/dense";
import { compute } from "../tracking/operand";
import { describeShape, type Raw, Tensor, toPlain } from "../tracking/tensor";
import { apply, type Op, shapeOf, type Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { neg, sub } from "./add";
import { matmul, outer, type Product, requireSquare } from "./products";
import { convolve, total } from "./rules/bilinear";
import { transposed } from "./rules/linear";

/** A raw value as the matrix it is known to be. */
export const matrixOf = (A: Raw): number[][] => toPlain(A) as number[][];

/** The n×n identity matrix. */
function identity(n: number): Tensor {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return new Tensor(data, [n, n]);
}

/**
 * y = A⁻¹b. From A·y = b: A·y' = b' − A'·y; backwards, b receives s = A⁻ᵀg and A receives −s·yᵀ
 * (Giles 2008, "Collected matrix derivative results"); and A₀·yₖ = bₖ − Σ_{j≥1} Aⱼyₖ₋ⱼ.
 */
const solveOp: Op = {
  name: "solve",
  forward([A, b]) {
    const left = finiteDense("solve", "A", A as Tensor);
    const x = flat.solve(left, finiteDense("solve", "b", b as Tensor));
    return new Tensor(fromDense(x).data, (b as Tensor).shape);
  },
  vjp(i, g, y, [A]) {
    const s = apply(solveOp, [transposed(A), g]);
    if (i === 1) return s;
    return neg(shapeOf(y).length === 1 ? outer(s, y) : matmul(s, transposed(y)));
  },
  jvp([dA, db], y, [A]) {
    const change = total([db, dA && neg(matmul(dA, y))], shapeOf(y));
    return apply(solveOp, [A, change]);
  },
  series(order, [A, b]) {
    const y: Val[] = [];
    const length = A.length === 1 ? b.length : order + 1;
    for (let k = 0; k < length; k++) {
      const known = total(convolve(A, y, k, 1, matmul), shapeOf(b[0]));
      y.push(apply(solveOp, [A[0], b[k] === undefined ? neg(known) : sub(b[k], known)]));
    }
    return y;
  },
};

/**
 * The solution x of A·x = b for a vector b, or a matrix of right-hand sides as columns. A: n×n. See Giles 2008,
 * "Collected matrix derivative results".
 *
 * @param a - n×n.
 * @param b - Vector of length n, or n×r.
 * @returns Of the shape of b.
 * @throws RangeError if the shapes do not fit; LinAlgError if A is singular. O(n³).
 * @example
 * calculus.solve([[2, 0], [0, 4]], [2, 4]) // => [1, 1]
 * calculus.grad((a) => calculus.solve([[2, 0], [0, 4]], a).sum())([1, 1]) // => [0.5, 0.25]
 */
export function solve<A extends Operand, B extends Operand>(a: A, b: B): Product<A, B> {
  return compute("solve", ["A", "b"], [a, b], (A, v) => {
    const n = requireSquare("solve", A);
    const shape = shapeOf(v);
    if (shape[0] !== n) {
      throw new RangeError(
        `solve: b must be a vector or matrix with ${n} rows as A has, got ${describeShape(shape)}`,
      );
    }
    return apply(solveOp, [A, v]);
  });
}

/**
 * The inverse of a square matrix, A: n×n (MML 2.2.2), with d(A⁻¹) = −A⁻¹·dA·A⁻¹ (MML 5.5). O(n³). To
 * solve equations use `solve`, which costs less.
 *
 * @param A - n×n.
 * @returns n×n.
 * @throws RangeError if A is not square; LinAlgError if it is singular.
 * @example
 * calculus.inv([[2, 0], [0, 4]]) // => [[0.5, 0], [0, 0.25]]
 */
export function inv<T extends Operand>(A: T): Elementwise<T> {
  return compute("inv", ["A"], [A], (v) => apply(solveOp, [v, identity(requireSquare("inv", v))]));
}
