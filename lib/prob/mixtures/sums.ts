import { maxOf, minOf, type ReadonlyVector, type Rng } from "../../core";
import type { DistributionSpec, TailFunctions } from "../factory/distribution";
import type { Distribution } from "../factory/types";
import { drawIndex, runningSums } from "../factory/weights";
import { logsumexp } from "../special/logsumexp";

/** A component of a mixture and its weight, which is positive. */
export interface Part<D extends Distribution> {
  d: D;
  w: number;
}

/** Σ wᵢf(dᵢ). */
export function weightedSum<D extends Distribution>(
  parts: readonly Part<D>[],
  f: (d: D) => number,
): number {
  let total = 0;
  for (const { d, w } of parts) total += w * f(d);
  return total;
}

/** ln Σ wᵢe^{f(dᵢ)}. */
export function logWeightedSum<D extends Distribution>(
  parts: readonly Part<D>[],
  f: (d: D) => number,
): number {
  return logsumexp(parts.map(({ d, w }) => Math.log(w) + f(d)));
}

/** The tails of a mixture. One that is more than ½ is had from the other, so that it never passes 1. */
export function mixtureTails(parts: readonly Part<Distribution>[]): TailFunctions {
  const lower = (x: number) => weightedSum(parts, (d) => d.cdf(x));
  const upper = (x: number) => weightedSum(parts, (d) => d.sf(x));
  return {
    cdf: (x) => (upper(x) < 0.5 ? 1 - upper(x) : lower(x)),
    sf: (x) => (lower(x) < 0.5 ? 1 - lower(x) : upper(x)),
    logcdf: (x) =>
      upper(x) < 0.5 ? Math.log1p(-upper(x)) : logWeightedSum(parts, (d) => d.logcdf(x)),
    logsf: (x) =>
      lower(x) < 0.5 ? Math.log1p(-lower(x)) : logWeightedSum(parts, (d) => d.logsf(x)),
  };
}

/** What the specifications of continuous and of discrete mixtures share. */
export function mixtureSpec<D extends Distribution>(
  all: ReadonlyVector,
  parts: readonly Part<D>[],
): Omit<DistributionSpec, "entropy" | "quantile"> {
  const mean = weightedSum(parts, (d) => d.mean);
  // where a variance overflows, a tiny weight may bring it back
  const share = ({ d, w }: Part<D>) =>
    d.variance < Infinity ? w * d.variance : (Math.sqrt(w) * d.std) ** 2;
  const spread = ({ d, w }: Part<D>) => (Math.sqrt(w) * (d.mean - mean)) ** 2;
  const sums = runningSums(parts.map(({ w }) => w));
  const lows = parts.map(({ d }) => d.support[0]);
  const highs = parts.map(({ d }) => d.support[1]);
  return {
    name: "mixture",
    params: { weights: Object.freeze(all.slice()) },
    support: [minOf(lows), maxOf(highs)],
    mean,
    variance: parts.reduce((total, part) => total + share(part) + spread(part), 0),
    tails: mixtureTails(parts),
    draw: (rng: Rng) => parts[drawIndex(sums, rng.random())].d.sample(rng),
  };
}
