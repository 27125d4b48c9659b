export type { NumberOrArray, Shaped } from "../core/special";
export { bernoulli } from "./bernoulli";
export { beta } from "./beta";
export { binomial } from "./binomial";
export { categorical } from "./categorical";
export { cauchy } from "./cauchy";
export { chiSquare } from "./chiSquare";
export { dirichlet } from "./dirichlet";
export { type EffectiveSampleSizeOptions, effectiveSampleSize } from "./effectiveSampleSize";
export { exponential } from "./exponential";
export type { ContinuousDistribution, DiscreteDistribution, Distribution } from "./factory/types";
export { fisherF } from "./fisherF";
export { type FitOptions, type FitResult, fit } from "./fit";
export { gamma } from "./gamma";
export { geometric } from "./geometric";
export {
  type HamiltonianChains,
  type HamiltonianOptions,
  hamiltonianMonteCarlo,
} from "./hamiltonianMonteCarlo";
export { hypergeometric } from "./hypergeometric";
export { klDivergence } from "./klDivergence";
export { laplace } from "./laplace";
export { logNormal } from "./logNormal";
export type { MarkovChains, SamplerOptions } from "./mcmc/types";
export { metropolis } from "./metropolis";
export { mixture } from "./mixture";
export { type MonteCarloErrorOptions, monteCarloError } from "./monteCarloError";
export { multinomial } from "./multinomial";
export type {
  Dirichlet,
  Multinomial,
  MultivariateNormal,
  MultivariateNormalOptions,
  PointFunction,
} from "./multivariate/types";
export { multivariateNormal } from "./multivariateNormal";
export { negativeBinomial } from "./negativeBinomial";
export { normal } from "./normal";
export { poisson } from "./poisson";
export { rHat } from "./rHat";
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
export { studentT } from "./studentT";
export { uniform } from "./uniform";
export { weibull } from "./weibull";
