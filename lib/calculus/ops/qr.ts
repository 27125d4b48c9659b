import { LinAlgError, maxOf } from "../../core";
import * as flat from "../../linalg/flat";
import { finiteDense, fromDense } from "../kernels/dense";
import { computeParts } from "../tracking/operand";
import { dataOf, Tensor } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, type Val } from "../tracking/tracked";
import type { Operand, Result } from "../tracking/types";
import { add, sub } from "./add";
import { mul } from "./arithmetic";
import { halved } from "./cholesky";
import { slice } from "./indexing";
import { concat } from "./join";
import { matmul } from "./products";
import { transposed } from "./rules/linear";
import { packed, packedRaw, partsOf, seriesByDerivative } from "./rules/parts";
import { requireRank } from "./shape";
import { solve } from "./solve";

const shapesOf = ([m, n]: readonly number[]) => [
  [m, n],
  [n, n],
];

/** The entries of a square matrix below its diagonal. */
function below(C: Val): Val {
  const [n] = shapeOf(C);
  const mask = Float64Array.from({ length: n * n }, (_, p) => (p % n < Math.floor(p / n) ? 1 : 0));
  return mul(C, new Tensor(mask, [n, n]));
}

/** B·R⁻¹. */
const rightDivided = (B: Val, R: Val): Val => transposed(solve(transposed(R), transposed(B)));

/** Asserts that R can be divided by: the columns of A are independent. */
function requireIndependent(R: Val): void {
  const [n] = shapeOf(R);
  const data = dataOf(primal(R));
  const diagonal = Array.from({ length: n }, (_, i) => Math.abs(data[i * n + i]));
  const largest = maxOf(diagonal);
  const i = diagonal.findIndex((r) => r <= n * Number.EPSILON * largest);
  if (i < 0) return;
  throw new LinAlgError(
    `qr: the first min(m, n) columns of A must be independent where it is differentiated, R[${i}][${i}] is ${data[i * n + i]}`,
  );
}

/**
 * A = Q·R, m×n with m ≥ n. With B = A′·R⁻¹, C = Qᵀ·B and the antisymmetric Ω that has the entries of C
 * below its diagonal: Q′ = B − Q·C + Q·Ω and R′ = (C − Ω)·R. Backwards, A receives
 * (gQ + Q·(H + Hᵀ))·R⁻ᵀ, where H is the lower triangle of R·gRᵀ − gQᵀ·Q with its diagonal halved
 * (Walter, Lehmann & Lang 2012, "On evaluating higher-order derivatives of the QR decomposition").
 */
const qrOp: Op = {
  name: "qr",
  forward([A]) {
    const { Q, R } = flat.qr(finiteDense("qr", "A", A as Tensor));
    return packedRaw([fromDense(Q), fromDense(R)]);
  },
  vjp(_i, g, y, [A]) {
    const shapes = shapesOf(shapeOf(A));
    const [Q, R] = partsOf(y, shapes);
    const [gQ, gR] = partsOf(g, shapes);
    requireIndependent(R);
    const H = halved(sub(matmul(R, transposed(gR)), matmul(transposed(gQ), Q)));
    return rightDivided(add(gQ, matmul(Q, add(H, transposed(H)))), transposed(R));
  },
  jvp([t], y, [A]) {
    const [Q, R] = partsOf(y, shapesOf(shapeOf(A)));
    requireIndependent(R);
    const B = rightDivided(t!, R);
    const C = matmul(transposed(Q), B);
    const lower = below(C);
    const turn = sub(lower, transposed(lower));
    return packed([add(sub(B, matmul(Q, C)), matmul(Q, turn)), matmul(sub(C, turn), R)]);
  },
  series: (order, args) => seriesByDerivative(qrOp)(order, args),
};

/** Q and R of a matrix of at least as many rows as columns. */
function tall(A: Val): { Q: Val; R: Val } {
  const [Q, R] = partsOf(apply(qrOp, [A]), shapesOf(shapeOf(A)));
  return { Q, R };
}

/** What `qr` returns: A = Q·R. */
export interface QR<T> {
  /** m×k with orthonormal columns, k = min(m, n). */
  Q: Result<T, 0, "matrix">;
  /** k×n, upper triangular with a diagonal ≥ 0. */
  R: Result<T, 0, "matrix">;
}

/**
 * The QR factorisation A = Q·R of an m×n matrix, reduced, with a diagonal of R that is not negative. A
 * wide A = [A₁ A₂] has the Q of A₁ and R = [R₁ Qᵀ·A₂]. See Walter, Lehmann & Lang 2012, "On evaluating
 * higher-order derivatives of the QR decomposition".
 *
 * @param A - m×n.
 * @returns { Q, R }.
 * @throws RangeError if A is not a matrix; LinAlgError if it is differentiated where its first min(m, n)
 * columns are dependent. O(mn·min(m, n)).
 * @example
 * calculus.qr([[3], [4]]).R // => [[5]]
 * calculus.grad((A) => calculus.qr(A).R.sum())([[3], [4]]) // => [[0.6], [0.8]]
 */
export function qr<T extends Operand>(A: T): QR<T> {
  return computeParts("qr", "A", A, (v) => {
    const [m, n] = requireRank("qr", "A", v, 2);
    if (m >= n) return tall(v);
    const { Q, R } = tall(slice(v as never, 0, m, { axis: 1 }) as Val);
    const rest: Val = slice(v as never, m, n, { axis: 1 });
    return { Q, R: concat([R, matmul(transposed(Q), rest)] as never, { axis: 1 }) as Val };
  });
}
