import * as flat from "../../linalg/flat";
import { fromDense } from "../kernels/dense";
import { computeParts } from "../tracking/operand";
import { dataOf, Tensor } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, Tracked, type Val } from "../tracking/tracked";
import type { Operand, Result } from "../tracking/types";
import { add } from "./add";
import { mul } from "./arithmetic";
import { symmetrised } from "./cholesky";
import { matmul, requireSquare } from "./products";
import { transposed } from "./rules/linear";
import { isZero, packed, packedRaw, partsOf, seriesByDerivative } from "./rules/parts";
import { reciprocalGaps, requireDistinct, requireUnaffected, tiesOf } from "./rules/ties";
import { diag } from "./shape";
import { matrixOf } from "./solve";

const shapesOf = (n: number) => [[n], [n, n]];
const WORDS = { caller: "eigh", value: "eigenvalue", vectors: "eigenvectors" };

/**
 * A·V = V·Λ. With P = Vᵀ·A′·V: λ′ᵢ = pᵢᵢ, and V′ = V·(F∘P) with fᵢⱼ = 1/(λⱼ − λᵢ) for i ≠ j. Backwards,
 * A receives V·(diag gλ + F∘(Vᵀ·gV))·Vᵀ, symmetrised (Giles 2008, "Collected matrix derivative results",
 * 3.1).
 */
const eighOp: Op = {
  name: "eigh",
  forward([A]) {
    const { values, vectors } = flat.eigh(flat.packSymmetric("eigh", matrixOf(A)), {
      overwrite: true,
    });
    return packedRaw([new Tensor(values, [values.length]), fromDense(vectors)]);
  },
  vjp(_i, g, y, [A]) {
    const [n] = shapeOf(A);
    const [values, V] = partsOf(y, shapesOf(n));
    const [gValues, gV] = partsOf(g, shapesOf(n));
    const plain = dataOf(primal(values));
    const ties = tiesOf(plain);
    if (A instanceof Tracked) {
      requireDistinct("eigh", "eigenvalue", plain, ties, "second derivative");
    }
    requireUnaffected(WORDS, plain, ties, gValues, [gV]);
    let inner: Val = diag(gValues);
    if (!isZero(gV)) {
      inner = add(inner, mul(reciprocalGaps(values, ties), matmul(transposed(V), gV)));
    }
    return symmetrised(matmul(matmul(V, inner), transposed(V)));
  },
  jvp([t], y, [A]) {
    const [n] = shapeOf(A);
    const [values, V] = partsOf(y, shapesOf(n));
    const plain = dataOf(primal(values));
    const ties = tiesOf(plain);
    requireDistinct("eigh", "eigenvalue", plain, ties, "derivative by forward mode");
    const P = matmul(matmul(transposed(V), symmetrised(t!)), V);
    return packed([diag(P), matmul(V, mul(reciprocalGaps(values, ties), P))]);
  },
  series: (order, args) => seriesByDerivative(eighOp)(order, args),
};

/** What `eigh` returns: A·V = V·diag(values). */
export interface EigH<T> {
  /** Ascending. */
  values: Result<T, 0, "vector">;
  /** Column j is the unit eigenvector of values[j]. */
  vectors: Result<T, 0, "matrix">;
}

/**
 * Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix A: n×n. Derivatives are
 * symmetric, as A is: λᵢ has vᵢ·vᵢᵀ.
 *
 * Where eigenvalues are equal, one of them by itself has no derivative, nor have their eigenvectors.
 * Functions in which they count alike have one (Σ log λᵢ, Σ λᵢ²), backwards. The sign of a vector is that
 * which makes its largest entry positive, so where two entries tie for it, it jumps. See Giles 2008, "Collected
 * matrix derivative results".
 *
 * @param A - n×n, symmetric.
 * @returns { values, vectors }.
 * @throws RangeError if A is not symmetric, or where there is no derivative. O(n³).
 * @example
 * calculus.eigh([[2, 1], [1, 2]]).values // => [1, 3]
 * calculus.grad((A) => calculus.eigh(A).values[1])([[2, 1], [1, 2]]) // => [[0.5, 0.5], [0.5, 0.5]]
 * calculus.grad((A) => calculus.eigh(A).values.sum())([[1, 0], [0, 1]]) // => [[1, 0], [0, 1]]
 */
export function eigh<T extends Operand>(A: T): EigH<T> {
  return computeParts("eigh", "A", A, (v) => {
    const n = requireSquare("eigh", v);
    const [values, vectors] = partsOf(apply(eighOp, [v]), shapesOf(n));
    return { values, vectors };
  });
}
