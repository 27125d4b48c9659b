import { type ReadonlyVector, requireVector } from "../../core";

/**
 * ln Σ e^{xᵢ} without overflow or underflow: the largest entry m is taken out, m + ln Σ e^{xᵢ − m}.
 * The heart of softmax, mixtures and log-likelihoods. See Blanchard, Higham & Higham 2021, "Accurately
 * computing the log-sum-exp and softmax functions".
 *
 * @param x - Vector; entries may be ±∞. The empty sum gives −∞.
 * @throws RangeError if an entry is NaN. O(n).
 * @example
 * prob.logsumexp([1000, 1000]) // => 1000 + Math.LN2
 */
export function logsumexp(x: ReadonlyVector): number {
  requireVector("logsumexp", "x", x, { allowNonFinite: true });
  let max = -Infinity;
  let at = -1;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) throw new RangeError(`logsumexp: x must not hold NaN, x[${i}] is NaN`);
    if (x[i] > max) {
      max = x[i];
      at = i;
    }
  }
  if (!Number.isFinite(max)) return max;
  let rest = 0;
  for (let i = 0; i < x.length; i++) if (i !== at) rest += Math.exp(x[i] - max);
  return max + Math.log1p(rest);
}
