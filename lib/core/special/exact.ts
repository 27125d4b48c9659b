/** Splits a double into two halves of 26 bits (T. J. Dekker 1971, Numer. Math. 18; |u| < 1e300). */
function head(u: number): number {
  const c = 134217729 * u;
  return c - (c - u);
}

/** The rounding error u·v − p of the product p = fl(u·v), exactly, after Dekker. */
export function productError(u: number, v: number, p: number): number {
  const uHead = head(u);
  const vHead = head(v);
  const uTail = u - uHead;
  const vTail = v - vHead;
  return uTail * vTail - (p - uHead * vHead - uTail * vHead - uHead * vTail);
}

/** The rounding error a + b − s of the sum s = fl(a + b), exactly, after Knuth (unless s overflows). */
export function sumError(a: number, b: number, s: number): number {
  const back = s - a;
  return a - (s - back) + (b - back);
}

/** e^{−s·x²} to full precision for s = ½ or 1: what rounding x² loses is put back. */
export function expNegSquare(x: number, s: 0.5 | 1): number {
  const square = x * x;
  const e = Math.exp(-s * square);
  return square < 2 || square > 1500 ? e : e - e * s * productError(x, x, square);
}
