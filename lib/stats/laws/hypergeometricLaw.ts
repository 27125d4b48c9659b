import { binomial } from "../../prob";
import { logSumUnimodal } from "./logConcave";

/**
 * Fisher's law of the first cell of a 2×2 table whose margins are given: among c₁ things drawn from n₁ of one
 * kind and n₂ of another, those of the first kind, when the odds of being drawn differ by the factor ψ.
 * P(X = k) is proportional to C(n₁, k)·C(n₂, c₁ − k)·ψᵏ (Fisher 1935); ψ = 1 is the hypergeometric law.
 *
 * The coefficients are formed as binomial chances about the mean, so that large tables keep their digits.
 * Sums run outwards from their largest term: O(√n).
 */
export function hypergeometricLaw(n1: number, n2: number, c1: number) {
  const low = Math.max(0, c1 - n2);
  const high = Math.min(n1, c1);
  const share = c1 / (n1 + n2);
  const [first, second] = [binomial(n1, share), binomial(n2, share)];
  const middle = Math.max(low, Math.min(high, Math.round(n1 * share)));
  const weight = (k: number) => first.logpmf(k) + second.logpmf(c1 - k);
  const weighted = (logPsi: number) => (k: number) => weight(k) + (k - middle) * logPsi;
  const guess = (logPsi: number) => (logPsi > 1 ? high : logPsi < -1 ? low : middle);
  const logTotal = (logPsi: number) => logSumUnimodal(weighted(logPsi), guess(logPsi), low, high);
  const logShare = (logPsi: number, from: number, to: number) =>
    logSumUnimodal(weighted(logPsi), Math.max(from, Math.min(to, middle)), from, to) -
    logTotal(logPsi);
  return {
    low,
    high,
    middle,
    logpmf: (k: number, logPsi = 0) => weighted(logPsi)(k) - logTotal(logPsi),
    /** P(X ≤ k). */
    lower: (k: number, logPsi = 0) => Math.min(1, Math.exp(logShare(logPsi, low, k))),
    /** P(X ≥ k). */
    upper: (k: number, logPsi = 0) => Math.min(1, Math.exp(logShare(logPsi, k, high))),
    /** E[X] less the least value. */
    meanAboveLow: (logPsi: number) => {
      if (high === low) return 0;
      const moment = (k: number) => weighted(logPsi)(k) + Math.log(k - low);
      const from = Math.max(low + 1, guess(logPsi));
      return Math.exp(logSumUnimodal(moment, from, low + 1, high) - logTotal(logPsi));
    },
  };
}
