import type { Matrix, Vector } from "../core";

/**
 * The door between `number[][]` and the flat Float64Arrays that kernels and LAPACK work on.
 *
 * Two layouts occur. Row-major: aᵢⱼ at a[i·n + j]. Column-major, LAPACK's own: aᵢⱼ at a[i + j·m].
 * A matrix in one layout is its transpose in the other, which often saves a copy.
 */

type ReadonlyMatrix = readonly (readonly number[])[];

/** Number of columns of a matrix given as rows. */
export function columnsOf(A: ReadonlyMatrix): number {
  return A.length === 0 ? 0 : A[0].length;
}

/** Copies the rows of A one after the other into `a`. */
export function packRows(A: ReadonlyMatrix, a = new Float64Array(A.length * columnsOf(A))) {
  const n = columnsOf(A);
  for (let i = 0, p = 0; i < A.length; i++) {
    const row = A[i];
    for (let j = 0; j < n; j++) a[p++] = row[j];
  }
  return a;
}

/** Copies the columns of A one after the other into `a`. */
export function packColumns(A: ReadonlyMatrix, a = new Float64Array(A.length * columnsOf(A))) {
  const m = A.length;
  const n = columnsOf(A);
  for (let i = 0; i < m; i++) {
    const row = A[i];
    for (let j = 0, p = i; j < n; j++, p += m) a[p] = row[j];
  }
  return a;
}

/** An m×n matrix from row-major storage whose rows start `stride` apart. */
export function unpackRows(a: Float64Array, m: number, n: number, stride = n): Matrix {
  const A = new Array<Vector>(m);
  for (let i = 0; i < m; i++) {
    const row = new Array<number>(n);
    for (let j = 0, p = i * stride; j < n; j++) row[j] = a[p++];
    A[i] = row;
  }
  return A;
}

/** An m×n matrix from column-major storage whose columns start `stride` apart. */
export function unpackColumns(a: Float64Array, m: number, n: number, stride = m): Matrix {
  const A = new Array<Vector>(m);
  for (let i = 0; i < m; i++) {
    const row = new Array<number>(n);
    for (let j = 0, p = i; j < n; j++, p += stride) row[j] = a[p];
    A[i] = row;
  }
  return A;
}

/** The first n entries of x as a vector. */
export function unpackVector(x: Float64Array, n = x.length): Vector {
  const v = new Array<number>(n);
  for (let i = 0; i < n; i++) v[i] = x[i];
  return v;
}
