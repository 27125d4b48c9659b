import type { ReadonlyMatrix, Vector } from "../core";
import { type ChainDraws, overQuantities, type PointDraws, split } from "./mcmc/draws";
import { meanOf, standardised, varianceOf } from "./mcmc/moments";
import { folded, normalScores } from "./mcmc/normalScores";

const NAME = "rHat";

/** √((B/W + n − 1)/n), with B the variance between chains of length n and W that within; 0 of constants. */
function ratio(scores: ReadonlyMatrix): number {
  const n = scores[0]!.length;
  const { values, unit } = standardised(scores);
  if (unit === 0) return 0;
  const between = n * varianceOf(values.map(meanOf));
  const within = meanOf(values.map(varianceOf));
  return Math.sqrt((between / within + n - 1) / n);
}

/**
 * R̂, the potential scale reduction: by what factor the spread of the draws of all chains together
 * exceeds that within a chain. It tends to 1 as chains come to agree; above 1.01 they have not.
 *
 * The rank-normalised split form: chains are halved, draws replaced by the normal scores of their ranks, and
 * R̂ = √((B/W + n − 1)/n) taken with the variances B between and W within the halves of length n. The same of
 * the distances from the median sees chains that differ in spread alone; the larger of the two is
 * returned. ∞ where no chain moves and they disagree.
 *
 * @param draws - One quantity: chains × draws; or points: chains × draws × coordinates, as `metropolis`
 * returns them. At least 4 draws in a chain; several chains from starts that lie apart tell most.
 * @returns A number, or one for each coordinate.
 * @throws TypeError, RangeError if draws are not of such a shape, or all equal. O(S ln S) for S draws.
 *
 * Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization, folding, and
 * localization: an improved R̂", Bayesian Analysis 16.
 * @example
 * prob.rHat([[1, 2, 1, 2, 1, 2, 1, 2], [2, 1, 2, 1, 2, 1, 2, 1]]) < 1.01 // => true
 * prob.rHat([[1, 2, 1, 2, 1, 2, 1, 2], [7, 8, 7, 8, 7, 8, 7, 8]]) > 1.9 // => true
 */
export function rHat(draws: ChainDraws): number;
export function rHat(draws: PointDraws): Vector;
export function rHat(draws: ChainDraws | PointDraws): number | Vector {
  return overQuantities(NAME, draws, (chains) => {
    const halves = split(chains);
    return Math.max(ratio(normalScores(halves)), ratio(normalScores(folded(halves))));
  });
}
