import { requireNumber } from "../core";
import { entropySum } from "./entropy/sum";
import { discrete } from "./factory/discrete";
import { tailFunctions } from "./factory/distribution";
import type { DiscreteDistribution } from "./factory/types";
import { betaTail, logBetaPower } from "./special/kernels/betaTail";
import { gammaSampler } from "./variates/gamma";
import { poissonSampler } from "./variates/poisson";

/**
 * Negative binomial distribution on 0, 1, 2, …: the number of failures before the r-th success of
 * independent trials, P(X = k) = Γ(k + r)/(k!·Γ(r)) · pʳ(1 − p)ᵏ. For an r that is not whole it is the
 * Poisson law whose rate is drawn from the gamma law of shape r and rate p/(1 − p): counts that vary
 * more than Poisson's, variance mean + mean²/r.
 *
 * The tails are incomplete beta functions: P(X ≤ k) = I_p(r, k + 1).
 *
 * Mean r(1 − p)/p, variance r(1 − p)/p². See Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd
 * edition 2005, chapter 5.
 *
 * @param r - Number of successes, in (0, 1e9], not necessarily whole.
 * @param p - Probability of success, in [1e-5, 1]. The entropy is a sum of some 80 standard deviations.
 * @throws RangeError if r or p is out of its range, or the variance r(1 − p)/p² above 1e10.
 * @example
 * prob.negativeBinomial(2, 0.5).pmf([0, 1, 2]) // => [0.25, 0.25, 0.1875]
 * prob.negativeBinomial(2.5, 0.25).mean // => 7.5
 * prob.negativeBinomial(2, 0.25).variance // => 2 * 0.75 / 0.25 ** 2
 */
export function negativeBinomial(r: number, p: number): DiscreteDistribution {
  requireNumber("negativeBinomial", "r", r, { above: 0, max: 1e9 });
  requireNumber("negativeBinomial", "p", p, { min: 1e-5, max: 1 });
  const q = 1 - p;
  const logP = p < 0.5 ? Math.log(p) : Math.log1p(-q);
  const variance = (r * q) / p / p;
  requireNumber("negativeBinomial", "variance r(1 − p)/p²", variance, { min: 0, max: 1e10 });
  const logpmf = (k: number): number => {
    if (k === 0) return r * logP;
    if (k === Infinity) return -Infinity;
    return logBetaPower(r, k, p, q) - Math.log(k);
  };
  const rate = gammaSampler(r);
  return discrete({
    name: "negativeBinomial",
    params: { r, p },
    support: [0, p === 1 ? 0 : Infinity],
    mean: (r * q) / p,
    variance,
    entropy: () => entropySum(logpmf, r > 1 ? Math.floor(((r - 1) * q) / p) : 0, 0, Infinity),
    logpmf,
    tails: tailFunctions((k) => betaTail(r, k + 1, p, q)),
    draw: (rng) => poissonSampler((rate(rng) * q) / p)(rng),
  });
}
