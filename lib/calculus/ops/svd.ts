import * as flat from "../../linalg/flat";
import { finiteDense, fromDense } from "../kernels/dense";
import { computeParts } from "../tracking/operand";
import { dataOf, Tensor } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, Tracked, type Val } from "../tracking/tracked";
import type { Operand, Result } from "../tracking/types";
import { add, sub } from "./add";
import { div, mul } from "./arithmetic";
import { matmul } from "./products";
import { transposed } from "./rules/linear";
import { isZero, packed, packedRaw, partsOf, seriesByDerivative } from "./rules/parts";
import { reciprocalGaps, requireUnaffected, tiesOf } from "./rules/ties";
import { reciprocals, requireNoKink, requireRegular } from "./rules/vanishing";
import { diag, requireRank } from "./shape";

const WORDS = { caller: "svd", value: "singular value", vectors: "singular vectors" };

function shapesOf(A: Val) {
  const [m, n] = shapeOf(A);
  const k = Math.min(m, n);
  return [[m, k], [k], [k, n]];
}

/**
 * A = U·S·Vᵀ, m×n with k = min(m, n) singular values. With P = Uᵀ·A′·V and fᵢⱼ = 1/(sⱼ² − sᵢ²):
 *
 *   s′ = diag P,   U′ = U·(F∘(P·S + S·Pᵀ)) + (I − U·Uᵀ)·A′·V·S⁻¹,
 *   V′ = V·(F∘(S·P + Pᵀ·S)) + (I − V·Vᵀ)·A′ᵀ·U·S⁻¹
 *
 * (Townsend 2016, "Differentiating the singular value decomposition"), and backwards the transposes of
 * these maps: with M = F∘(Uᵀ·gU) and N = F∘(Vᵀ·gV), A receives
 *
 *   U·(diag gs + (M + Mᵀ)·S + S·(N + Nᵀ))·Vᵀ + (I − U·Uᵀ)·gU·S⁻¹·Vᵀ + U·S⁻¹·gVᵀ·(I − V·Vᵀ).
 */
const svdOp: Op = {
  name: "svd",
  forward([A]) {
    const { U, s, Vt } = flat.svd(finiteDense("svd", "A", A as Tensor));
    return packedRaw([fromDense(U), new Tensor(s, [s.length]), fromDense(Vt)]);
  },
  vjp(_i, g, y, [A]) {
    const [m, n] = shapeOf(A);
    const shapes = shapesOf(A);
    const [U, s, Vt] = partsOf(y, shapes);
    const [gU, gs, gVt] = partsOf(g, shapes);
    const [V, gV] = [transposed(Vt), transposed(gVt)];
    const plain = dataOf(primal(s));
    if (A instanceof Tracked) requireRegular(A, plain, "second derivative");
    const ties = tiesOf(plain);
    requireNoKink(A, plain, gs, [gU, gV]);
    requireUnaffected(WORDS, plain, ties, gs, [gU, gV]);
    let inner: Val = diag(gs);
    if (isZero(gU) && isZero(gVt)) return matmul(matmul(U, inner), Vt);
    const F = reciprocalGaps(mul(s, s), ties);
    const inverse = reciprocals(A, s);
    const [toU, toV] = [matmul(transposed(U), gU), matmul(Vt, gV)];
    const [M, N] = [mul(F, toU), mul(F, toV)];
    const S = diag(s);
    inner = add(inner, matmul(add(M, transposed(M)), S));
    inner = add(inner, matmul(S, add(N, transposed(N))));
    let sum = matmul(matmul(U, inner), Vt);
    if (m > n) sum = add(sum, matmul(mul(sub(gU, matmul(U, toU)), inverse), Vt));
    if (n > m) sum = add(sum, matmul(U, transposed(mul(sub(gV, matmul(V, toV)), inverse))));
    return sum;
  },
  jvp([t], y, [A]) {
    const [m, n] = shapeOf(A);
    const [U, s, Vt] = partsOf(y, shapesOf(A));
    const V = transposed(Vt);
    requireRegular(A, dataOf(primal(s)), "derivative by forward mode");
    const F = reciprocalGaps(mul(s, s), []);
    const TV = matmul(t!, V);
    const P = matmul(transposed(U), TV);
    const PS = mul(P, s);
    const SP = transposed(mul(transposed(P), s));
    let dU = matmul(U, mul(F, add(PS, transposed(PS))));
    if (m > n) dU = add(dU, div(sub(TV, matmul(U, P)), s));
    let dV = matmul(V, mul(F, add(SP, transposed(SP))));
    if (n > m) dV = add(dV, div(sub(matmul(transposed(t!), U), matmul(V, transposed(P))), s));
    return packed([dU, diag(P), transposed(dV)]);
  },
  series: (order, args) => seriesByDerivative(svdOp)(order, args),
};

/** What `svd` returns: A = U·diag(s)·Vt. */
export interface SVD<T> {
  /** m×k with orthonormal columns, k = min(m, n). */
  U: Result<T, 0, "matrix">;
  /** The k singular values, descending. */
  s: Result<T, 0, "vector">;
  /** k×n with orthonormal rows. */
  Vt: Result<T, 0, "matrix">;
}

/**
 * The singular value decomposition A = U·diag(s)·Vt of an m×n matrix. sᵢ has the derivative uᵢ·vᵢᵀ.
 *
 * Singular values that are equal, or 0 (where they have a kink), have no derivative by themselves, nor
 * have their vectors. Functions in which equal ones count alike, and those that are 0 do not count, have
 * one (Σ sᵢ²), backwards. See Giles 2008, "Collected matrix derivative results".
 *
 * @param A - m×n.
 * @returns { U, s, Vt }.
 * @throws RangeError if A is not a matrix, or where there is no derivative. O(mn·min(m, n)).
 * @example
 * calculus.svd([[3, 0], [0, 4]]).s // => [4, 3]
 * calculus.grad((A) => calculus.svd(A).s[0])([[3, 0], [0, 4]]) // => [[0, 0], [0, 1]]
 */
export function svd<T extends Operand>(A: T): SVD<T> {
  return computeParts("svd", "A", A, (v) => {
    requireRank("svd", "A", v, 2);
    const [U, s, Vt] = partsOf(apply(svdOp, [v]), shapesOf(v));
    return { U, s, Vt };
  });
}
