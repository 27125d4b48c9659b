import {
  type MatrixRule,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
} from "../../core";
import { blank, type Dense } from "./dense";

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

/** Number of columns of a matrix given as rows. */
export function columnsOf(A: ReadonlyMatrix): number {
  return A.length === 0 ? 0 : A[0].length;
}

/** Lets the guard of `core` explain what is wrong with A. */
function reject(caller: string, name: string, A: unknown, rule?: MatrixRule): never {
  requireMatrix(caller, name, A, rule);
  throw new Error(`${caller}: ${name} changed while it was read`);
}

/** Whether the shape m×n is against the rule. */
function breaks({ square, rows, cols, minRows = 0 }: MatrixRule, m: number, n: number): boolean {
  return (
    (square === true && m !== n) ||
    (rows !== undefined && m !== rows) ||
    (cols !== undefined && n !== cols && m > 0) ||
    m < minRows
  );
}

/** The shape of A after the checks that do not need its entries; a shape against `rule` is rejected. */
function shapeOf(caller: string, name: string, A: ReadonlyMatrix, rule?: MatrixRule) {
  if (!Array.isArray(A)) reject(caller, name, A, rule);
  const m = A.length;
  const n = Array.isArray(A[0]) ? A[0].length : 0;
  if (rule !== undefined && breaks(rule, m, n)) reject(caller, name, A, rule);
  return { m, n };
}

/**
 * Checks A as `requireMatrix` does and copies it in row-major order.
 *
 * @throws TypeError or RangeError if A is not a matrix of finite numbers or breaks the rule.
 */
export function pack(caller: string, name: string, A: ReadonlyMatrix, rule?: MatrixRule): Dense {
  const { m, n } = shapeOf(caller, name, A, rule);
  const packed = blank(m, n);
  const a = packed.data;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
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
  if (t0 + t1 + t2 + t3 !== 0 && rule?.allowNonFinite !== true) reject(caller, name, A, rule);
  return packed;
}

/** Checks A as `pack` does and copies it column by column, which is Aᵀ in row-major order. */
export function packTransposed(
  caller: string,
  name: string,
  A: ReadonlyMatrix,
  rule?: MatrixRule,
): Dense {
  const { m, n } = shapeOf(caller, name, A, rule);
  const packed = blank(n, m);
  const a = packed.data;
  for (let i = 0; i < m; i++) {
    const row = A[i];
    if (!Array.isArray(row) || row.length !== n) reject(caller, name, A, rule);
  }
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
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
  if (t0 + t1 + t2 + t3 !== 0 && rule?.allowNonFinite !== true) reject(caller, name, A, rule);
  return packed;
}

/** Checks and copies the right-hand side b of a system with m rows, transposed: r×m. */
export function packRightHandSide(
  caller: string,
  b: ReadonlyVector | ReadonlyMatrix,
  m: number,
): { B: Dense; isVector: boolean } {
  if (Array.isArray(b) && Array.isArray(b[0])) {
    const rule = { rows: m, rowsOf: "rows of A" };
    return { B: packTransposed(caller, "b", b as ReadonlyMatrix, rule), isVector: false };
  }
  const v = requireVector(caller, "b", b, { length: m, lengthOf: "rows of A" });
  const B = blank(1, m);
  for (let i = 0; i < m; i++) B.data[i] = v[i];
  return { B, isVector: true };
}

/** A copy in row-major order of a matrix that has been checked; nothing is looked at again. */
export function fromRows(A: ReadonlyMatrix): Dense {
  const n = columnsOf(A);
  const packed = blank(A.length, n);
  for (let i = 0, p = 0; i < A.length; i++) {
    const row = A[i];
    for (let j = 0; j < n; j++) packed.data[p++] = row[j];
  }
  return packed;
}
