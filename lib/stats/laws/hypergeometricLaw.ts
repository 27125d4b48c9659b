import { smallestReached } from "../../core/special";
import { binomial } from "../../prob";
import { ratioSum } from "./ratioSum";

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
  const share = n1 + n2 > 0 ? c1 / (n1 + n2) : 0;
  const [first, second] = [binomial(n1, share), binomial(n2, share)];
  const middle = Math.max(low, Math.min(high, Math.round(n1 * share)));
  const weight = (k: number) => first.logpmf(k) + second.logpmf(c1 - k);
  const weighted = (logPsi: number) => (k: number) => weight(k) + (k - middle) * logPsi;
  const ratio = (psi: number) => (k: number) =>
    ((n1 - k) / (k + 1)) * psi * ((c1 - k) / (n2 - c1 + k + 1));
  const guess = (logPsi: number) => (logPsi > 1 ? high : logPsi < -1 ? low : middle);
  const sums = (logPsi: number, from: number, to: number) => {
    const terms = { log: weighted(logPsi), ratio: ratio(Math.exp(logPsi)) };
    const start = Math.max(from, Math.min(to, guess(logPsi)));
    const peak = smallestReached((k) => terms.ratio(k) <= 1, start, from, to);
    /** Σ of the weights times a value, in units of the largest weight. */
    const sum = (value?: (k: number) => number) => ratioSum(terms, peak, from, to, value);
    return { sum, top: terms.log(peak) };
  };
  const logSum = (logPsi: number, from: number, to: number) => {
    const { sum, top } = sums(logPsi, from, to);
    return top + Math.log(sum());
  };
  const logTotal = (logPsi: number) => logSum(logPsi, low, high);
  const logShare = (logPsi: number, from: number, to: number) =>
    logSum(logPsi, from, to) - logTotal(logPsi);
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
      const { sum } = sums(logPsi, low, high);
      return sum((k) => k - low) / sum();
    },
  };
}
