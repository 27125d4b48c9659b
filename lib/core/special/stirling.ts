import { polyval } from "./polynomial";

/** 2/(2k + 3): the series of `log1pmx`. */
const ATANH = Array.from({ length: 17 }, (_, k) => 2 / (2 * k + 3));

/** As many terms of it as r² < 1e-2 and r² < 1e-3 need. */
const ATANH_9 = ATANH.slice(0, 9);
const ATANH_6 = ATANH.slice(0, 6);

/** B₂ₖ/(2k(2k − 1)): Stirling's series, DLMF 5.11.1. */
export const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/** ½·ln(2π). */
export const HALF_LOG_2PI = 0.9189385332046728;

/**
 * ln(1 + x) − x without cancellation near 0: with r = x/(2 + x), ln(1 + x) = 2·artanh(r), so that
 * ln(1 + x) − x = r·(2r²(1/3 + r²/5 + r⁴/7 + …) − x).
 */
export function log1pmx(x: number): number {
  if (x < -0.45 || x > 0.8) return x === Infinity ? -Infinity : Math.log1p(x) - x;
  const r = x / (2 + x);
  const r2 = r * r;
  const series = r2 < 1e-3 ? ATANH_6 : r2 < 0.01 ? ATANH_9 : ATANH;
  return r * (r2 * polyval(series, r2) - x);
}

/** ln(x/m) for x, m > 0, also where the quotient leaves the range of doubles. */
export function logRatio(x: number, m: number): number {
  const r = x / m;
  return r > 1e-290 && r < Infinity ? Math.log(r) : Math.log(x) - Math.log(m);
}

/** ln(x/m) to full precision also where x is near m, for powers of large exponent. */
export function logQuotient(x: number, m: number): number {
  const e = (x - m) / m;
  return Math.abs(e) < 0.5 ? Math.log1p(e) : logRatio(x, m);
}

/** ln(x/m) − (x − m)/m = log1pmx((x − m)/m), with x/m formed directly where x is far from m. */
export function logDeviation(x: number, m: number): number {
  const e = (x - m) / m;
  return e < -0.45 ? logRatio(x, m) - e : log1pmx(e);
}

/** The error of Stirling's formula, lnΓ(x) − [(x − ½)·ln x − x + ½·ln 2π], for x ≥ 10. */
export function stirlingError(x: number): number {
  return polyval(STIRLING, 1 / (x * x)) / x;
}

/** stirlingError(x + a) − stirlingError(x) for x ≥ 10, a > 0: term by term where the two are close. */
export function stirlingErrorRise(x: number, a: number): number {
  if (a > 0.01 * x) return stirlingError(x + a) - stirlingError(x);
  const log = Math.log1p(a / x);
  let power = 1 / x;
  let sum = 0;
  for (let k = 0; k < STIRLING.length; k++) {
    sum += STIRLING[k] * power * Math.expm1(-(2 * k + 1) * log);
    power /= x * x;
  }
  return sum;
}
