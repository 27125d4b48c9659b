import { ndtriAt } from "../../../core/special";

/**
 * A first approximation of the t > 0 with P(|T| > t) = p ≤ 1 for Student's law with n ≥ 2 degrees of
 * freedom, good to some six digits: G. W. Hill (1970), "Algorithm 396: Student's t-quantiles", CACM 13.
 */
export function hillStart(n: number, p: number): number {
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  const c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(0.5 * Math.PI * a) * n;
  const tail = (d * p) ** (2 / n);
  if (tail <= 0.05 + a) {
    const inner = (n + 6) / (n * tail) - 0.089 * d - 0.822;
    const y = (1 / (inner * (n + 2) * 3) + 0.5 / (n + 4)) * tail - 1;
    return Math.sqrt(n * ((y * (n + 1)) / (n + 2) + 1 / tail));
  }
  const x = ndtriAt(0.5 * p);
  const square = x * x;
  const low = n < 5 ? 0.3 * (n - 4.5) * (x + 0.6) : 0;
  const e = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c + low;
  const series = ((((0.4 * square + 6.3) * square + 36) * square + 94.5) / e - square - 3) / b + 1;
  const y = a * (series * x) ** 2;
  return Math.sqrt(n * Math.expm1(y));
}
