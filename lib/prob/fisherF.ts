import { requireNumber } from "../core";
import { digammaAt } from "../core/special";
import { betaEntropy } from "./entropy/beta";
import { continuous } from "./factory/continuous";
import { tailFunctions } from "./factory/distribution";
import type { ContinuousDistribution } from "./factory/types";
import { betaQuantileOdds } from "./special/betaincinv";
import { betaTail, logBetaPower } from "./special/kernels/betaTail";
import { logGammaSampler } from "./variates/gamma";

/**
 * Fisher's F distribution: of (V₁/d₁)/(V₂/d₂) for independent chi-squares V₁, V₂ with d₁ and d₂
 * degrees of freedom. With x = d₁f/(d₁f + d₂), P(F ≤ f) = I_x(d₁/2, d₂/2).
 *
 * The mean is finite for d₂ > 2, the variance for d₂ > 4.
 *
 * @param d1 - Degrees of freedom of the numerator, > 0.
 * @param d2 - Degrees of freedom of the denominator, > 0.
 * @throws RangeError if d1 or d2 is not positive.
 * @example
 * prob.fisherF(2, 2).cdf(3) // => 0.75
 * prob.fisherF(3, 16).isf(0.05) // => 3.2388715174535854
 */
export function fisherF(d1: number, d2: number): ContinuousDistribution {
  requireNumber("fisherF", "d1", d1, { above: 0 });
  requireNumber("fisherF", "d2", d2, { above: 0 });
  const a = d1 / 2;
  const b = d2 / 2;
  const [above, below] = [logGammaSampler(a), logGammaSampler(b)];
  const [x, y] = [(f: number) => part(d1 * f, d2), (f: number) => part(d2, d1 * f)];
  return continuous({
    name: "fisherF",
    params: { d1, d2 },
    support: [0, Infinity],
    mean: d2 > 2 ? d2 / (d2 - 2) : Infinity,
    variance:
      d2 > 4
        ? (2 * (d2 / (d2 - 2)) ** 2 * ((d1 + d2 - 2) / d1)) / (d2 - 4)
        : d2 > 2
          ? Infinity
          : Number.NaN,
    entropy: () => Math.log(d2 / d1) + betaEntropy(a, b) + digammaAt(a) - digammaAt(b),
    logpdf: (f) => {
      if (f === Infinity) return -Infinity;
      if (f === 0) return d1 < 2 ? Infinity : d1 > 2 ? -Infinity : 0;
      return logBetaPower(a, b, x(f), y(f)) - Math.log(f);
    },
    tails: tailFunctions((f) => betaTail(a, b, x(f), y(f))),
    quantile: (p, upper) => betaQuantileOdds(a, b, p, upper) * (d2 / d1),
    draw: (rng) => (d2 / d1) * Math.exp(above(rng) - below(rng)),
  });
}

/** u/(u + v), also for u = ∞. */
function part(u: number, v: number): number {
  return u === Infinity ? 1 : u / (u + v);
}
