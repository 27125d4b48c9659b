import {
  elementwise,
  logScaledBeta,
  type NumberOrArray,
  ndtriAt,
  type Shaped,
} from "../../core/special";
import { gammaQuantile } from "./gammaincinv";
import { betaTail, logBetaPower } from "./kernels/betaTail";
import { requireShapes } from "./kernels/shapes";
import { logTailValue } from "./kernels/tail";

/** Odds x/(1 − x), and their logarithm. */
export interface Odds {
  odds: number;
  log: number;
}

/** A first guess of ln(x/(1 − x)) where I_x(a, b) = t ≤ ½. */
function start(a: number, b: number, t: number): number {
  const logPower = (Math.log(t) + logScaledBeta(a, b)) / a; // I_x ≈ xᵃ/(a·B) for small x
  const power = logPower < -Math.LN2 ? logPower - Math.log1p(-Math.exp(logPower)) : Infinity;
  if (a < 1 || b < 1) return power < Infinity ? power : Math.log(a / b);
  const normal = Math.log(a / b) + ndtriAt(t) * Math.sqrt(1 / a + 1 / b);
  return power < Infinity ? Math.max(power, normal) : normal;
}

/**
 * The logarithm of the odds x/(1 − x) of the x with I_x(a, b) = p (or 1 − I_x = p, if `upper`), and the
 * odds themselves, which keep their precision at both ends but may leave the range of doubles.
 *
 * Halley's iteration on ln I as a function of the log-odds u = ln(x/(1 − x)), in which it is concave,
 * as in `gammaQuantile`.
 */
export function betaQuantileOdds(a: number, b: number, p: number, upper: boolean): Odds {
  if (upper) return inverse(betaQuantileOdds(b, a, p, false));
  if (p === 0) return { odds: 0, log: -Infinity };
  if (p === 1) return { odds: Infinity, log: Infinity };
  if (a > 1e34 && b > 1e34) return gammaOdds(a, b); // narrower than the distance of doubles
  if (p > 0.5) return betaQuantileOdds(a, b, 1 - p, true);
  const logTarget = Math.log(p);
  const first = start(a, b, p);
  let odds = Math.exp(first);
  // the power is exact where bx, or at the other end a(1 − x), does not count
  if (first < -660 && first + Math.log(b) < -40) return { odds, log: first };
  if (b < 1) {
    // near x = 1 it is 1 − I that is such a power, of 1 − x
    const logY = (Math.log1p(-p) + logScaledBeta(b, a)) / b;
    if (logY < -660 && logY + Math.log(a) < -40) return { odds: Math.exp(-logY), log: -logY };
  }
  // with one shape so large that x or 1 − x may underflow, bx or a(1 − x) has the gamma law
  if (b > 1e290 && a < 1e100) return gammaOdds(gammaQuantile(a, p, false), b);
  if (a > 1e290 && b < 1e100) return inverse(gammaOdds(gammaQuantile(b, p, true), a));
  odds = Math.max(1e-300, Math.min(1e300, odds)); // from within the doubles
  for (let iteration = 0; iteration < 100; iteration++) {
    if (odds === 0 || odds === Infinity) break; // beyond the doubles
    const x = odds / (1 + odds);
    const y = 1 / (1 + odds);
    const tail = betaTail(a, b, x, y);
    const logTail = logTailValue(tail, false);
    // d ln I / du; far out the logarithms of the numerator and of the tail's scale are the same
    const logPower = logBetaPower(a, b, x, y);
    const slope = tail.upper
      ? Math.exp(logPower - logTail)
      : Math.exp(logPower - tail.logScale) / tail.factor;
    if (slope === 0) break; // the law is so narrow that the next double is past all of it
    const newton = (logTarget - logTail) / slope;
    const curvature = a * y - b * x - slope;
    const step = newton / Math.max(0.5, 1 + 0.5 * newton * curvature);
    const bounded = Math.max(-20, Math.min(20, step));
    odds *= Math.exp(bounded);
    if (Math.abs(bounded) < 1e-7) break;
  }
  return { odds, log: Math.log(odds) };
}

/** The odds t/b. */
function gammaOdds(t: number, b: number): Odds {
  return { odds: t / b, log: Math.log(t) - Math.log(b) };
}

/** The odds of 1 − x. */
function inverse({ odds, log }: Odds): Odds {
  return { odds: 1 / odds, log: -log };
}

/** x from its odds x/(1 − x). */
export function fromOdds({ odds, log }: Odds): number {
  if (log > 690) return 1;
  return log < -690 ? Math.exp(log) : odds / (1 + odds);
}

/**
 * Inverse of `betainc` in x: the x with I_x(a, b) = p. By Halley's iteration on ln I in the log-odds of x (DLMF
 * 8.17, 3.8).
 *
 * @param a - First shape, ≥ 1e-300.
 * @param b - Second shape, ≥ 1e-300.
 * @param p - Probability in [0, 1], or an array of them.
 * @throws RangeError if a or b < 1e-300, a + b overflows or p is not a probability.
 * @example
 * prob.betaincinv(2, 2, 0.15625) // => 0.25
 */
export function betaincinv<X extends NumberOrArray>(a: number, b: number, p: X): Shaped<X> {
  requireShapes("betaincinv", a, b);
  const f = (v: number) => fromOdds(betaQuantileOdds(a, b, v, false));
  return elementwise("betaincinv", "p", p, f, { min: 0, max: 1 });
}
