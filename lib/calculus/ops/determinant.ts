import { LinAlgError } from "../../core";
import * as linalg from "../../linalg";
import { onSeries } from "../tracking/jet";
import { compute } from "../tracking/operand";
import { apply, type Op, type Val } from "../tracking/tracked";
import type { Operand, Reduced } from "../tracking/types";
import { div, mul } from "./arithmetic";
import { requireSquare } from "./products";
import { convolve, total } from "./rules/bilinear";
import { sumTo, transposed } from "./rules/linear";
import { inv, matrixOf } from "./solve";

const inverseTransposed = (A: Val): Val => transposed(inv(A));

/** y = log det A. Jacobi's formula: y' = tr(A⁻¹A') = Σ (A⁻ᵀ)ᵢⱼ·a'ᵢⱼ, also term by term of a series. */
const logdetOp: Op = {
  name: "logdet",
  forward([A]) {
    const { sign, logabsdet } = linalg.slogdet(matrixOf(A));
    if (sign > 0) return logabsdet;
    throw new LinAlgError(
      `logdet: A must have a positive determinant, it is ${sign === 0 ? "0" : "negative"}`,
    );
  },
  vjp: (_i, g, _y, [A]) => mul(g, inverseTransposed(A)),
  jvp: ([t], _y, [A]) => sumTo(mul(inverseTransposed(A), t!), []),
  series(order, [A]) {
    const y: Val[] = [apply(logdetOp, [A[0]])];
    if (A.length === 1) return y;
    const w = onSeries(order - 1, inverseTransposed, A);
    const slope = A.map((c, j) => mul(j, c));
    const inner = (p: Val, q: Val) => sumTo(mul(p, q), []);
    for (let k = 1; k <= order; k++) y.push(div(total(convolve(slope, w, k, 1, inner), []), k));
    return y;
  },
};

/**
 * log det A of a matrix of positive determinant, A: n×n, without overflow. Derivative A⁻ᵀ (MML 5.5). O(n³).
 *
 * @param A - n×n.
 * @returns A number.
 * @throws RangeError if A is not square; LinAlgError if its determinant is not positive.
 * @example
 * calculus.logdet([[2, 0], [0, 3]]) // => Math.log(6)
 * calculus.grad((A) => calculus.logdet(A))([[2, 0], [0, 4]]) // => [[0.5, 0], [0, 0.25]]
 */
export function logdet<T extends Operand>(A: T): Reduced<T> {
  return compute("logdet", ["A"], [A], (v) => {
    requireSquare("logdet", v);
    return apply(logdetOp, [v]);
  });
}
