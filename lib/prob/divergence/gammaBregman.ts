import { digammaMinusLog, STIRLING, stirlingError } from "../../core/special";
import { excess } from "./excess";

/**
 * S(y) − S(x) − (y − x)·S′(x) for the error S of Stirling's formula, x, y ≥ 10. Of x^{−m} that is
 * x^{−m}·t_m with t_m = (1 + h)^{−m} − 1 + mh, h = (y − x)/x, and t_{m+1} = (t_m + (m + 1)h²)/(1 + h)
 * has no cancellation.
 */
export function stirlingBregman(y: number, x: number, difference: number): number {
  const h = difference / x;
  if (h < -0.5) {
    const slope = digammaMinusLog(x) + 0.5 / x; // S′(x)
    return stirlingError(y) - stirlingError(x) - difference * slope;
  }
  const shrink = x / y; // 1/(1 + h)
  const square = h * (h * shrink); // the product of the first two may overflow
  let t = square;
  let sum = STIRLING[0] * t;
  let power = 1;
  for (let k = 1; k < STIRLING.length; k++) {
    for (const m of [2 * k, 2 * k + 1]) t = t * shrink + m * square;
    power /= x * x;
    sum += STIRLING[k] * power * t;
  }
  return sum / x;
}

/** How far both numbers are raised by the recurrence of Γ before Stirling's formula serves. */
export function stepsTo(bound: number, least: number): number {
  return Math.max(0, Math.ceil(bound - least));
}

/**
 * The Bregman divergence lnΓ(y) − lnΓ(x) − (y − x)·ψ(x) ≥ 0 of lnΓ, for x, y > 0, as a sum of terms that
 * are not negative: the recurrence of Γ up to 10, then Stirling's formula. The difference d = y − x may be
 * given to more digits than y has.
 */
export function gammaBregman(y: number, x: number, d = y - x): number {
  const steps = stepsTo(10, Math.min(x, y));
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += excess(y + k, x + k, d);
  return sum + stirlingParts(y + steps, x + steps, d);
}

/** The same for x, y ≥ 10: y·φ(x/y) + ½φ(y/x) + what the error of Stirling's formula adds. */
export function stirlingParts(y: number, x: number, d: number): number {
  return y * excess(x, y, -d) + 0.5 * excess(y, x, d) + stirlingBregman(y, x, d);
}
