/**
 * Probability laws with densities, tails, quantiles and draws to full precision; their fits; Markov chains; special functions.
 *
 * A law is an object: `prob.normal(0, 1)` has `pdf` or `pmf`, `cdf`, `sf`, `ppf`, `isf`, `mean`, `variance`, `std`,
 * `entropy` and `sample(rng, n)`, and each function takes a number or an array. How the laws arise from one another is
 * on the distribution map among the resources.
 */

// Laws on the line

export { beta } from "./beta";
export { cauchy } from "./cauchy";
export { chiSquare } from "./chiSquare";
export { exponential } from "./exponential";
export { fisherF } from "./fisherF";
export { gamma } from "./gamma";
export { laplace } from "./laplace";
export { logNormal } from "./logNormal";
export { normal } from "./normal";
export { studentT } from "./studentT";
export { uniform } from "./uniform";
export { weibull } from "./weibull";

// Laws of counts

export { binomial } from "./binomial";
export { categorical } from "./categorical";
export { geometric } from "./geometric";
export { hypergeometric } from "./hypergeometric";
export { negativeBinomial } from "./negativeBinomial";
export { poisson } from "./poisson";

// Laws of vectors, and mixtures

export { dirichlet } from "./dirichlet";
export { mixture } from "./mixture";
export { multinomial } from "./multinomial";
export { multivariateNormal } from "./multivariateNormal";

// Fitting and comparing

export { type FitOptions, type FitResult, fit } from "./fit";
export { klDivergence } from "./klDivergence";

// Markov chains

export { type EffectiveSampleSizeOptions, effectiveSampleSize } from "./effectiveSampleSize";
export {
  type HamiltonianChains,
  type HamiltonianOptions,
  hamiltonianMonteCarlo,
} from "./hamiltonianMonteCarlo";
export { metropolis } from "./metropolis";
export { type MonteCarloErrorOptions, monteCarloError } from "./monteCarloError";
export { rHat } from "./rHat";

// Special functions

export { betainc, betaincc } from "./special/betainc";
export { betaincinv } from "./special/betaincinv";
export { betaln } from "./special/betaln";
export { digamma } from "./special/digamma";
export { erf, erfc, erfcx } from "./special/erf";
export { gammainc, gammaincc } from "./special/gammainc";
export { gammainccinv, gammaincinv } from "./special/gammaincinv";
export { gammaln } from "./special/gammaln";
export { log1mexp } from "./special/log1mexp";
export { logsumexp } from "./special/logsumexp";
export { logNdtr, ndtr } from "./special/ndtr";
export { erfcinv, erfinv, ndtri } from "./special/ndtri";

// Types

export type { NumberOrArray, Shaped } from "../core/special";
export { bernoulli } from "./bernoulli";
export type { ContinuousDistribution, DiscreteDistribution, Distribution } from "./factory/types";
export type { MarkovChains, SamplerOptions } from "./mcmc/types";
export type {
  Dirichlet,
  Multinomial,
  MultivariateNormal,
  MultivariateNormalOptions,
  PointFunction,
} from "./multivariate/types";
