import type { ReadonlyVector } from "../core";
import { blank, type Dense, dense } from "../linalg/flat";

/** A row vector added to each row of X, or taken off with `sign` −1, in place; returns X. */
export function addToRows(X: Dense, v: ArrayLike<number>, sign: 1 | -1 = 1): Dense {
  const { data, rows, cols } = X;
  for (let n = 0, p = 0; n < rows; n++) for (let j = 0; j < cols; j++) data[p++] += sign * v[j];
  return X;
}

/** Some rows of X, one after the other. */
export function pickRows({ data, cols }: Dense, rows: ReadonlyVector): Dense {
  const picked = blank(rows.length, cols);
  for (let i = 0, p = 0; i < rows.length; i++) {
    for (let j = 0, q = rows[i] * cols; j < cols; j++) picked.data[p++] = data[q++];
  }
  return picked;
}

/** A part of the rows of X, from `start` to before `end`, on the same memory. */
export function rowRange({ data, cols }: Dense, start: number, end: number): Dense {
  return { data: data.subarray(start * cols, end * cols), rows: end - start, cols };
}

/** The n×n identity. */
export function identity(n: number): Dense {
  const I = dense(n, n);
  for (let p = 0; p < n * n; p += n + 1) I.data[p] = 1;
  return I;
}
