import { requireOneOf, requireOptions, type Vector } from "../core";
import { effectiveDraws } from "./mcmc/autocorrelation";
import { type ChainDraws, overQuantities, type PointDraws, split } from "./mcmc/draws";
import { squaredDeviations } from "./mcmc/moments";
import { normalScores } from "./mcmc/normalScores";
import { quantileDraws, requireLevel } from "./mcmc/quantileDraws";

/** Options of `effectiveSampleSize`. */
export interface EffectiveSampleSizeOptions {
  /**
   * For which estimate. "bulk" (default): for means, of draws made normal by their ranks. "tail": the
   * smaller of those for the 5 % and the 95 % quantile. "mean": for the mean of the draws themselves.
   * "std": for their standard deviation. "quantile": for their `p`-quantile.
   */
  method?: "bulk" | "tail" | "mean" | "std" | "quantile";
  /** Which quantile, in (0, 1), for method "quantile" alone. */
  p?: number;
}

const NAME = "effectiveSampleSize";
const METHODS = ["bulk", "tail", "mean", "std", "quantile"] as const;

/**
 * Effective sample size of Markov chains: how many independent draws would tell as much. Draws that
 * follow each other resemble each other, and the error of an average falls as 1/√ESS, not 1/√S.
 *
 * S/τ for S draws with the integrated autocorrelation time τ = 1 + 2·Σρₖ, the autocorrelations ρₖ
 * pooled over halved chains and summed up to where they drown in noise (Geyer 1992). At least 100 a chain
 * are asked for before an estimate is relied on.
 *
 * @param draws - One quantity: chains × draws; or points: chains × draws × coordinates, as `metropolis`
 * returns them. At least 4 draws in a chain.
 * @param options - `method`, and `p` with "quantile".
 * @returns A number, or one for each coordinate.
 * @throws TypeError, RangeError if draws are not of such a shape, or all equal, or for bad options.
 * O(S ln S).
 *
 * Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Bayesian Analysis 16.
 * @example
 * prob.effectiveSampleSize([[1, 1, 1, 1, 2, 2, 2, 2, 2, 2]], { method: "mean" }) < 4 // => true
 * prob.effectiveSampleSize([rng(1).normal(0, 1, 1000)]) > 700 // => true
 */
export function effectiveSampleSize(
  draws: ChainDraws,
  options?: EffectiveSampleSizeOptions,
): number;
export function effectiveSampleSize(
  draws: PointDraws,
  options?: EffectiveSampleSizeOptions,
): Vector;
export function effectiveSampleSize(
  draws: ChainDraws | PointDraws,
  options: EffectiveSampleSizeOptions = {},
): number | Vector {
  requireOptions(NAME, options, ["method", "p"]);
  const { method = "bulk" } = options;
  requireOneOf(NAME, "method", method, METHODS);
  const p = requireLevel(NAME, method, options.p);
  const by = {
    bulk: (chains: ChainDraws) => effectiveDraws(normalScores(split(chains))),
    tail: (chains: ChainDraws) =>
      Math.min(quantileDraws(chains, 0.05), quantileDraws(chains, 0.95)),
    mean: (chains: ChainDraws) => effectiveDraws(split(chains)),
    std: (chains: ChainDraws) => effectiveDraws(split(squaredDeviations(chains))),
    quantile: (chains: ChainDraws) => quantileDraws(chains, p),
  };
  return overQuantities(NAME, draws, by[method]);
}
