/** Terms below 2⁻⁶⁰ of the largest, and all beyond them, are left out. */
const NEGLIGIBLE = 2 ** -60;

/** After so many steps by ratios a term is formed anew, so that rounding does not add up. */
const FRESH = 64;

/** Terms of a sum over whole numbers that rise to one peak and fall from there. */
export interface RatioTerms {
  /** ln t(k). */
  log(k: number): number;
  /** t(k + 1)/t(k), which falls with k. */
  ratio(k: number): number;
}

/**
 * Σ t(k)·v(k)/t(peak) from `low` to `high`, outwards from the peak by the ratios of neighbours, which cost less than
 * logarithms of terms.
 *
 * @param peak - The largest term of the range.
 * @param value - v, ≥ 0. Default 1.
 */
export function ratioSum(
  { log, ratio }: RatioTerms,
  peak: number,
  low: number,
  high: number,
  value: (k: number) => number = () => 1,
): number {
  const top = log(peak);
  const fresh = (k: number) => Math.exp(log(k) - top);
  let sum = value(peak);
  for (let k = peak + 1, t = 1; k <= high && t >= NEGLIGIBLE; k++) {
    t = (k - peak) % FRESH === 0 ? fresh(k) : t * ratio(k - 1);
    sum += t * value(k);
  }
  for (let k = peak - 1, t = 1; k >= low && t >= NEGLIGIBLE; k--) {
    t = (peak - k) % FRESH === 0 ? fresh(k) : t / ratio(k);
    sum += t * value(k);
  }
  return sum;
}
