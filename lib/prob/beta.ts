import { digammaAt } from "../core/special";
import { betaEntropy } from "./entropy/beta";
import { continuous } from "./factory/continuous";
import { tailFunctions } from "./factory/distribution";
import type { ContinuousDistribution } from "./factory/types";
import { betaQuantileOdds, fromOdds } from "./special/betaincinv";
import { betaTail, logBetaPower } from "./special/kernels/betaTail";
import { requireShapes } from "./special/kernels/shapes";
import { betaSampler } from "./variates/beta";

/**
 * Beta distribution on [0, 1] with density x^{α−1}(1 − x)^{β−1}/B(α, β): the conjugate prior of a
 * probability, which h successes in n trials turn into Beta(α + h, β + n − h) (MML 6.6.1).
 *
 * Mean α/(α + β), variance αβ/((α + β)²(α + β + 1)).
 *
 * @param a - α ≥ 1e-300.
 * @param b - β ≥ 1e-300.
 * @throws RangeError if a parameter is below 1e-300, or the sum of the two overflows.
 * @example
 * prob.beta(2, 2).pdf(0.5) // => 1.5
 * prob.beta(1, 20).sf(0.9) // => 1e-20
 * prob.beta(2, 3).variance // => (2 * 3) / (5 ** 2 * 6)
 */
export function beta(a: number, b: number): ContinuousDistribution {
  requireShapes("beta", a, b);
  const n = a + b;
  return continuous({
    name: "beta",
    params: { a, b },
    support: [0, 1],
    mean: a / n,
    variance: ((a / n) * (b / n)) / (n + 1),
    std: () => Math.sqrt(a / n) * Math.sqrt(b / n) * (1 / Math.sqrt(n + 1)),
    entropy: () =>
      betaEntropy(a, b) + (digammaAt(a) - digammaAt(n)) + (digammaAt(b) - digammaAt(n)),
    logpdf: (x) => {
      if (x === 0) return atEnd(a, b);
      if (x === 1) return atEnd(b, a);
      return logBetaPower(a, b, x, 1 - x) - Math.log1p(-x) - Math.log(x);
    },
    tails: tailFunctions((x) => betaTail(a, b, x, 1 - x)),
    quantile: (p, upper) => fromOdds(betaQuantileOdds(a, b, p, upper)),
    draw: betaSampler(a, b),
  });
}

/** The logarithm of the density at the end whose exponent is a − 1. */
function atEnd(a: number, b: number): number {
  if (a === 1) return Math.log(b);
  return a < 1 ? Infinity : -Infinity;
}
