import { smallestReached } from "../../core/special";

/** Chances nearer to each other than this share count as equal, as in R. */
const SAME = 1e-7;

/** A law on whole numbers with one peak. */
export interface PeakedLaw {
  low: number;
  high: number;
  /** Near the peak. */
  middle: number;
  logpmf(k: number): number;
  /** P(X ≤ k). */
  lower(k: number): number;
  /** P(X ≥ k). */
  upper(k: number): number;
}

/**
 * The chance of all values that are no likelier than x: the two-sided p-value of R and SciPy for laws that
 * are not symmetric. The other tail begins where the chance has fallen to that of x.
 */
export function asUnlikely(
  { low, high, middle, logpmf, lower, upper }: PeakedLaw,
  x: number,
): number {
  const peak = smallestReached((k) => k >= high || logpmf(k + 1) <= logpmf(k), middle, low, high);
  const most = logpmf(x) + SAME;
  if (logpmf(peak) <= most) return 1;
  const fallen = (k: number) => k > high || logpmf(k) <= most;
  const risen = (k: number) => k >= low && logpmf(k) > most;
  const [from, to] =
    x < peak
      ? [x, smallestReached(fallen, peak + (peak - x), peak, high + 1)]
      : [smallestReached(risen, peak - (x - peak), low - 1, peak) - 1, x];
  return Math.min(1, (from >= low ? lower(from) : 0) + (to <= high ? upper(to) : 0));
}
