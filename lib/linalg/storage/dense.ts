import { borrow, giveBack } from "./scratch";

/**
 * A matrix in flat, row-major storage: aᵢⱼ at data[i·cols + j]. What the library works on inside.
 * `data` holds at least rows·cols numbers. Row-major A is column-major Aᵀ, which is how LAPACK gets it.
 */
export interface Dense {
  data: Float64Array;
  rows: number;
  cols: number;
}

/** Up to this many numbers a fresh array costs less than one that is used again. */
const SMALL = 2 ** 10;

/** The m×n zero matrix. */
export function dense(rows: number, cols: number): Dense {
  return { data: new Float64Array(rows * cols), rows, cols };
}

/** An m×n matrix with arbitrary entries, to be overwritten; a large one stands on borrowed memory. */
export function blank(rows: number, cols: number): Dense {
  const length = rows * cols;
  const data = length <= SMALL ? new Float64Array(length) : borrow(length).subarray(0, length);
  return { data, rows, cols };
}

/**
 * Hands the memory of matrices on to whoever needs some next; nobody may touch them, or a part of them,
 * afterwards. To leave it out costs a little speed and nothing else.
 */
export function release(...matrices: Dense[]): void {
  for (const { data } of matrices) {
    if (data.length > SMALL) giveBack(new Float64Array(data.buffer));
  }
}
