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

/**
 * Small arrays that are used again, by their length: for an 8×8 matrix a fresh one takes as long as a
 * factorisation. At most DEPTH of each length up to LONGEST are kept, below 17 MB in all. Larger ones
 * stand at the start of borrowed buffers.
 */
const LONGEST = 2 ** 10;
const DEPTH = 4;
const pool: Float64Array[][] = Array.from({ length: LONGEST + 1 }, () => []);

/** The m×n zero matrix. */
export function dense(rows: number, cols: number): Dense {
  return { data: new Float64Array(rows * cols), rows, cols };
}

/** An m×n matrix with arbitrary entries, to be overwritten, on memory that may have been used before. */
export function blank(rows: number, cols: number): Dense {
  const length = rows * cols;
  const data =
    length <= LONGEST
      ? (pool[length].pop() ?? new Float64Array(length))
      : borrow(length).subarray(0, length);
  return { data, rows, cols };
}

/**
 * Hands the memory of matrices on to whoever needs some next; nobody may touch them, or a part of them,
 * afterwards. To leave it out costs a little speed and nothing else.
 */
export function release(...matrices: Dense[]): void {
  for (const { data } of matrices) {
    if (data.length > LONGEST) giveBack(new Float64Array(data.buffer));
    else if (pool[data.length].length < DEPTH) pool[data.length].push(data);
  }
}
