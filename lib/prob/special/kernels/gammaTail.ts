import {
  erfcxAt,
  gammaln1p,
  gammalnAt,
  HALF_LOG_2PI,
  log1pmx,
  logDeviation,
  polyval,
  stirlingError,
} from "../../../core/special";
import type { Tail } from "./tail";
import { TEMME } from "./temme";

const EPS = 2 ** -54;

let [lastA, lastConstant] = [0, 0];
const whole = new Float64Array(256).fill(Number.NaN);

/** What of `logGammaPrefix` does not depend on x. */
function logGammaConstantAt(a: number): number {
  return a < 10 ? -gammalnAt(1 + a) : -0.5 * Math.log(a) - HALF_LOG_2PI - stirlingError(a);
}

/** The same, kept for the last shape and for small whole ones, which the Poisson mass runs through. */
function logGammaConstant(a: number): number {
  if (a === lastA) return lastConstant;
  if (a < whole.length && Number.isInteger(a)) {
    if (Number.isNaN(whole[a])) whole[a] = logGammaConstantAt(a);
    return whole[a];
  }
  lastA = a;
  lastConstant = logGammaConstantAt(a);
  return lastConstant;
}

/** ln of xᵃe⁻ˣ/Γ(a + 1). For large a as a·(ln λ − λ + 1) with λ = x/a, which does not cancel. */
export function logGammaPrefix(a: number, x: number): number {
  if (a < 10) return a * Math.log(x) - x + logGammaConstant(a);
  return a * logDeviation(x, a) + logGammaConstant(a);
}

/** Σ xⁿ/((a + 1)…(a + n)), the series of the lower function (DLMF 8.7.1). */
function lowerSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > EPS * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of eˣx¹⁻ᵃΓ(a, x)/x (DLMF 8.9.2, even part), by Lentz's algorithm. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 5000; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / (b + an * d);
    c = b + an / c;
    const delta = c * d;
    h *= delta;
    if (!(Math.abs(delta - 1) > 4 * EPS)) break;
  }
  return h;
}

/**
 * Q(a, x) for small a and x, where P is near 1: from γ(a, x) = xᵃ·Σ (−x)ⁿ/(n!(a + n)) (DLMF 8.7.1),
 * Q = −(e^L − 1) − e^L·a·Σ_{n≥1} (−x)ⁿ/(n!(a + n)) with L = a·ln x − lnΓ(1 + a).
 */
function upperSmall(a: number, x: number): number {
  let sum = 0;
  let term = 1;
  for (let n = 1; n < 100; n++) {
    term *= -x / n;
    const step = term / (a + n);
    sum += step;
    if (Math.abs(step) <= EPS * Math.abs(sum)) break;
  }
  const rise = Math.expm1(a * Math.log(x) - gammaln1p(a));
  return -rise - (1 + rise) * a * sum;
}

/** Temme's uniform asymptotic expansion (DLMF 8.12), for a ≥ 20 and x near a. */
function temme(a: number, x: number): Tail {
  const halfEtaSquared = -log1pmx((x - a) / a);
  const upper = x >= a;
  const eta = upper ? Math.sqrt(2 * halfEtaSquared) : -Math.sqrt(2 * halfEtaSquared);
  let sum = 0;
  let power = 1;
  for (let k = 0; k < TEMME.length && power > 1e-14; k++) {
    sum += power * polyval(TEMME[k], eta);
    power /= a;
  }
  const bulk = 0.5 * erfcxAt(Math.sqrt(a * halfEtaSquared));
  const correction = sum / Math.sqrt(2 * Math.PI * a);
  return {
    upper,
    logScale: -a * halfEtaSquared,
    factor: upper ? bulk + correction : bulk - correction,
  };
}

/**
 * The tail of `gammaTail` for an x that underflows, by its logarithm: P = xᵃ/Γ(a + 1), which for small
 * shapes is anything up to 1.
 */
export function gammaTailNearZero(a: number, logX: number): Tail {
  const log = a * logX - (a < 1 ? gammaln1p(a) : gammalnAt(1 + a));
  if (log > -0.6) return { upper: true, logScale: 0, factor: -Math.expm1(log) };
  return { upper: false, logScale: log, factor: 1 };
}

/**
 * The regularised incomplete gamma functions P(a, x) (lower) and Q(a, x) = 1 − P (upper) for a > 0,
 * x ≥ 0: whichever of the two is not close to 1.
 */
export function gammaTail(a: number, x: number): Tail {
  if (x === 0) return { upper: false, logScale: 0, factor: 0 };
  if (x === Infinity) return { upper: true, logScale: 0, factor: 0 };
  if (a >= 20 && Math.abs(x - a) < 0.35 * a) return temme(a, x);
  if (x <= 1.1 && a < 1 && -a * Math.log(x) < 0.6) {
    return { upper: true, logScale: 0, factor: upperSmall(a, x) };
  }
  if (x <= 1.1 || x < a + 1) {
    return { upper: false, logScale: logGammaPrefix(a, x), factor: lowerSeries(a, x) };
  }
  return { upper: true, logScale: logGammaPrefix(a, x), factor: a * upperFraction(a, x) };
}
