import { describeValue, maxOf, minOf, type ReadonlyVector } from "../core";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { drawIndex, requireProbabilities, runningSums } from "./factory/weights";
import { integrateHalf } from "./numeric/integrateHalf";
import { rootBetween } from "./numeric/rootBetween";
import { logsumexp } from "./special/logsumexp";

function requireComponents(components: readonly ContinuousDistribution[], count: number): void {
  if (!Array.isArray(components)) {
    throw new TypeError(
      `mixture: components must be an array of distributions, got ${describeValue(components)}`,
    );
  }
  if (components.length !== count) {
    throw new RangeError(
      `mixture: components must have length ${count} (number of weights), got ${components.length}`,
    );
  }
  components.forEach((d, i) => {
    if (d?.kind !== "continuous") {
      throw new TypeError(
        `mixture: components[${i}] must be a continuous distribution, got ${describeValue(d)}`,
      );
    }
  });
}

/**
 * Mixture of continuous distributions: with probability wᵢ the value comes from component i, so that
 * the density is Σ wᵢpᵢ(x), the mean Σ wᵢμᵢ and the variance Σ wᵢ(σᵢ² + (μᵢ − μ)²) (MML 6.4.1 and
 * 11.1). Quantiles and entropy, which have no closed form, are found numerically.
 *
 * @param weights - Probabilities that sum to 1 (within 1e-9).
 * @param components - As many continuous distributions.
 * @throws RangeError if the weights are no probabilities or the lengths differ; TypeError if a
 * component is not a continuous distribution.
 * @example
 * prob.mixture([0.4, 0.6], [prob.normal(10, 1), prob.normal(0, 2)]).mean // => 4
 */
export function mixture(
  weights: ReadonlyVector,
  components: readonly ContinuousDistribution[],
): ContinuousDistribution {
  const all = requireProbabilities("mixture", "weights", weights);
  requireComponents(components, all.length);
  const used = components.map((d, i) => ({ d, w: all[i] })).filter(({ w }) => w > 0);
  const sum = (f: (d: ContinuousDistribution) => number) =>
    used.reduce((total, { d, w }) => total + w * f(d), 0);
  const logSum = (f: (d: ContinuousDistribution) => number) =>
    logsumexp(used.map(({ d, w }) => Math.log(w) + f(d)));
  const mean = sum((d) => d.mean);
  const cdf = (x: number) => sum((d) => d.cdf(x));
  const sf = (x: number) => sum((d) => d.sf(x));
  // The logarithm of a tail near 1 is best had from the other tail.
  const logcdf = (x: number) => (sf(x) < 0.5 ? Math.log1p(-sf(x)) : logSum((d) => d.logcdf(x)));
  const logsf = (x: number) => (cdf(x) < 0.5 ? Math.log1p(-cdf(x)) : logSum((d) => d.logsf(x)));
  const logpdf = (x: number) => logSum((d) => d.logpdf(x));
  const quantile = (p: number, upper: boolean): number => {
    if (p > 0.5) return quantile(1 - p, !upper);
    const ends = used.map(({ d }) => (upper ? d.isf(p) : d.ppf(p)));
    const [left, right] = [minOf(ends), maxOf(ends)];
    if (p === 0) return upper ? right : left;
    const log = Math.log(p);
    return rootBetween(upper ? (x) => log - logsf(x) : (x) => logcdf(x) - log, left, right);
  };
  const sums = runningSums(used.map(({ w }) => w));
  return continuous({
    name: "mixture",
    params: { weights: Object.freeze(all) },
    support: [minOf(used.map(({ d }) => d.support[0])), maxOf(used.map(({ d }) => d.support[1]))],
    mean,
    variance: sum((d) => d.variance + (d.mean - mean) ** 2),
    entropy: () => {
      // E[−ln p(X)], each component's part as an integral over its probabilities u.
      const h = sum((d) => integrateHalf((u) => -logpdf(d.ppf(u)) - logpdf(d.isf(u))));
      if (!Number.isFinite(h)) throw new RangeError("mixture.entropy: the integral diverges");
      return h;
    },
    pdf: (x) => sum((d) => d.pdf(x)),
    logpdf,
    tails: { cdf, sf, logcdf, logsf },
    quantile,
    draw: (rng) => used[drawIndex(sums, rng.random())].d.sample(rng),
  });
}
