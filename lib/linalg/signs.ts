/** Entries within this of the largest count as tied with it, so that rounding does not pick the sign. */
const TIE = 1e-10;

/**
 * −1 if the vector x[start], x[start + step], … has to be negated to be canonical, else 1.
 *
 * An eigenvector is determined up to its sign only. Ours is such that its entry of largest magnitude
 * is positive; of entries that are equal in magnitude up to rounding, the first one counts.
 */
export function canonicalSign(x: Float64Array, start: number, n: number, step = 1): 1 | -1 {
  let largest = 0;
  for (let i = 0, p = start; i < n; i++, p += step) largest = Math.max(largest, Math.abs(x[p]));
  for (let i = 0, p = start; i < n; i++, p += step) {
    if (Math.abs(x[p]) >= largest * (1 - TIE)) return x[p] < 0 ? -1 : 1;
  }
  return 1;
}

/** Negates x[start], x[start + step], … (n entries). */
export function negate(x: Float64Array, start: number, n: number, step = 1): void {
  for (let i = 0, p = start; i < n; i++, p += step) x[p] = -x[p];
}
