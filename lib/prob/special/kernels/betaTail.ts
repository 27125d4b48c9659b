import {
  betalnAt,
  gammaln1p,
  gammalnDifference,
  HALF_LOG_2PI,
  log1pmx,
  logScaledBeta,
  productError,
  stirlingError,
} from "../../../core/special";
import { betaLarge } from "./betaLarge";
import { gammaTail } from "./gammaTail";
import type { Tail } from "./tail";

const EPS = 2 ** -53;

/** Convergence takes some √500 steps; where h is not a normal double the last bits never settle. */
const MOST_STEPS = 5000;

/** ln x given x and y = 1 − x, both to full relative precision. */
function logOf(x: number, y: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-y);
}

/**
 * (a + b)(x − x₀) = bx − ay, where x₀ = a/(a + b) is the mean. For large a and b the whole result
 * depends on this difference, so it is formed as from exact products, and what x + y lacks of 1 is
 * made up for.
 */
function fromMean(a: number, b: number, x: number, y: number): number {
  if (a < 10 || b < 10) return b * x - a * y;
  if (a > 1e290 || b > 1e290) return exactFromMean(a * SHRINK, b * SHRINK, x, y) / SHRINK;
  return exactFromMean(a, b, x, y);
}

/** A power of two that brings the largest shapes to where products can be split without overflow. */
const SHRINK = 2 ** -128;

function exactFromMean(a: number, b: number, x: number, y: number): number {
  const bx = b * x;
  const ay = a * y;
  const defect = x < y ? -a * (1 - y - x) : b * (1 - x - y);
  return bx - ay + (productError(b, x, bx) - productError(a, y, ay) + defect);
}

/** a·ln(x₀/x) + b·ln(y₀/y) ≥ 0 for a, b ≥ 10, where x₀ = a/(a + b) = 1 − y₀ is the mean. */
function meanDeviation(a: number, b: number, x: number, y: number): number {
  const delta = fromMean(a, b, x, y);
  const left = delta < -0.45 * a;
  const right = delta > 0.45 * b;
  const fromX = left ? logOf(x, y) - Math.log(a / (a + b)) - delta / a : log1pmx(delta / a);
  const fromY = right ? logOf(y, x) - Math.log(b / (a + b)) + delta / b : log1pmx(-delta / b);
  return -(a * fromX + b * fromY);
}

let [lastA, lastB, lastConstant] = [0, 0, 0];

/** What of `logBetaPower` does not depend on x; the value for the last shapes is kept. */
function logBetaConstant(a: number, b: number): number {
  if ((a === lastA && b === lastB) || (a === lastB && b === lastA)) return lastConstant;
  [lastA, lastB] = [a, b];
  if (a >= 10 && b >= 10) {
    const stirling = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
    lastConstant = 0.5 * Math.log(a * (b / (a + b))) - HALF_LOG_2PI + stirling;
  } else {
    lastConstant = -betalnAt(a, b);
  }
  return lastConstant;
}

/**
 * ln of xᵃyᵇ/B(a, b) with y = 1 − x. For large a and b by Stirling's formula about the mean
 * x₀ = a/(a + b), as C. Loader (2000), "Fast and accurate computation of binomial probabilities",
 * does for the binomial: a·ln(x/x₀) + b·ln(y/y₀) has no linear part to cancel.
 */
export function logBetaPower(a: number, b: number, x: number, y: number): number {
  const constant = logBetaConstant(a, b);
  if (a >= 10 && b >= 10) return constant - meanDeviation(a, b, x, y);
  return a * logOf(x, y) + b * logOf(y, x) + constant;
}

/**
 * The continued fraction of I_x(a, b)·B(a, b)/(xᵃyᵇ): the even part of DLMF 8.17.22, which is the
 * BFRAC of DiDonato & Morris (1992), "Algorithm 708", by Lentz's algorithm.
 */
function lowerFraction(a: number, b: number, x: number, y: number): number {
  const lambda = -fromMean(a, b, x, y);
  let c = Infinity;
  let d = 1 / ((a / (a + 1)) * (lambda + 1));
  let h = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const t = a + 2 * n - 1;
    const alpha = ((a + n - 1) / t) * x * ((a + b + n - 1) / t) * x * n * (b - n);
    const beta = n + (n * ((b - n) * x)) / t + ((a + n) / (t + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const ratio = c * d;
    h *= ratio;
    if (!(Math.abs(ratio - 1) > 2 * EPS)) break;
  }
  return h;
}

/**
 * 1 − I_x(a, b) for small a and x, where I_x is near 1: from the series
 * I_x = xᵃ/B(a, b) · Σ (1 − b)ₙxⁿ/(n!(a + n)) (DLMF 8.17.7), with L = ln(xᵃ/(a·B(a, b))),
 * 1 − I_x = −(e^L − 1) − e^L·a·Σ_{n≥1} (1 − b)ₙxⁿ/(n!(a + n)).
 */
function upperSmall(a: number, b: number, x: number, logFront: number): number {
  let sum = 0;
  let term = 1;
  for (let n = 1; n < 500; n++) {
    term *= ((n - b) * x) / n;
    const step = term / (a + n);
    sum += step;
    if (Math.abs(step) <= EPS * Math.abs(sum)) break;
  }
  const rise = Math.expm1(logFront);
  return -rise - (1 + rise) * a * sum;
}

/**
 * The tail I_x = xᵃ/(a·B(a, b)) (or the upper one of these shapes in exchange, if `swapped`) for an x that
 * underflows, by its logarithm. For small a it is anything up to 1. Where b is so large that bx counts,
 * the law of bx is the gamma law.
 */
export function betaTailNearZero(a: number, b: number, logX: number, swapped: boolean): Tail {
  const scaled = Math.exp(Math.log(b) + logX);
  if (scaled > 1e-17) {
    const tail = gammaTail(a, scaled);
    return swapped ? { ...tail, upper: !tail.upper } : tail;
  }
  const log = a * logX - logScaledBeta(a, b);
  if (log > -0.6) return { upper: !swapped, logScale: 0, factor: -Math.expm1(log) };
  return { upper: swapped, logScale: log, factor: 1 };
}

/** The tail that holds less than about half, for x on the left of the mean. */
function leftOfMean(a: number, b: number, x: number, y: number, upper: boolean): Tail {
  if (a < 1 && b * x < 1.1 && x < 0.7) {
    const logFront = a * Math.log(x) + gammalnDifference(b, a) - gammaln1p(a);
    if (logFront > -0.6) {
      return { upper: !upper, logScale: 0, factor: upperSmall(a, b, x, logFront) };
    }
  }
  return { upper, logScale: logBetaPower(a, b, x, y), factor: lowerFraction(a, b, x, y) };
}

/**
 * The regularised incomplete beta functions I_x(a, b) (lower) and 1 − I_x(a, b) (upper) for
 * a, b > 0: whichever of the two is not close to 1.
 *
 * @param x - In [0, 1].
 * @param y - 1 − x, given apart so that neither end of the interval loses precision.
 */
export function betaTail(a: number, b: number, x: number, y: number): Tail {
  if (x === 0) return { upper: false, logScale: 0, factor: 0 };
  if (y === 0) return { upper: true, logScale: 0, factor: 0 };
  if (a > 500 && b > 500) {
    const halfSquare = meanDeviation(a, b, x, y);
    if (halfSquare < 0.08 * Math.min(a, b)) {
      return betaLarge(a, b, halfSquare, fromMean(a, b, x, y) > 0);
    }
  }
  // of x = (a + 1)/(a + b + 2) and its complement the smaller is compared, which rounding leaves apart
  const left = a > b ? y * (a + b + 2) >= b + 1 : x * (a + b + 2) <= a + 1;
  return left ? leftOfMean(a, b, x, y, false) : leftOfMean(b, a, y, x, true);
}
