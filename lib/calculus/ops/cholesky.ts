import * as flat from "../../linalg/flat";
import { fromDense } from "../kernels/dense";
import { compute } from "../tracking/operand";
import { sizeOf, Tensor } from "../tracking/tensor";
import { apply, type Op, shapeOf, type Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { add, sub } from "./add";
import { mul } from "./arithmetic";
import { matmul, requireSquare } from "./products";
import { convolve, total } from "./rules/bilinear";
import { transposed } from "./rules/linear";
import { matrixOf, solve } from "./solve";

/** Φ(P): the lower triangle of P with its diagonal halved, so that Φ(P) + Φ(P)ᵀ = P for symmetric P. */
export function halved(P: Val): Val {
  const shape = shapeOf(P);
  const mask = new Float64Array(sizeOf(shape));
  for (let i = 0; i < shape[0]; i++) {
    for (let j = 0; j <= i; j++) mask[i * shape[0] + j] = i === j ? 0.5 : 1;
  }
  return mul(P, new Tensor(mask, shape));
}

/** S ↦ L·Φ(L⁻¹·S·L⁻ᵀ), the lower triangular X with X·Lᵀ + L·Xᵀ = S for symmetric S. */
function lowerFactor(L: Val, S: Val): Val {
  const left = solve(L, S);
  return matmul(L, halved(solve(L, transposed(left))));
}

/** The symmetric part of a matrix. */
export const symmetrised = (A: Val): Val => mul(0.5, add(A, transposed(A)));

/**
 * A = L·Lᵀ. Differentiating, A' = L'·Lᵀ + L·L'ᵀ gives L' = L·Φ(L⁻¹A'L⁻ᵀ), and backwards A receives the
 * symmetric part of L⁻ᵀ·Φ(Lᵀg)·L⁻¹ (Murray 2016, "Differentiation of the Cholesky decomposition").
 * L depends on the symmetric part of A alone.
 */
const choleskyOp: Op = {
  name: "cholesky",
  forward: ([A]) => fromDense(flat.cholesky(flat.packSymmetric("cholesky", matrixOf(A)))),
  vjp(_i, g, L) {
    const upper = transposed(L);
    const left = solve(upper, halved(matmul(upper, g)));
    return symmetrised(transposed(solve(upper, transposed(left))));
  },
  jvp: ([t], L) => lowerFactor(L, symmetrised(t!)),
  series(order, [A]) {
    const L: Val[] = [apply(choleskyOp, [A[0]])];
    const shape = shapeOf(A[0]);
    for (let k = 1; A.length > 1 && k <= order; k++) {
      const known = convolve(L, L, k, 1, (p, q) => matmul(p, transposed(q)));
      const rest = total([A[k] && symmetrised(A[k])], shape);
      L.push(lowerFactor(L[0], sub(rest, total(known, shape))));
    }
    return L;
  },
};

/**
 * The Cholesky factor of a symmetric positive definite matrix, A: n×n: lower triangular L, n×n, with
 * A = L·Lᵀ (MML 4.3). The derivative in A is symmetric, as A is. O(n³).
 *
 * @param A - n×n, symmetric positive definite.
 * @returns L, n×n.
 * @throws RangeError if A is not symmetric; LinAlgError if it is not positive definite.
 * @example
 * calculus.cholesky([[4, 2], [2, 5]]) // => [[2, 0], [1, 2]]
 */
export function cholesky<T extends Operand>(A: T): Elementwise<T> {
  return compute("cholesky", ["A"], [A], (v) => {
    requireSquare("cholesky", v);
    return apply(choleskyOp, [v]);
  });
}
