import type { ReadonlyVector, Vector } from "../../core";

/**
 * Loops of the optimisers' inner iterations, on vectors that have passed a guard already.
 */

/** xᵀy. */
export function inner(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** x + a·p. */
export function along(x: ReadonlyVector, a: number, p: ReadonlyVector): Vector {
  const out = new Array<number>(x.length);
  for (let i = 0; i < x.length; i++) out[i] = x[i] + a * p[i];
  return out;
}

/** maxᵢ |xᵢ|, 0 for the empty vector, NaN if any entry is. */
export function maxAbs(x: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < x.length; i++) {
    const a = Math.abs(x[i]);
    if (!(a <= max)) max = a;
    if (Number.isNaN(max)) return max;
  }
  return max;
}

/** −x. */
export function negate(x: ReadonlyVector): Vector {
  return x.map((v) => -v);
}

/** The power of two nearest to v > 0 that is a double; 1 for 0 and Infinity. Scaling by it is free of rounding. */
export const powerOfTwo = (v: number): number =>
  v > 0 && v < Infinity ? 2 ** Math.min(Math.round(Math.log2(v)), 1023) : 1;

/** The power of two nearest to 1/v; 1 for 0. */
export const inversePower = (v: number): number => powerOfTwo(1 / v);
