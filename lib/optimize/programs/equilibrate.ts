import type { Vector } from "../../core";
import { powerOfTwo } from "../kernels/vectors";
import type { Sparse } from "./sparse";

/** Sweeps over rows and variables. */
const SWEEPS = 8;

/** Scales, powers of two, of the variables and of the rows of a quadratic program. */
export interface Scales {
  s: Float64Array;
  /** One for each row of the constraints. */
  r: Float64Array;
}

/** log₂ of the sizes of entries. */
const logarithms = (A: Sparse): Sparse => ({
  ...A,
  value: A.value.map((v) => Math.log2(Math.abs(v))),
});

/** The mean of value[t] + other[index[t]] over line k. */
function meanOf({ start, index, value }: Sparse, k: number, other: Float64Array): number {
  let sum = 0;
  for (let t = start[k]; t < start[k + 1]; t++) sum += value[t] + other[index[t]];
  return start[k + 1] > start[k] ? sum / (start[k + 1] - start[k]) : 0;
}

/**
 * Scales with which the diagonal of s·Q·s, but for one factor, and the entries of r·A·s are near 1: the sum
 * of the squares of their logarithms is made small by sweeps each of which takes the best for every row
 * and variable in turn (Curtis & Reid 1972); as Q is semidefinite its diagonal says how large its other
 * entries can be. In the end rows are divided by their largest entry. A is given by rows and by columns.
 */
export function equilibrate(diagonal: Vector, rows: Sparse, columns: Sparse): Scales {
  const n = diagonal.length;
  const m = rows.start.length - 1;
  const [byRow, byColumn] = [logarithms(rows), logarithms(columns)];
  const curved = Array.from(diagonal.keys()).filter((j) => diagonal[j] > 0);
  const log = Float64Array.from(diagonal, (v) => (v > 0 ? Math.log2(v) : 0));
  const s = new Float64Array(n);
  const r = new Float64Array(m);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < m; i++) r[i] = -meanOf(byRow, i, s);
    let factor = 0;
    for (const j of curved) factor -= (log[j] + 2 * s[j]) / curved.length;
    for (let j = 0; j < n; j++) {
      const count = columns.start[j + 1] - columns.start[j];
      const own = diagonal[j] > 0 ? 1 : 0;
      const sum = count * meanOf(byColumn, j, r) + own * 2 * (log[j] + factor);
      s[j] = count + own > 0 ? -sum / (count + 4 * own) : 0;
    }
  }
  const scale = s.map((v) => 2 ** Math.round(v));
  for (let i = 0; i < m; i++) {
    let largest = 0;
    for (let t = rows.start[i]; t < rows.start[i + 1]; t++) {
      largest = Math.max(largest, Math.abs(rows.value[t]) * scale[rows.index[t]]);
    }
    r[i] = largest > 0 ? powerOfTwo(1 / largest) : 1;
  }
  return { s: scale, r };
}
