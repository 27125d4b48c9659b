import { type ReadonlyMatrix, type ReadonlyVector, requireFunction, type Vector } from "../core";
import { requireLogDensity, requirePlan, requireStart } from "./mcmc/arguments";
import { runChains } from "./mcmc/runChains";
import type { MarkovChains, SamplerOptions } from "./mcmc/types";

const NAME = "metropolis";

/**
 * Draws from a density that is known up to a factor, by the random-walk Metropolis method: from x propose
 * x + s·L·z with standard normal z, and go there with probability min(1, p(x′)/p(x)), else stay.
 * The chain then has p as its stationary law.
 *
 * Warm-up learns L·Lᵀ, the covariance of the target (Haario, Saksman and Tamminen 2001), and s, so that
 * some 44 % of the proposals are accepted in one dimension, falling to 23 % in many (Roberts and
 * Rosenthal 2001); then both stay, for a chain that adapts for ever is no Markov chain. Without `adapt`
 * proposals are x + scale·z throughout. A draw is worth 1/(3d) of an independent one at best: beyond some ten
 * dimensions, or five that are closely correlated, it takes a longer warm-up, or `hamiltonianMonteCarlo`.
 *
 * @param logDensity - ln p(x) + constant; −∞ outside the support.
 * @param x0 - Where all chains start, of length d; or one start a row. Starts that lie apart let `rHat`
 * tell more.
 * @param options - `rng`, `steps`, `warmup`, `chains`, `scale`, `adapt`, `metric` (default "dense").
 * @returns `{ draws, logDensity, acceptance, stepSize, covariance }`, chains first: see
 * {@link MarkovChains}. Look at `rHat(draws)` and `effectiveSampleSize(draws)` before using them.
 * @throws TypeError, RangeError for bad arguments, a start where the density is 0, or a density that is NaN
 * or +∞ anywhere. One call of logDensity and O(d²) a step.
 *
 * Source: Metropolis, Rosenbluth, Rosenbluth, Teller and Teller (1953).
 * @example
 * const chains = prob.metropolis((x) => -0.5 * x[0] ** 2, [0], { steps: 500, rng: rng(1) })
 * chains.draws.length // => 4
 * prob.rHat(chains.draws)[0] < 1.05 // => true
 * prob.metropolis((x) => Math.log(x[0]), [-1]) // throws logDensity must return a finite number
 */
export function metropolis(
  logDensity: (x: Vector) => number,
  x0: ReadonlyVector | ReadonlyMatrix,
  options: SamplerOptions = {},
): MarkovChains {
  requireFunction(NAME, "logDensity", logDensity);
  const plan = requirePlan(NAME, x0, options, [], "dense");
  const dim = plan.starts[0]!.length;
  const at = (x: Vector) => requireLogDensity(NAME, logDensity(x.slice()), x);
  const { divergences: _, ...chains } = runChains(plan, {
    start: (x, chain) => {
      const value = at(x);
      requireStart(NAME, value, chain);
      return { x, value };
    },
    move: (state, metric, step, random) => {
      const direction = metric.apply(random.normal(0, 1, dim));
      const x = state.x.map((v, j) => v + step * direction[j]!);
      const value = x.every(Number.isFinite) ? at(x) : -Infinity;
      const acceptance = Math.min(1, Math.exp(value - state.value));
      const moves = random.random() < acceptance;
      return { state: moves ? { x, value } : state, acceptance, divergent: false };
    },
    firstStep: () => (plan.adapt ? 2.38 / Math.sqrt(dim) : 1),
    target: 0.234 + 0.206 / dim,
    pull: 1,
    damping: 0.5,
    // The efficiency of a random walk is 1/(3d) at best (Gelman, Roberts and Gilks 1996); trusted a
    // little further than that, correlations are learnt sooner.
    worth: dim,
  });
  return chains;
}
