import { type Matrix, type MatrixRule, requireMatrix, requireVector, type Vector } from "../core";
import { borrow } from "./scratch";

/**
 * The door between `number[][]` and the flat Float64Arrays that kernels and LAPACK work on.
 *
 * Two layouts occur. Row-major: aᵢⱼ at a[i·n + j]. Column-major, LAPACK's own: aᵢⱼ at a[i + j·m].
 * A matrix in one layout is its transpose in the other, which often saves a copy.
 *
 * At LAPACK's speed a product of two 256×256 matrices takes a third of a millisecond, and walking
 * through their entries once with care as long again. So packing and checking share one walk, four
 * entries at a time: x·0 is 0 for a finite x and NaN for any other, and one sum of these tells in the
 * end whether all was well. Only if not does the guard of `core` look for what to complain about.
 */

type ReadonlyMatrix = readonly (readonly number[])[];

/** A matrix in flat storage, m×n. The buffer is borrowed and may be longer. */
export interface Packed {
  a: Float64Array;
  m: number;
  n: number;
}

/** Number of columns of a matrix given as rows. */
export function columnsOf(A: ReadonlyMatrix): number {
  return A.length === 0 ? 0 : A[0].length;
}

/** Lets the guard of `core` explain what is wrong with A. */
function reject(caller: string, name: string, A: unknown, rule?: MatrixRule): never {
  requireMatrix(caller, name, A, rule);
  throw new Error(`${caller}: ${name} changed while it was read`);
}

/** The shape of A after the checks that do not need its entries; a shape against `rule` is rejected. */
function shapeOf(caller: string, name: string, A: ReadonlyMatrix, rule?: MatrixRule) {
  if (!Array.isArray(A)) reject(caller, name, A, rule);
  const m = A.length;
  const n = Array.isArray(A[0]) ? A[0].length : 0;
  if (
    rule !== undefined &&
    ((rule.square === true && m !== n) || (rule.rows !== undefined && m !== rule.rows))
  ) {
    reject(caller, name, A, rule);
  }
  return { a: borrow(m * n), m, n };
}

/** Checks A as `requireMatrix` does (of the rules: square, rows) and copies it in row-major order. */
export function packRows(
  caller: string,
  name: string,
  A: ReadonlyMatrix,
  rule?: MatrixRule,
): Packed {
  const packed = shapeOf(caller, name, A, rule);
  const { a, m, n } = packed;
  let [t0, t1, t2, t3] = [0, 0, 0, 0];
  for (let i = 0, p = 0; i < m; i++) {
    const row = A[i];
    if (!Array.isArray(row) || row.length !== n) reject(caller, name, A, rule);
    let j = 0;
    for (; j + 3 < n; j += 4, p += 4) {
      const x0 = row[j];
      const x1 = row[j + 1];
      const x2 = row[j + 2];
      const x3 = row[j + 3];
      if (
        typeof x0 !== "number" ||
        typeof x1 !== "number" ||
        typeof x2 !== "number" ||
        typeof x3 !== "number"
      ) {
        reject(caller, name, A, rule);
      }
      t0 += x0 * 0;
      t1 += x1 * 0;
      t2 += x2 * 0;
      t3 += x3 * 0;
      a[p] = x0;
      a[p + 1] = x1;
      a[p + 2] = x2;
      a[p + 3] = x3;
    }
    for (; j < n; j++) {
      const x = row[j];
      if (typeof x !== "number") reject(caller, name, A, rule);
      t0 += x * 0;
      a[p++] = x;
    }
  }
  if (t0 + t1 + t2 + t3 !== 0) reject(caller, name, A, rule);
  return packed;
}

/** Checks A as `requireMatrix` does (of the rules: square, rows) and copies it column by column. */
export function packColumns(
  caller: string,
  name: string,
  A: ReadonlyMatrix,
  rule?: MatrixRule,
): Packed {
  const packed = shapeOf(caller, name, A, rule);
  const { a, m, n } = packed;
  for (let i = 0; i < m; i++) {
    const row = A[i];
    if (!Array.isArray(row) || row.length !== n) reject(caller, name, A, rule);
  }
  let [t0, t1, t2, t3] = [0, 0, 0, 0];
  let i = 0;
  // Four rows at a time, so that writes fall side by side.
  for (; i + 3 < m; i += 4) {
    const row0 = A[i];
    const row1 = A[i + 1];
    const row2 = A[i + 2];
    const row3 = A[i + 3];
    for (let j = 0, p = i; j < n; j++, p += m) {
      const x0 = row0[j];
      const x1 = row1[j];
      const x2 = row2[j];
      const x3 = row3[j];
      if (
        typeof x0 !== "number" ||
        typeof x1 !== "number" ||
        typeof x2 !== "number" ||
        typeof x3 !== "number"
      ) {
        reject(caller, name, A, rule);
      }
      t0 += x0 * 0;
      t1 += x1 * 0;
      t2 += x2 * 0;
      t3 += x3 * 0;
      a[p] = x0;
      a[p + 1] = x1;
      a[p + 2] = x2;
      a[p + 3] = x3;
    }
  }
  for (; i < m; i++) {
    const row = A[i];
    for (let j = 0, p = i; j < n; j++, p += m) {
      const x = row[j];
      if (typeof x !== "number") reject(caller, name, A, rule);
      t0 += x * 0;
      a[p] = x;
    }
  }
  if (t0 + t1 + t2 + t3 !== 0) reject(caller, name, A, rule);
  return packed;
}

/** Checks and copies the right-hand side b of a system with m rows, column-major, m×r. */
export function packRightHandSide(
  caller: string,
  b: readonly number[] | ReadonlyMatrix,
  m: number,
): { b: Float64Array; r: number; isVector: boolean } {
  if (Array.isArray(b) && Array.isArray(b[0])) {
    const rule = { rows: m, rowsOf: "rows of A" };
    const { a, n } = packColumns(caller, "b", b as ReadonlyMatrix, rule);
    return { b: a, r: n, isVector: false };
  }
  const v = requireVector(caller, "b", b, { length: m, lengthOf: "rows of A" });
  const x = borrow(m);
  for (let i = 0; i < m; i++) x[i] = v[i];
  return { b: x, r: 1, isVector: true };
}

/*
 * On the way back the numbers get + 0 added, which turns −0 into 0: rounding and mirrors leave either,
 * and nobody wants to read "−0" in a matrix.
 */

/** The row that others are copied from: an array that has held nothing but doubles is read faster. */
let model: Vector = [];

/** A new array of n numbers, to be overwritten. */
function newRow(n: number): Vector {
  if (model.length !== n) {
    model = [];
    for (let j = 0; j < n; j++) model.push(0.5);
  }
  return model.slice();
}

/** An m×n matrix from row-major storage whose rows start `stride` apart. */
export function unpackRows(a: Float64Array, m: number, n: number, stride = n): Matrix {
  const A: Matrix = [];
  for (let i = 0; i < m; i++) {
    const row = newRow(n);
    let j = 0;
    let p = i * stride;
    for (; j + 3 < n; j += 4, p += 4) {
      row[j] = a[p] + 0;
      row[j + 1] = a[p + 1] + 0;
      row[j + 2] = a[p + 2] + 0;
      row[j + 3] = a[p + 3] + 0;
    }
    for (; j < n; j++) row[j] = a[p++] + 0;
    A.push(row);
  }
  return A;
}

/** An m×n matrix from column-major storage whose columns start `stride` apart. */
export function unpackColumns(a: Float64Array, m: number, n: number, stride = m): Matrix {
  const A: Matrix = [];
  let i = 0;
  for (; i + 3 < m; i += 4) {
    const row0 = newRow(n);
    const row1 = newRow(n);
    const row2 = newRow(n);
    const row3 = newRow(n);
    for (let j = 0, p = i; j < n; j++, p += stride) {
      row0[j] = a[p] + 0;
      row1[j] = a[p + 1] + 0;
      row2[j] = a[p + 2] + 0;
      row3[j] = a[p + 3] + 0;
    }
    A.push(row0, row1, row2, row3);
  }
  for (; i < m; i++) {
    const row = newRow(n);
    for (let j = 0, p = i; j < n; j++, p += stride) row[j] = a[p] + 0;
    A.push(row);
  }
  return A;
}

/** The first n entries of x as a vector. */
export function unpackVector(x: Float64Array, n: number): Vector {
  const v = newRow(n);
  for (let i = 0; i < n; i++) v[i] = x[i] + 0;
  return v;
}

/** Asserts that a result, x[0 … length), has stayed within the range of floating point. */
export function requireInRange(caller: string, what: string, x: Float64Array, length: number) {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += x[i] * 0;
  if (sum !== 0) throw new RangeError(`${caller}: ${what} overflows`);
}

/** Sets the entries above the diagonal to 0, and if `diagonal` is given, those on it to that value. */
export function clearAbove(A: Matrix, diagonal?: number): void {
  const k = Math.min(A.length, columnsOf(A));
  for (let i = 0; i < k; i++) {
    const row = A[i];
    if (diagonal !== undefined) row[i] = diagonal;
    for (let j = i + 1; j < row.length; j++) row[j] = 0;
  }
}

/** Sets the entries below the diagonal to 0. */
export function clearBelow(A: Matrix): void {
  const n = columnsOf(A);
  for (let i = 1; i < A.length; i++) {
    const row = A[i];
    for (let j = 0; j < i && j < n; j++) row[j] = 0;
  }
}
