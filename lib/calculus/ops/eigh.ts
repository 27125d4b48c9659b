import { maxOf } from "../../core";
import * as flat from "../../linalg/flat";
import { fromDense } from "../kernels/dense";
import { computeParts } from "../tracking/operand";
import { dataOf, Tensor } from "../tracking/tensor";
import { apply, type Op, primal, shapeOf, Tracked, type Val } from "../tracking/tracked";
import type { Operand, Result } from "../tracking/types";
import { add, sub } from "./add";
import { div, mul } from "./arithmetic";
import { symmetrised } from "./cholesky";
import { matmul, requireSquare } from "./products";
import { reshaped, transposed } from "./rules/linear";
import { isZero, packed, packedRaw, partsOf, seriesByDerivative } from "./rules/parts";
import { diag } from "./shape";
import { matrixOf } from "./solve";

/** Eigenvalues closer than this many units of rounding of n·‖A‖ count as equal. */
const TIE = 10 * Number.EPSILON;

/** Derivatives that have to be equal may differ by this part of the largest. */
const ALIKE = 1e-8;

/** Pairs i < j of values that are equal to rounding. */
export function tiesOf(values: Float64Array): [number, number][] {
  const tolerance = TIE * values.length * maxOf(values.map(Math.abs));
  const ties: [number, number][] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if (Math.abs(values[i] - values[j]) <= tolerance) ties.push([i, j]);
    }
  }
  return ties;
}

/** 1/(bⱼ − bᵢ) at (i, j), and 0 on the diagonal and for pairs that are equal. */
export function reciprocalGaps(b: Val, ties: readonly [number, number][]): Val {
  const [n] = shapeOf(b);
  const equal = new Float64Array(n * n);
  for (let i = 0; i < n; i++) equal[i * n + i] = 1;
  for (const [i, j] of ties) equal[i * n + j] = equal[j * n + i] = 1;
  const gaps = sub(reshaped(b, [1, n]), reshaped(b, [n, 1]));
  const apart = new Tensor(
    equal.map((e) => 1 - e),
    [n, n],
  );
  const safe = add(mul(gaps, apart), new Tensor(equal, [n, n]));
  return div(apart, safe);
}

/** The largest |entry| of column j of a matrix. */
export function columnSize(A: Val, j: number): number {
  const [m, n] = shapeOf(A);
  const data = dataOf(primal(A));
  let size = 0;
  for (let i = 0; i < m; i++) size = Math.max(size, Math.abs(data[i * n + j]));
  return size;
}

/**
 * Asserts that what is differentiated has a derivative although values are equal: nothing may hang on
 * their vectors, which are not unique, and they must count alike.
 */
export function requireUnaffected(
  what: { caller: string; value: string; vectors: string },
  values: Float64Array,
  ties: readonly [number, number][],
  slopes: Val,
  vectorSlopes: readonly Val[],
): void {
  const g = dataOf(primal(slopes));
  const largest = maxOf(g.map(Math.abs));
  for (const [i, j] of ties) {
    const both = `${what.caller}: ${what.value}s ${i + 1} and ${j + 1} are both ${values[i]} to rounding`;
    if (vectorSlopes.some((s) => columnSize(s, i) > 0 || columnSize(s, j) > 0)) {
      throw new RangeError(`${both}: their ${what.vectors} are not unique and have no derivative`);
    }
    if (Math.abs(g[i] - g[j]) > ALIKE * largest) {
      throw new RangeError(
        `${both}: one by itself has no derivative there, only functions in which they count alike`,
      );
    }
  }
}

/** Asserts that values that are equal are not differentiated twice, nor forwards. */
export function requireDistinct(
  caller: string,
  value: string,
  values: Float64Array,
  ties: readonly [number, number][],
  kind: string,
): void {
  if (ties.length === 0) return;
  const [i, j] = ties[0];
  throw new RangeError(
    `${caller}: ${value}s ${i + 1} and ${j + 1} are both ${values[i]} to rounding: there is no ${kind}`,
  );
}

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
 * which makes its largest entry positive, so where two entries tie for it, it jumps.
 *
 * @returns { values, vectors }.
 * @throws RangeError if A is not symmetric, or where there is no derivative.
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
