import type { Matrix, Vector } from "../../core";
import type { Dense } from "./dense";

/**
 * The way back from flat storage (see pack.ts) to `number[][]`.
 *
 * The numbers get + 0 added, which turns −0 into 0: rounding and mirrors leave either, and nobody wants
 * to read "−0" in a matrix.
 */

/** Rows longer than this are not worth a model. */
const LONGEST_MODEL = 2 ** 13;

/** The row that others are copied from: zeros in an array that V8 knows to hold nothing but doubles. */
let model: Vector = [];

/** A new array of n zeros. */
export function newRow(n: number): Vector {
  if (n > LONGEST_MODEL) return new Array<number>(n).fill(0);
  if (model.length !== n) {
    model = [];
    for (let j = 0; j < n; j++) model.push(0.5);
    model.fill(0);
  }
  return model.slice();
}

/** The rows of a matrix, of each the first n entries. */
export function unpack({ data: a, rows: m, cols: stride }: Dense, n = stride): Matrix {
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

/** The rows of Aᵀ, of an n×m matrix A: what stands in column-major storage. */
export function unpackTransposed({ data: a, rows: n, cols: m }: Dense): Matrix {
  const A: Matrix = [];
  let i = 0;
  for (; i + 3 < m; i += 4) {
    const row0 = newRow(n);
    const row1 = newRow(n);
    const row2 = newRow(n);
    const row3 = newRow(n);
    for (let j = 0, p = i; j < n; j++, p += m) {
      row0[j] = a[p] + 0;
      row1[j] = a[p + 1] + 0;
      row2[j] = a[p + 2] + 0;
      row3[j] = a[p + 3] + 0;
    }
    A.push(row0, row1, row2, row3);
  }
  for (; i < m; i++) {
    const row = newRow(n);
    for (let j = 0, p = i; j < n; j++, p += m) row[j] = a[p] + 0;
    A.push(row);
  }
  return A;
}

/** The first n entries of x as a vector. */
export function unpackVector(x: Float64Array, n = x.length): Vector {
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

/**
 * The part of an m×n matrix in column-major storage on and below the diagonal ("lower") or on and above
 * it ("upper"), with zeros elsewhere.
 */
export function unpackTriangle(
  part: "lower" | "upper",
  a: Float64Array,
  m: number,
  n: number,
  stride: number,
): Matrix {
  const A: Matrix = [];
  // Four rows at a time where all four have entries, then the corner in which they differ.
  for (let i = 0; i < m; i += 4) {
    const count = Math.min(4, m - i);
    const rows = [newRow(n), newRow(n), newRow(n), newRow(n)];
    const lower = part === "lower";
    const from = lower ? 0 : i + 3;
    const to = lower ? Math.min(i, n) : n;
    if (count === 4) {
      const [row0, row1, row2, row3] = rows;
      for (let j = from, p = i + from * stride; j < to; j++, p += stride) {
        row0[j] = a[p] + 0;
        row1[j] = a[p + 1] + 0;
        row2[j] = a[p + 2] + 0;
        row3[j] = a[p + 3] + 0;
      }
    }
    for (let r = 0; r < count; r++) {
      const start = lower ? (count === 4 ? i : 0) : i + r;
      const end = lower ? i + r + 1 : count === 4 ? i + 3 : n;
      for (let j = start; j < Math.min(end, n); j++) rows[r][j] = a[j * stride + i + r] + 0;
      A.push(rows[r]);
    }
  }
  return A;
}
