import type { ReadonlyVector } from "../core";
import { discrete } from "./factory/discrete";
import type { DiscreteDistribution } from "./factory/types";
import { drawIndex, requireProbabilities, runningSums } from "./factory/weights";

/**
 * Categorical distribution on 0, 1, …, K − 1: P(X = k) = p[k] (MML 6.2.1). To draw from a list of
 * things use `rng.choice(items, { p })`.
 *
 * Mean Σ k·p[k], variance Σ k²·p[k] less the square of the mean.
 *
 * @param p - Probabilities ≥ 0 that sum to 1 (within 1e-9).
 * @throws RangeError if p is empty, has a negative entry or does not sum to 1.
 * @example
 * prob.categorical([0.2, 0.5, 0.3]).cdf(1) // => 0.7
 * prob.categorical([0.5, 0.5]).entropy() // => Math.LN2
 * prob.categorical([0.2, 0.5, 0.3]).variance // => 0.5 + 4 * 0.3 - 1.1 ** 2
 */
export function categorical(p: ReadonlyVector): DiscreteDistribution {
  const weights = requireProbabilities("categorical", "p", p);
  const first = weights.findIndex((w) => w > 0);
  const last = weights.reduce((at, w, k) => (w > 0 ? k : at), first);
  const below = runningSums(weights);
  const above = runningSums(weights.slice().reverse()).reverse(); // above[k] = P(X ≥ k)
  const after = (k: number) => (k < last ? above[k + 1] : 0);
  const mean = weights.reduce((sum, w, k) => sum + w * k, 0);
  // A tail of more than one half is had from the other one: so it never passes 1.
  const cdf = (k: number) => (below[k] > 0.5 ? 1 - after(k) : below[k]);
  const sf = (k: number) => (after(k) > 0.5 ? 1 - below[k] : after(k));
  const rest = (k: number) => (k > 0 ? below[k - 1] : 0) + after(k);
  // What a weight near 1 lacks of it says more than the weight.
  const logpmf = (k: number) => (weights[k] > 0.5 ? Math.log1p(-rest(k)) : Math.log(weights[k]));
  return discrete({
    name: "categorical",
    params: { p: Object.freeze(p.slice()) },
    support: [first, last],
    mean,
    variance: weights.reduce((sum, w, k) => sum + w * (k - mean) ** 2, 0),
    entropy: () => weights.reduce((sum, w, k) => (w > 0 ? sum - w * logpmf(k) : sum), 0),
    pmf: (k) => weights[k],
    logpmf,
    tails: {
      cdf,
      sf,
      logcdf: (k) => (cdf(k) > 0.5 ? Math.log1p(-sf(k)) : Math.log(cdf(k))),
      logsf: (k) => (sf(k) > 0.5 ? Math.log1p(-cdf(k)) : Math.log(sf(k))),
    },
    draw: (rng) => drawIndex(below, rng.random()),
  });
}
