import { describeValue } from "../describe";
import { polyval } from "./polynomial";

/** B₂ₖ, k = 1, 2, …. */
const BERNOULLI = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
  43867 / 798,
  -174611 / 330,
];

/** Where the asymptotic series is used, beyond the order. */
const FAR = 15;

/** ψ⁽ⁿ⁾(x)·(−1)ⁿ⁺¹ for x > 0, a sum of positive terms: recurrence up to x ≥ n + 15, then DLMF 5.15.8. */
function positive(n: number, x: number): number {
  let factorial = 1;
  for (let k = 2; k < n; k++) factorial *= k;
  let sum = 0;
  let y = x;
  for (; y < n + FAR; y++) sum += y ** -(n + 1);
  const z = 1 / (y * y);
  let term = 1;
  let series = 1 + n / (2 * y);
  for (let k = 1; k <= BERNOULLI.length; k++) {
    term *= ((n + 2 * k - 2) * (n + 2 * k - 1) * z) / ((2 * k - 1) * (2 * k));
    series += BERNOULLI[k - 1] * term;
  }
  return factorial * (n * sum + y ** -n * series);
}

/** The n-th derivative of cot(πx), a polynomial in cot(πx): cot′ = −π(1 + cot²). */
function cotangentDerivative(n: number, x: number): number {
  let p = [0, 1];
  for (let k = 0; k < n; k++) {
    const slope = p.slice(1).map((c, j) => c * (j + 1));
    p = Array.from({ length: p.length + 1 }, (_, j) => -(slope[j] ?? 0) - (slope[j - 2] ?? 0));
  }
  const r = x - Math.round(x);
  const near = Math.abs(r) <= 0.25;
  const cot = near
    ? 1 / Math.tan(Math.PI * r)
    : Math.sign(r) * Math.tan(Math.PI * (0.5 - Math.abs(r)));
  return Math.PI ** n * polyval(p, cot);
}

/**
 * ψ⁽ⁿ⁾(x), the n-th derivative of the digamma function, n ≥ 1; for x < 0 by reflection.
 *
 * @throws RangeError at the poles 0, −1, −2, ….
 */
export function polygammaAt(n: number, x: number): number {
  const sign = n % 2 === 1 ? 1 : -1;
  if (x > 0) return x === Infinity ? 0 : sign * positive(n, x);
  if (x === Math.floor(x)) {
    throw new RangeError(`polygamma: x must not be a pole (0, −1, −2, …), got ${describeValue(x)}`);
  }
  return -positive(n, 1 - x) - Math.PI * cotangentDerivative(n, x);
}
