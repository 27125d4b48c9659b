import { log1pmx, logRatio } from "../../core/special";
import { excess, productRatioMinus1, quotient } from "./excess";
import { stepsTo, stirlingBregman } from "./gammaBregman";

/**
 * The divergence of a gamma law with shape b and rate β′ from one with shape a and rate β,
 * with r = β′/β: lnΓ(b) − lnΓ(a) − (b − a)ψ(a) + a(r − 1) − b·ln r.
 *
 * For large shapes the terms cancel. Raised by the recurrence of Γ to A = a + n and B = b + n ≥ 10, and
 * with Stirling's formula, it is with s = Ar/B and φ(x) = x − 1 − ln x
 *
 *   b·φ(s) + ½φ(B/A) + Σ_{k<n} [φ((b + k)/(a + k)) − φ(B/A)] − n·(b − a)/A·(s − 1) + …,
 *
 * the rest being what the error of Stirling's formula adds. Nothing cancels there for s near 1. Elsewhere
 * the first term is so large that its parts may be added one by one.
 */
export function gammaDivergence(a: number, b: number, rateP: number, rateQ: number): number {
  const steps = stepsTo(10, Math.min(a, b));
  const [A, B] = [a + steps, b + steps];
  const d = b - a;
  // Ar/B − 1, of the unrounded A and B
  const s =
    productRatioMinus1(a, rateQ, b, rateP) * (b / B) + (steps * ((rateQ - rateP) / rateP)) / B;
  const last = excess(B, A, d);
  let sum = 0.5 * last + stirlingBregman(B, A, d);
  if (s > -0.5 && s < 1) {
    for (let k = 0; k < steps; k++) sum += excess(b + k, a + k, d) - last;
    return sum - b * log1pmx(s) - steps * (d / A) * s;
  }
  for (let k = 0; k < steps; k++) sum += excess(b + k, a + k, d);
  const linear = quotient([a, rateQ], [rateP]) - b;
  const logRise = Math.abs(d / A) < 0.5 ? Math.log1p(d / A) : logRatio(B, A);
  return sum + B * logRise + linear - b * logRatio(rateQ, rateP);
}
