import { ERF_SMALL, erfcxLarge, erfSmall } from "./erf";
import { expNegSquare } from "./exact";

const BULK = ERF_SMALL * Math.SQRT2;

/** P(Z > z) for z ≥ BULK. */
function upperTail(z: number): number {
  return z > 38.6 ? 0 : 0.5 * expNegSquare(z, 0.5) * erfcxLarge(z * Math.SQRT1_2);
}

/** P(Z ≤ z) for |z| ≤ BULK. */
function inBulk(z: number): number {
  return 0.5 + 0.5 * erfSmall(z * Math.SQRT1_2);
}

export function ndtrAt(z: number): number {
  const size = Math.abs(z);
  if (size <= BULK) return inBulk(z);
  const upper = upperTail(size); // called in one place, so that V8 takes it in
  return z > 0 ? 1 - upper : upper;
}

export function logNdtrAt(z: number): number {
  if (z > BULK) return Math.log1p(-upperTail(z));
  if (z >= -BULK) return Math.log(inBulk(z));
  return Math.log(0.5 * erfcxLarge(-z * Math.SQRT1_2)) - 0.5 * z * z;
}
