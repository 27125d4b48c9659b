import type { Sparse } from "./sparse";

/** Rounds of geometric scaling. */
const ROUNDS = 4;
/** Entries smaller than this, relative to the largest of their line, do not count. */
const NEGLIGIBLE = 1e-40;

/** The power of two nearest to v, 1 for 0 and beyond. Scaling by it is free of rounding. */
export const powerOfTwo = (v: number): number =>
  v > 0 && v < Infinity ? 2 ** Math.round(Math.log2(v)) : 1;

/** For each line of a matrix the largest |value|·other[index], or √(least·largest) of those that count. */
function sizes(A: Sparse, other: Float64Array, isMean: boolean): Float64Array {
  const { start, index, value } = A;
  const out = new Float64Array(start.length - 1);
  for (let k = 0; k < out.length; k++) {
    let largest = 0;
    for (let t = start[k]; t < start[k + 1]; t++) {
      largest = Math.max(largest, Math.abs(value[t]) * other[index[t]]);
    }
    let least = largest;
    for (let t = start[k]; isMean && t < start[k + 1]; t++) {
      const a = Math.abs(value[t]) * other[index[t]];
      if (a < least && a > NEGLIGIBLE * largest) least = a;
    }
    out[k] = Math.sqrt(least) * Math.sqrt(largest);
  }
  return out;
}

/**
 * Factors r and s, powers of two, such that the entries of r·A·s are near 1: rows and columns are divided in
 * turn by the geometric mean of their least and largest entry, and in the end columns by their largest
 * (Tomlin 1975). A is given by rows and by columns.
 */
export function scaling(rows: Sparse, columns: Sparse): { r: Float64Array; s: Float64Array } {
  let r = new Float64Array(rows.start.length - 1).fill(1);
  let s = new Float64Array(columns.start.length - 1).fill(1);
  const inverse = (v: Float64Array) => v.map((t) => (t > 0 ? 1 / t : 1));
  for (let k = 0; k < ROUNDS; k++) {
    r = inverse(sizes(rows, s, true));
    s = inverse(sizes(columns, r, true));
  }
  r = r.map(powerOfTwo);
  s = inverse(sizes(columns, r, false)).map(powerOfTwo);
  return { r, s };
}
