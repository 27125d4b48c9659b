import { requireNumber } from "../core";
import { HALF_LOG_2PI } from "../core/special";
import { entropySum } from "./entropy/sum";
import { discrete } from "./factory/discrete";
import { tailFunctions } from "./factory/distribution";
import type { DiscreteDistribution } from "./factory/types";
import { gammaTail, logGammaPrefix } from "./special/kernels/gammaTail";
import { poissonSampler } from "./variates/poisson";

/**
 * Poisson distribution: the number of events when λ are expected and they come independently,
 * P(X = k) = λᵏe^{−λ}/k!.
 *
 * The tails are incomplete gamma functions: P(X ≤ k) = Q(k + 1, λ).
 *
 * Mean λ, variance λ. On k = 0, 1, 2, …. See Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd
 * edition 2005, chapter 4.
 *
 * @param lambda - Expected number λ in [0, 1e15].
 * @throws RangeError if λ is out of its range.
 * @example
 * prob.poisson(2).pmf(0) // => Math.exp(-2)
 * prob.poisson(1e6).cdf(1e6) // => 0.5002659614033136
 * prob.poisson(2.5).variance // => 2.5
 */
export function poisson(lambda: number): DiscreteDistribution {
  requireNumber("poisson", "lambda", lambda, { min: 0, max: 1e15 });
  const logpmf = (k: number): number =>
    k === 0 ? -lambda : lambda === 0 ? -Infinity : logGammaPrefix(k, lambda);
  return discrete({
    name: "poisson",
    params: { lambda },
    support: [0, lambda === 0 ? 0 : Infinity],
    mean: lambda,
    variance: lambda,
    entropy: () =>
      lambda > 1e6
        ? HALF_LOG_2PI + 0.5 + 0.5 * Math.log(lambda) - 1 / (12 * lambda) // Knessl (1998)
        : entropySum(logpmf, Math.floor(lambda), 0, Infinity),
    logpmf,
    tails: tailFunctions((k) => {
      const { upper, logScale, factor } = gammaTail(k + 1, lambda);
      return { upper: !upper, logScale, factor };
    }),
    draw: poissonSampler(lambda),
  });
}
