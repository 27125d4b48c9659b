import type { Column } from "./frame";

/** The values of a column in some of its rows, NaN for row −1. */
export function pick(column: Column, rows: ArrayLike<number>): unknown[] {
  const picked = new Array<unknown>(rows.length);
  for (let k = 0; k < rows.length; k++) picked[k] = rows[k] < 0 ? Number.NaN : column[rows[k]];
  return picked;
}
