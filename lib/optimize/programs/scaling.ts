import type { ReadonlyVector } from "../../core";
import { inversePower, maxAbs, powerOfTwo } from "../kernels/vectors";
import type { Sparse } from "./sparse";

/** Rounds of geometric scaling. */
const ROUNDS = 4;
/** Entries smaller than this, relative to the largest of their line, do not count. */
const NEGLIGIBLE = 1e-40;

/** A power of two that takes the largest entry of some vectors to about 1. */
export function normaliser(...vectors: ReadonlyVector[]): number {
  let largest = 0;
  for (const v of vectors) largest = Math.max(largest, maxAbs(v));
  return inversePower(largest);
}

/** The geometric mean of the sizes of the entries that are neither zero nor infinite; 1 without any. */
export function meanSize(...lists: ArrayLike<number>[]): number {
  let [sum, count] = [0, 0];
  for (const list of lists) {
    for (let k = 0; k < list.length; k++) {
      const a = Math.abs(list[k]);
      if (a === 0 || a === Infinity) continue;
      sum += Math.log(a);
      count++;
    }
  }
  return count === 0 ? 1 : Math.exp(sum / count);
}

/**
 * Scales the variables whose column is empty by their cost, which is all they have, so that it is as large
 * as those of the others are in the mean. Returns that mean.
 */
export function scaleByCost(
  c: ArrayLike<number>,
  s: Float64Array,
  isEmpty: (j: number) => boolean,
): number {
  const price = meanSize(s.map((v, j) => (isEmpty(j) ? 0 : v * c[j])));
  for (let j = 0; j < s.length; j++) if (isEmpty(j)) s[j] = powerOfTwo(price / Math.abs(c[j]));
  return price;
}

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
