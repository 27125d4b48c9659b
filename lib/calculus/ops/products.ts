import { gemm } from "../kernels/gemm";
import { compute } from "../tracking/operand";
import { describeShape, type Tensor } from "../tracking/tensor";
import { apply, type Op, shapeOf, type Val } from "../tracking/tracked";
import type { Operand, Reduced, Result } from "../tracking/types";
import { mul } from "./arithmetic";
import { bilinear } from "./rules/bilinear";
import { reshaped, sumTo } from "./rules/linear";
import { diag, requireRank } from "./shape";

/**
 * C = A·B, with A or B transposed first where the flags say so. The adjoints are such products too,
 * G·Bᵀ and Aᵀ·G, so no transpose is ever written out.
 */
function productOp(ta: boolean, tb: boolean): Op {
  return bilinear(
    "matmul",
    ([A, B]) => gemm(A as Tensor, B as Tensor, ta, tb),
    (i, g, [A, B]) => {
      if (i === 0) return ta ? product(B, g, tb, true) : product(g, B, false, !tb);
      return tb ? product(g, A, true, ta) : product(A, g, !ta, false);
    },
  );
}

const PRODUCTS = [false, true].map((ta) => [false, true].map((tb) => productOp(ta, tb)));

function product(A: Val, B: Val, ta: boolean, tb: boolean): Val {
  return apply(PRODUCTS[Number(ta)][Number(tb)], [A, B]);
}

/** The result of a product: a vector if one operand is one, else a matrix. */
export type Product<A, B> = Result<A, B, "product">;

/**
 * The product A·B of matrices, of a matrix and a vector (the result is a vector), or of a vector and
 * a matrix (xᵀA). A: m×k, B: k×n, result m×n; costs 2mkn operations. Two vectors: see `dot`.
 *
 * @throws RangeError if the inner lengths differ, or an operand is a number.
 * @example
 * calculus.matmul([[1, 2], [3, 4]], [1, 1]) // => [3, 7]
 * calculus.grad((x) => calculus.matmul([[1, 2], [3, 4]], x).sum())([1, 1]) // => [4, 6]
 */
export function matmul<A extends Operand, B extends Operand>(a: A, b: B): Product<A, B> {
  return compute("matmul", ["a", "b"], [a, b], (A, B) => {
    const [p, q] = [shapeOf(A), shapeOf(B)];
    if (p.length === 0 || q.length === 0 || p.length + q.length === 2 || p[p.length - 1] !== q[0]) {
      throw new RangeError(
        `matmul: a and b must be matrices (one may be a vector) with as many columns in a as rows in b, got ${describeShape(p)} and ${describeShape(q)}`,
      );
    }
    const left = p.length === 1 ? reshaped(A, [1, p[0]]) : A;
    const right = q.length === 1 ? reshaped(B, [q[0], 1]) : B;
    return reshaped(product(left, right, false, false), [...p.slice(0, -1), ...q.slice(1)]);
  });
}

/**
 * The dot product Σ aᵢbᵢ of two vectors.
 *
 * @throws RangeError if they are not vectors of equal length.
 * @example
 * calculus.dot([1, 2, 3], [4, 5, 6]) // => 32
 */
export function dot<A extends Operand, B extends Operand>(a: A, b: B): Result<A, B, "number"> {
  return compute("dot", ["a", "b"], [a, b], (v, w) => {
    const [m] = requireRank("dot", "a", v, 1);
    const [n] = requireRank("dot", "b", w, 1);
    if (m !== n) {
      throw new RangeError(`dot: b must have length ${m} (length of a), got ${n}`);
    }
    return sumTo(mul(v, w), []);
  });
}

/**
 * The outer product a·bᵀ of vectors of lengths m and n: the m×n matrix of all products aᵢbⱼ.
 *
 * @throws RangeError if they are not vectors.
 * @example
 * calculus.outer([1, 2], [3, 4]) // => [[3, 4], [6, 8]]
 */
export function outer<A extends Operand, B extends Operand>(a: A, b: B): Result<A, B, "outer"> {
  return compute("outer", ["a", "b"], [a, b], (v, w) => {
    const [m] = requireRank("outer", "a", v, 1);
    requireRank("outer", "b", w, 1);
    return mul(reshaped(v, [m, 1]), w);
  });
}

/**
 * The trace Σ aᵢᵢ of a square matrix, A: n×n (MML 4.1). Derivative I.
 *
 * @throws RangeError if A is not a square matrix.
 * @example
 * calculus.trace([[1, 2], [3, 4]]) // => 5
 */
export function trace<T extends Operand>(A: T): Reduced<T> {
  return compute("trace", ["A"], [A], (v) => {
    requireSquare("trace", v);
    return sumTo(diag(v), []);
  });
}

/** Asserts that a value is a square matrix and returns how many rows it has. */
export function requireSquare(caller: string, A: Val): number {
  const [m, n] = requireRank(caller, "A", A, 2);
  if (m !== n) throw new RangeError(`${caller}: A must be square, got ${m}×${n}`);
  return n;
}
