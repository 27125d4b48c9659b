import type { ReadonlyVector } from "../../core";
import { dataOf, fromData, type Raw, rawShape, sizeOf } from "../tracking/tensor";
import { strides, withoutNaN } from "./entries";

/** Σ of data[start … end−1] by halves, so that rounding grows with log n (Higham 4.2). */
function pairwiseSum(data: Float64Array, start: number, end: number): number {
  if (end - start > 128) {
    const middle = (start + end) >> 1;
    return pairwiseSum(data, start, middle) + pairwiseSum(data, middle, end);
  }
  let sum = 0;
  for (let k = start; k < end; k++) sum += data[k];
  return sum;
}

/** x summed over whatever a smaller shape has not: the opposite of `broadcast`. */
export function sumTo(x: Raw, shape: ReadonlyVector): Raw {
  const data = dataOf(x);
  const out = new Float64Array(sizeOf(shape));
  const [row, col] = strides(shape);
  const from = rawShape(x);
  const n = from[from.length - 1] ?? 1;
  if (row === 0 && col === 0) {
    if (out.length > 0) out[0] = pairwiseSum(data, 0, data.length);
  } else {
    for (let i = 0, k = 0; k < data.length; i++) {
      if (col === 0) {
        out[i * row] += pairwiseSum(data, k, k + n);
        k += n;
      } else {
        for (let j = 0; j < n; j++, k++) out[i * row + j] += data[k];
      }
    }
  }
  return fromData(withoutNaN("sum", out), shape);
}

/** Visits the entries of x, each with the place it goes to in a smaller shape. */
function visit(x: Raw, shape: ReadonlyVector, see: (v: number, to: number) => void): void {
  const data = dataOf(x);
  const [row, col] = strides(shape);
  const from = rawShape(x);
  const n = from[from.length - 1] ?? 1;
  for (let i = 0, k = 0; k < data.length; i++) {
    for (let j = 0; j < n; j++) see(data[k++], i * row + j * col);
  }
}

/** The largest (sign 1) or smallest (sign −1) entries of x over whatever a smaller shape has not. */
export function extremes(x: Raw, shape: ReadonlyVector, sign: 1 | -1): Raw {
  const out = new Float64Array(sizeOf(shape)).fill(-sign * Infinity);
  visit(x, shape, (v, to) => {
    if (sign * (v - out[to]) > 0) out[to] = v;
  });
  return fromData(out, shape);
}

/**
 * log Σ eˣ over whatever a smaller shape has not, as m + log(1 + Σ′ eˣ⁻ᵐ), where m is the largest
 * entry and Σ′ leaves it out once: nothing overflows, and small sums keep their digits.
 */
export function logSumExp(x: Raw, shape: ReadonlyVector): Raw {
  const largest = dataOf(extremes(x, shape, 1));
  const left = new Uint8Array(largest.length);
  const sums = new Float64Array(largest.length);
  visit(x, shape, (v, to) => {
    if (v === largest[to] && left[to] === 0) left[to] = 1;
    else if (Number.isFinite(largest[to])) sums[to] += Math.exp(v - largest[to]);
  });
  return fromData(
    sums.map((s, k) => largest[k] + Math.log1p(s)),
    shape,
  );
}
