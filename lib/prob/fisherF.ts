import { betalnAt, digammaAt } from "../core/special";
import { betaEntropy } from "./entropy/beta";
import { continuous } from "./factory/continuous";
import { tailFunctions } from "./factory/distribution";
import type { ContinuousDistribution } from "./factory/types";
import { betaQuantileOdds } from "./special/betaincinv";
import { betaTail, betaTailNearZero, logBetaPower } from "./special/kernels/betaTail";
import { requireShape } from "./special/kernels/shapes";
import { fisherFSampler } from "./variates/beta";

/**
 * Fisher's F distribution: of (V₁/d₁)/(V₂/d₂) for independent chi-squares V₁, V₂ with d₁ and d₂
 * degrees of freedom. With x = d₁f/(d₁f + d₂), P(F ≤ f) = I_x(d₁/2, d₂/2).
 *
 * Mean d₂/(d₂ − 2) for d₂ > 2, variance 2d₂²(d₁ + d₂ − 2)/(d₁(d₂ − 2)²(d₂ − 4)) for d₂ > 4. Density
 * (d₁/d₂)^{d₁/2}f^{d₁/2 − 1}(1 + d₁f/d₂)^{−(d₁ + d₂)/2}/B(d₁/2, d₂/2) on f ≥ 0. See Johnson, Kotz &
 * Balakrishnan, Continuous Univariate Distributions, volume 2, 1995, chapter 27.
 *
 * @param d1 - Degrees of freedom of the numerator, ≥ 1e-300.
 * @param d2 - Degrees of freedom of the denominator, ≥ 1e-300.
 * @throws RangeError if d1 or d2 is below 1e-300.
 * @example
 * prob.fisherF(2, 2).cdf(3) // => 0.75
 * prob.fisherF(3, 16).isf(0.05) // => 3.2388715174535854
 * prob.fisherF(3, 10).variance // => (2 * 10 ** 2 * (3 + 10 - 2)) / (3 * 8 ** 2 * 6)
 */
export function fisherF(d1: number, d2: number): ContinuousDistribution {
  requireShape("fisherF", "d1", d1);
  requireShape("fisherF", "d2", d2);
  const a = Math.max(d1 / 2, Number.MIN_VALUE); // half of the smallest double is rounded to 0
  const b = Math.max(d2 / 2, Number.MIN_VALUE);
  const logScale = Math.log(d2) - Math.log(d1);
  /** ln(d₁f/d₂): the log-odds of x. */
  const logOdds = (f: number) => Math.log(f) - logScale;
  return continuous({
    name: "fisherF",
    params: { d1, d2 },
    support: [0, Infinity],
    mean: d2 > 2 ? d2 / (d2 - 2) : Infinity,
    variance:
      d2 > 4
        ? 2 * (d2 / (d2 - 2)) ** 2 * (1 / (d2 - 4) + (d2 - 2) / (d2 - 4) / d1)
        : d2 > 2
          ? Infinity
          : Number.NaN,
    entropy: () => logScale + betaEntropy(a, b) + digammaAt(a) - digammaAt(b),
    logpdf: (f) => {
      if (f === Infinity) return -Infinity;
      if (f === 0) return d1 < 2 ? Infinity : d1 > 2 ? -Infinity : 0;
      const odds = oddsOf(f, d1, d2);
      if (odds < TINY) return a * logOdds(f) - b * odds - betalnAt(a, b) - Math.log(f);
      if (odds > 1 / TINY) return -b * logOdds(f) - a / odds - betalnAt(a, b) - Math.log(f);
      return logBetaPower(a, b, odds / (1 + odds), 1 / (1 + odds)) - Math.log(f);
    },
    tails: tailFunctions((f) => {
      if (f === 0 || f === Infinity) return { upper: f > 0, logScale: 0, factor: 0 };
      const odds = oddsOf(f, d1, d2);
      if (odds < TINY) return betaTailNearZero(a, b, logOdds(f), false);
      if (odds > 1 / TINY) return betaTailNearZero(b, a, -logOdds(f), true);
      return betaTail(a, b, odds / (1 + odds), 1 / (1 + odds));
    }),
    quantile: (p, upper) => {
      const { odds, log } = betaQuantileOdds(a, b, p, upper);
      const f = odds * (d2 / d1);
      return odds > TINY && odds < 1 / TINY && f > TINY && f < Infinity
        ? f
        : Math.exp(log + logScale);
    },
    draw: fisherFSampler(a, b),
  });
}

/** Odds x/(1 − x) beyond this or its inverse are given by their logarithm. */
const TINY = 1e-305;

/** d₁f/d₂, where it is a double however the factors multiply. */
function oddsOf(f: number, d1: number, d2: number): number {
  const ratio = d1 / d2;
  const ordinary = ratio > TINY && ratio < 1 / TINY;
  return ordinary ? f * ratio : Math.exp(Math.log(f) + Math.log(d1) - Math.log(d2));
}
