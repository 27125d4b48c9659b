/** Multiplies x[0 … length) by f. */
export function scaleBy(f: number, x: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) x[i] *= f;
}

/**
 * Divides x[0 … length) by a power of two such that the largest entry lies between 1 and 2 in size
 * (or below, if it is denormal), and returns that power. Nothing is rounded, and the squares and
 * products of an algorithm cannot overflow.
 */
export function scaleToUnit(x: Float64Array, length: number): number {
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, Math.abs(x[i]));
  if (largest === 0) return 1;
  // log₂ rounds up to 1024 near the top of the range; below −1022 the inverse would overflow.
  const unit = 2 ** Math.max(Math.min(Math.floor(Math.log2(largest)), 1023), -1022);
  scaleBy(1 / unit, x, length);
  return unit;
}

/** By so much sums and lengths may be greater than the entries. */
const HEADROOM = 2 ** 16;
/** Sums and lengths of entries below this are within the doubles. */
const GREAT = Number.MAX_VALUE / HEADROOM;

/**
 * Divides by a power of two where entries are so great that sums and lengths of them may overflow, as in an
 * elimination; what it divided by, 1 for all but such. No farther than that: tiny entries are to stay.
 */
export function tame(x: Float64Array, length: number): number {
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, Math.abs(x[i]));
  if (largest < GREAT) return 1;
  scaleBy(1 / HEADROOM, x, length);
  return HEADROOM;
}
