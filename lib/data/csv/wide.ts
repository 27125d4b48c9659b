/** Powers of ten that a double holds exactly. */
export const POWERS = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/** Digits of a tail. */
const CHUNK = 9;

/** Digits of 2⁵³ in two halves (Veltkamp's splitting), so that products of halves are exact. */
const SPLIT = 2 ** 27 + 1;

/** a·b − fl(a·b), exactly (Dekker 1971, "A floating-point technique for extending the precision"). */
function productError(a: number, b: number, product: number): number {
  const ta = SPLIT * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLIT * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

/**
 * head·10ᵏ + tail for head and tail of nine digits and k ≤ 9, or ten times that and one digit more for
 * k = 10, all times 10ᵖ, |p| ≤ 22; in twice the precision of a double, and rounded to one where the last
 * bits of the computation do not matter (Ziv's test); NaN where they do.
 */
export function wide(head: number, k: number, tail: number, last: number, p: number): number {
  const product = head * POWERS[Math.min(k, CHUNK)]; // exact: head·5⁹ has no more than 51 bits
  let high = product + tail;
  let low = tail - (high - product);
  if (k > CHUNK) {
    const shifted = high * 10;
    low = productError(high, 10, shifted) + (low * 10 + last);
    high = shifted;
  }
  const scale = POWERS[Math.abs(p)];
  let q: number;
  let rest: number;
  if (p < 0) {
    q = high / scale;
    const back = q * scale;
    rest = (high - back - productError(q, scale, back) + low) / scale;
  } else {
    q = high * scale;
    rest = productError(high, scale, q) + low * scale;
  }
  const doubt = q * 2 ** -96;
  const value = q + (rest - doubt);
  return value === q + (rest + doubt) ? value : Number.NaN;
}
