/** Entries within this of the largest count as tied with it, so that rounding does not pick the sign. */
const TIE = 1e-10;

/**
 * −1 if the vector x[start], x[start + step], … has to be negated to be canonical, else 1.
 *
 * An eigenvector is determined up to its sign only. Ours is such that its entry of largest magnitude
 * is positive; of entries that are equal in magnitude up to rounding, the first one counts.
 */
export function canonicalSign(x: ArrayLike<number>, start: number, n: number, step = 1): 1 | -1 {
  let largest = 0;
  let at = start;
  for (let i = 0, p = start; i < n; i++, p += step) {
    const size = Math.abs(x[p]);
    if (size * (1 - TIE) <= largest) continue;
    largest = size;
    at = p;
  }
  return x[at] < 0 ? -1 : 1;
}

/** Negates x[start], x[start + step], … (n entries), leaving 0 without a sign. */
export function negate(x: Float64Array, start: number, n: number, step = 1): void {
  for (let i = 0, p = start; i < n; i++, p += step) x[p] = 0 - x[p];
}

/**
 * Makes the columns of a row-major m×n matrix canonical, by rows, as memory holds them.
 *
 * @returns The sign that each column was multiplied by.
 */
export function canonicalColumns(x: Float64Array, m: number, n: number): Float64Array {
  const largest = new Float64Array(n);
  const signs = new Float64Array(n).fill(1);
  for (let i = 0, p = 0; i < m; i++) {
    for (let j = 0; j < n; j++, p++) {
      const size = Math.abs(x[p]);
      if (size * (1 - TIE) <= largest[j]) continue;
      largest[j] = size;
      signs[j] = x[p] < 0 ? -1 : 1;
    }
  }
  for (let i = 0, p = 0; i < m; i++) {
    for (let j = 0; j < n; j++) x[p++] *= signs[j];
  }
  return signs;
}
