import { requireOneOf, requireOptions, type Vector } from "../core";
import { effectiveDraws } from "./mcmc/autocorrelation";
import { type ChainDraws, overQuantities, type PointDraws, split } from "./mcmc/draws";
import { meanOf, standardised } from "./mcmc/moments";
import { pooled } from "./mcmc/normalScores";
import { quantileDraws, requireLevel } from "./mcmc/quantileDraws";
import { betaincinv } from "./special/betaincinv";

/** Options of `monteCarloError`. */
export interface MonteCarloErrorOptions {
  /** Of which estimate: the "mean" (default), the standard deviation "std", or the `p`-"quantile". */
  method?: "mean" | "std" | "quantile";
  /** Which quantile, in (0, 1), for method "quantile" alone. */
  p?: number;
}

const NAME = "monteCarloError";

/** Φ(−1): between this level and 1 less it lies one standard deviation either side. */
const ONE_SIGMA = 0.15865525393145705;

/** sd/√ESS. */
function errorOfMean(chains: ChainDraws): number {
  const { values, unit } = standardised(chains);
  const count = values.length * values[0]!.length;
  const sum = meanOf(values.map((chain) => meanOf(chain.map((d) => d * d)))) * count;
  return unit * Math.sqrt(sum / (count - 1) / effectiveDraws(split(values)));
}

/** By the delta method from the error of the mean square deviation. */
function errorOfStd(chains: ChainDraws): number {
  const { values, unit } = standardised(chains);
  const squares = values.map((chain) => chain.map((d) => d * d));
  const variance = meanOf(squares.map(meanOf));
  const fourth = meanOf(squares.map((chain) => meanOf(chain.map((s) => s * s))));
  const spread = Math.max(0, fourth - variance * variance) / effectiveDraws(split(squares));
  return unit * Math.sqrt(spread / variance / 4);
}

/** Half the distance of the order statistics at one standard deviation of the beta law of the level. */
function errorOfQuantile(chains: ChainDraws, p: number): number {
  const ess = quantileDraws(chains, p);
  const level = (q: number) => betaincinv(ess * p + 1, ess * (1 - p) + 1, q);
  const ascending = pooled(chains).sort();
  const last = ascending.length - 1;
  const position = (q: number) => level(q) * (last + 1) - 1;
  const low = ascending[Math.floor(Math.max(0, position(ONE_SIGMA)))]!;
  const high = ascending[Math.ceil(Math.min(last, position(1 - ONE_SIGMA)))]!;
  return high / 2 - low / 2;
}

/**
 * Monte Carlo standard error: how far an estimate from the draws of Markov chains is off, of the value
 * that endless chains would give. Digits beyond it are chance.
 *
 * For the mean sd/√ESS; for the standard deviation √((m₄ − m₂²)/(4·m₂·ESS)) with m₂, m₄ the central
 * moments and ESS that of the squared deviations; for a quantile half the distance between the order
 * statistics at which the beta law of its level, with ESS draws, has ±1 standard deviation.
 *
 * @param draws - One quantity: chains × draws; or points: chains × draws × coordinates, as `metropolis`
 * returns them. At least 4 draws in a chain.
 * @param options - `method`, and `p` with "quantile".
 * @returns A number, or one for each coordinate.
 * @throws TypeError, RangeError if draws are not of such a shape, or all equal, or for bad options.
 * O(S ln S) for S draws.
 *
 * Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Bayesian Analysis 16.
 * @example
 * prob.monteCarloError([rng(1).normal(0, 1, 10000)]) < 0.02 // => true
 * prob.monteCarloError([rng(1).normal(0, 1, 10000)], { method: "quantile", p: 0.5 }) < 0.02 // => true
 */
export function monteCarloError(draws: ChainDraws, options?: MonteCarloErrorOptions): number;
export function monteCarloError(draws: PointDraws, options?: MonteCarloErrorOptions): Vector;
export function monteCarloError(
  draws: ChainDraws | PointDraws,
  options: MonteCarloErrorOptions = {},
): number | Vector {
  requireOptions(NAME, options, ["method", "p"]);
  const { method = "mean" } = options;
  requireOneOf(NAME, "method", method, ["mean", "std", "quantile"]);
  const p = requireLevel(NAME, method, options.p);
  const by = {
    mean: errorOfMean,
    std: errorOfStd,
    quantile: (chains: ChainDraws) => errorOfQuantile(chains, p),
  };
  return overQuantities(NAME, draws, by[method]);
}
