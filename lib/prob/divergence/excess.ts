import { log1pmx, logRatio, productError } from "../../core/special";

/**
 * φ(a/b)·b = a − b − b·ln(a/b) ≥ 0 for a ≥ 0, b > 0, given the difference a − b: the divergence of two
 * masses, out of which the divergences of many families are sums. Neither near a = b nor far from it
 * does anything cancel or overflow.
 */
export function massExcess(a: number, b: number, difference: number): number {
  if (a === 0) return Infinity;
  const e = difference / b;
  if (e > -0.5 && e <= 1) return -b * log1pmx(e);
  return difference - b * logRatio(a, b);
}

/** x·ln(x/E) − x + E ≥ 0 of a count and what was expected, given the difference E − x. */
export function excessOf(x: number, expected: number, difference: number): number {
  return x === 0 ? expected : massExcess(expected, x, difference);
}

/** φ(a/b) = a/b − 1 − ln(a/b) ≥ 0 for a, b > 0, given the difference a − b. */
export function excess(a: number, b: number, difference = a - b): number {
  const e = difference / b;
  if (e > -0.5) return -log1pmx(e);
  return e - logRatio(a, b);
}

/** eˣ − 1 − x ≥ 0, about x²/2 where x is small. */
export function expExcess(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x;
  let sum = 1;
  for (let n = 16; n > 2; n--) sum = 1 + (x / n) * sum;
  return 0.5 * x * x * sum;
}

/** x as m·2ᵉ with ½ ≤ |m| < 1, exactly. */
function split(x: number): { m: number; e: number } {
  if (x === 0) return { m: 0, e: 0 };
  const big = Math.abs(x) < 2 ** -1000 ? x * 2 ** 200 : x;
  let e = Math.floor(Math.log2(Math.abs(big))) + 1;
  let m = big * 2 ** -Math.trunc(e / 2) * 2 ** -(e - Math.trunc(e / 2));
  if (Math.abs(m) >= 1) [m, e] = [m / 2, e + 1];
  if (Math.abs(m) < 0.5) [m, e] = [m * 2, e - 1];
  return { m, e: big === x ? e : e - 200 };
}

/** m·2ᵉ, rounded once where it leaves the normal doubles. */
function join(m: number, e: number): number {
  const half = Math.trunc(Math.max(-2200, Math.min(2200, e)) / 2);
  const rest = Math.max(-2200, Math.min(2200, e)) - half;
  return m * 2 ** half * 2 ** rest;
}

/** The product of the one list divided by that of the other, where only the result may overflow. */
export function quotient(above: readonly number[], below: readonly number[]): number {
  let [m, e] = [1, 0];
  for (const x of above) {
    const part = split(x);
    m *= part.m;
    e += part.e;
  }
  for (const x of below) {
    const part = split(x);
    m /= part.m;
    e -= part.e;
  }
  return join(m, e);
}

/** (a·b)/(c·d) − 1 for positive numbers, to full relative precision also where the products are close. */
export function productRatioMinus1(a: number, b: number, c: number, d: number): number {
  const [p, q, r, s] = [split(a), split(b), split(c), split(d)];
  const shift = p.e + q.e - r.e - s.e;
  if (Math.abs(shift) > 3) return quotient([a, b], [c, d]) - 1;
  const left = p.m * q.m;
  const right = r.m * s.m;
  const scale = 2 ** shift;
  const errors = productError(p.m, q.m, left) * scale - productError(r.m, s.m, right);
  return (left * scale - right + errors) / right;
}
