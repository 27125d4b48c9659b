import { smallestReached } from "../../core/special";

/** Terms below 2⁻⁶⁰ of the sum, and all beyond them, are left out. */
const NEGLIGIBLE = -60 * Math.LN2;

/**
 * ln Σ e^{L(i)} over whole numbers i, for terms that rise to one peak and fall from there. The peak is
 * looked for, so that a sum whose weight lies far out in a tail keeps its relative precision, and what
 * underflows is no hindrance.
 *
 * @param logTerm - L, finite between low and high.
 * @param guess - Near the peak.
 * @param stride - With a stride s every s-th term stands for s: all but exact where the terms are smooth, on
 * a scale of many s (the trapezoidal rule).
 */
export function logSumUnimodal(
  logTerm: (i: number) => number,
  guess: number,
  low = -Infinity,
  high = Infinity,
  stride: (peak: number) => number = () => 1,
): number {
  const peak = smallestReached((i) => logTerm(i + 1) <= logTerm(i), guess, low, high);
  const top = logTerm(peak);
  if (top === -Infinity) return top;
  const jump = stride(peak);
  let sum = 1;
  for (const step of [-jump, jump]) {
    for (let i = peak + step; i >= low && i <= high; i += step) {
      const drop = logTerm(i) - top;
      sum += Math.exp(drop);
      if (!(drop > NEGLIGIBLE)) break;
    }
  }
  return top + Math.log(sum * jump);
}
