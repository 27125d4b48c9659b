import {
  betalnAt,
  digammaDifference,
  digammaMinusLog,
  HALF_LOG_2PI,
  stirlingError,
} from "../../core/special";

/**
 * ln B(a, b) + a(ψ(n) − ψ(a)) + b(ψ(n) − ψ(b)) with n = a + b, which the entropies of the beta and F
 * distributions share. For large a and b the terms of the order of n cancel; there they are taken out
 * by Stirling's formula.
 */
export function betaEntropy(a: number, b: number): number {
  const n = a + b;
  if (a < 10 || b < 10) {
    return betalnAt(a, b) + a * digammaDifference(a, b) + b * digammaDifference(b, a);
  }
  const stirling = stirlingError(a) + stirlingError(b) - stirlingError(n);
  const digammas = n * digammaMinusLog(n) - a * digammaMinusLog(a) - b * digammaMinusLog(b);
  return HALF_LOG_2PI - 0.5 * Math.log(a * (b / n)) + stirling + digammas;
}
