import { describeValue, type ReadonlyVector } from "../core";
import { continuous } from "./factory/continuous";
import { discrete } from "./factory/discrete";
import type { ContinuousDistribution, DiscreteDistribution, Distribution } from "./factory/types";
import { requireProbabilities } from "./factory/weights";
import { integratedEntropy, summedEntropy } from "./mixtures/entropy";
import { mixtureQuantile } from "./mixtures/quantile";
import { logWeightedSum, mixtureSpec, mixtureTails, type Part, weightedSum } from "./mixtures/sums";

type OnTheLine = ContinuousDistribution | DiscreteDistribution;

/** Checks that the components are as many distributions as there are weights, and all of one kind. */
function requireComponents(components: readonly OnTheLine[], count: number): void {
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
  const kind: unknown = components[0]?.kind;
  components.forEach((d: unknown, i) => {
    const own = (d as Partial<OnTheLine> | null | undefined)?.kind;
    if (own !== "continuous" && own !== "discrete") {
      throw new TypeError(
        `mixture: components[${i}] must be a distribution on the line, got ${describeValue(d)}`,
      );
    }
    if (own !== kind) {
      throw new TypeError(
        `mixture: components must be of one kind, components[0] is ${kind} and components[${i}] ${own}`,
      );
    }
  });
}

/** Σ wᵢdᵢ of laws with a density. */
function continuousMixture(
  all: ReadonlyVector,
  parts: readonly Part<ContinuousDistribution>[],
): ContinuousDistribution {
  const logpdf = (x: number) => logWeightedSum(parts, (d) => d.logpdf(x));
  return continuous({
    ...mixtureSpec(all, parts),
    entropy: () => integratedEntropy(parts, logpdf),
    pdf: (x) => weightedSum(parts, (d) => d.pdf(x)),
    logpdf,
    quantile: (p, upper) => mixtureQuantile(parts, p, upper),
  });
}

/** Σ wᵢdᵢ of laws on whole numbers. */
function discreteMixture(
  all: ReadonlyVector,
  parts: readonly Part<DiscreteDistribution>[],
): DiscreteDistribution {
  const { cdf, sf } = mixtureTails(parts);
  const logpmf = (k: number) => {
    const log = logWeightedSum(parts, (d) => d.logpmf(k));
    // what a probability near 1 lacks of it says more than the probability
    return log > -0.1 ? Math.log1p(-(cdf(k - 1) + sf(k))) : log;
  };
  return discrete({
    ...mixtureSpec(all, parts),
    entropy: () => summedEntropy(parts, logpmf),
    pmf: (k) => weightedSum(parts, (d) => d.pmf(k)),
    logpmf,
  });
}

/**
 * Mixture of distributions of one kind: with probability wᵢ the value comes from component i, so that
 * the density or mass is Σ wᵢpᵢ(x), the mean Σ wᵢμᵢ and the variance Σ wᵢ(σᵢ² + (μᵢ − μ)²) (MML 6.4.1
 * and 11.1). Quantiles and entropy, which have no closed form, are found numerically; where the
 * distribution function is flat, a quantile is the smallest value.
 *
 * @param weights - Probabilities that sum to 1 (within 1e-9).
 * @param components - As many distributions, all continuous or all discrete.
 * @throws RangeError if the weights are no probabilities or the lengths differ; TypeError if a
 * component is not a distribution on the line, or of another kind than the first.
 * @example
 * prob.mixture([0.4, 0.6], [prob.normal(10, 1), prob.normal(0, 2)]).mean // => 4
 * prob.mixture([0.5, 0.5], [prob.uniform(0, 1), prob.uniform(2, 3)]).ppf(0.5) // => 1
 * prob.mixture([0.5, 0.5], [prob.poisson(1), prob.bernoulli(0.5)]).pmf(0) // => (Math.exp(-1) + 0.5) / 2
 */
export function mixture(
  weights: ReadonlyVector,
  components: readonly ContinuousDistribution[],
): ContinuousDistribution;
export function mixture(
  weights: ReadonlyVector,
  components: readonly DiscreteDistribution[],
): DiscreteDistribution;
export function mixture(
  weights: ReadonlyVector,
  components: readonly ContinuousDistribution[] | readonly DiscreteDistribution[],
): ContinuousDistribution | DiscreteDistribution {
  const all = requireProbabilities("mixture", "weights", weights);
  requireComponents(components, all.length);
  const pair = <D extends Distribution>(list: readonly D[]): Part<D>[] =>
    list.map((d, i) => ({ d, w: all[i] })).filter(({ w }) => w > 0);
  return isDiscrete(components)
    ? discreteMixture(all, pair(components))
    : continuousMixture(all, pair(components));
}

function isDiscrete(
  components: readonly OnTheLine[],
): components is readonly DiscreteDistribution[] {
  return components[0].kind === "discrete";
}
