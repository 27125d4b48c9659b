import { maxOf, minOf } from "../../core";
import { rootBetween } from "../../core/special";
import type { Distribution } from "../factory/types";
import { logsumexp } from "../special/logsumexp";
import type { Part } from "./sums";

/**
 * A function that has the sign of P(X ≤ x) − p, or of p − P(X > x) if `upper`.
 *
 * Between components that lie far apart the distribution function is flat to double precision; there
 * the difference is formed of what is small: over the components A that lie mostly below x and B that
 * lie mostly above, P(X ≤ x) − p = (Σ_A w − p) − Σ_A w·P(dᵢ > x) + Σ_B w·P(dᵢ ≤ x). The positive and the
 * negative terms are compared by their logarithms.
 */
function crossing(
  parts: readonly Part<Distribution>[],
  p: number,
  upper: boolean,
): (x: number) => number {
  return (x) => {
    const positive: number[] = [];
    const negative: number[] = [];
    let level = upper ? p : -p;
    for (const { d, w } of parts) {
      const below = d.cdf(x) > 0.5;
      if (below !== upper) level += below ? w : -w;
      if (below) negative.push(Math.log(w) + d.logsf(x));
      else positive.push(Math.log(w) + d.logcdf(x));
    }
    (level > 0 ? positive : negative).push(Math.log(Math.abs(level)));
    const [gain, loss] = [logsumexp(positive), logsumexp(negative)];
    return gain === loss ? 0 : gain - loss; // both may be −∞
  };
}

/** The smallest x with P(X ≤ x) ≥ p, or P(X > x) ≤ p if `upper`, of a mixture of continuous laws. */
export function mixtureQuantile(
  parts: readonly Part<Distribution>[],
  p: number,
  upper: boolean,
): number {
  if (p > 0.5) return mixtureQuantile(parts, 1 - p, !upper);
  const ends = parts.map(({ d }) => (upper ? d.isf(p) : d.ppf(p)));
  const [left, right] = [minOf(ends), maxOf(ends)];
  if (p === 0) return upper ? right : left;
  return rootBetween(crossing(parts, p, upper), left, right);
}
