import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireFunction,
  requireNumber,
  requireVector,
  type Vector,
} from "../core";
import { pointText, requireLogDensity, requirePlan, requireStart } from "./mcmc/arguments";
import { reasonableStep } from "./mcmc/firstStep";
import { energy, leapfrog, type Oracle, type Phase } from "./mcmc/leapfrog";
import { runChains } from "./mcmc/runChains";
import type { MarkovChains, SamplerOptions } from "./mcmc/types";

/** Options of `hamiltonianMonteCarlo`. */
export interface HamiltonianOptions extends SamplerOptions {
  /** Step size, in units of the metric. Default: found; with `adapt` this is where the search starts. */
  stepSize?: number;
  /** Mean time of motion between draws, in units of the metric. Default π/2: a quarter turn. */
  pathLength?: number;
  /** At most so many leapfrog steps a draw. Default 256. */
  maxLeapfrogs?: number;
  /** Mean acceptance that warm-up aims at, in (0, 1). Default 0.8; higher where there are divergences. */
  targetAcceptance?: number;
}

/** What `hamiltonianMonteCarlo` returns. */
export interface HamiltonianChains extends MarkovChains {
  /**
   * How many kept steps of each chain broke off because the energy ran away: there the density bends too sharply
   * for the step, and draws are likely to miss that region.
   */
  divergences: Vector;
}

const NAME = "hamiltonianMonteCarlo";
const OWN = ["stepSize", "pathLength", "maxLeapfrogs", "targetAcceptance"] as const;

/** An energy error beyond this, a chance of e⁻¹⁰⁰⁰, is a divergence. */
const DIVERGENT = 1000;

/** The user's function with what it returns checked; it is not asked beyond the numbers. NaN is let through. */
function checkedOracle(f: (x: Vector) => unknown, dim: number): Oracle {
  return (x) => {
    if (!x.every(Number.isFinite)) return { value: Number.NaN, grad: x };
    const got = f(x.slice()) as { value?: unknown; grad?: unknown } | null;
    if (typeof got !== "object" || got === null) {
      throw new TypeError(
        `${NAME}: valueAndGrad must return { value, grad }, got ${describeValue(got)} at ${pointText(x)}`,
      );
    }
    const { value, grad } = got;
    if (typeof value !== "number" || value === Infinity) requireLogDensity(NAME, value, x);
    const rule = { length: dim, lengthOf: "coordinates of x0", allowNonFinite: true };
    return { value: value as number, grad: requireVector(NAME, "grad", grad, rule) };
  };
}

/**
 * A function for points on the way: a RangeError, which is how `calculus` says that a derivative is not a number there,
 * is NaN, as it is in functions that do not object.
 */
function lenient(f: (x: Vector) => unknown): (x: Vector) => unknown {
  return (x) => {
    try {
      return f(x);
    } catch (error) {
      if (error instanceof RangeError) return { value: Number.NaN, grad: x };
      throw error;
    }
  };
}

/** Follows the motion for some steps; undefined if its energy runs away. */
function follow(from: Phase, steps: number, advance: (at: Phase) => Phase): Phase | undefined {
  const before = energy(from);
  let at = from;
  for (let k = 0; k < steps; k++) {
    at = advance(at);
    if (!(energy(at) - before <= DIVERGENT)) return undefined;
  }
  return at;
}

/**
 * Draws from a density that is known up to a factor and has a gradient, by Hamiltonian Monte Carlo: the
 * point is a ball that rolls in the landscape −ln p(x) after a random kick, by leapfrog steps, and the end
 * of its path is accepted with probability min(1, e^{H − H′}), which mends what the steps miss of the
 * energy H. It goes far in one step where `metropolis` creeps, in many dimensions above all.
 *
 * Warm-up learns the step size, by dual averaging, and the metric: variances ("diagonal") or the covariance
 * matrix ("dense") of the target, the inverse of the mass matrix. The time of motion is drawn anew for each step,
 * uniformly from [½, 3⁄2]·pathLength, so that no path closes on itself.
 *
 * @param valueAndGrad - x ↦ { value: ln p(x) + constant, grad: ∇ln p(x) }, as `calculus.valueAndGrad(f)`
 * makes it of a function f of tracked numbers. value −∞ outside the support.
 * @param x0 - Where all chains start, of length d; or one start a row.
 * @param options - `rng`, `steps`, `warmup`, `chains`, `scale`, `adapt`, `metric` (default "diagonal"),
 * `stepSize`, `pathLength`, `maxLeapfrogs`, `targetAcceptance`.
 * @returns `{ draws, logDensity, acceptance, stepSize, covariance, divergences }`, chains first. A path
 * that leaves the support, meets NaN or a RangeError of valueAndGrad breaks off and counts as a divergence.
 * @throws TypeError, RangeError for bad arguments, a start where the density is 0 or not finite or
 * its gradient is not, or a density of +∞. About pathLength/stepSize calls of valueAndGrad a step.
 *
 * Source: Duane, Kennedy, Pendleton and Roweth (1987); Neal (2011), "MCMC using Hamiltonian dynamics";
 * Hoffman and Gelman (2014), "The No-U-Turn Sampler", for warm-up.
 * @example
 * const f = calculus.valueAndGrad((x) => x.pow(2).sum().mul(-0.5))
 * const { draws, divergences } = prob.hamiltonianMonteCarlo(f, [3, 0], { steps: 200, warmup: 200 })
 * prob.rHat(draws).every((r) => r < 1.05) // => true
 * divergences // => [0, 0, 0, 0]
 */
export function hamiltonianMonteCarlo(
  valueAndGrad: (x: Vector) => { value: number; grad: ReadonlyVector },
  x0: ReadonlyVector | ReadonlyMatrix,
  options: HamiltonianOptions = {},
): HamiltonianChains {
  requireFunction(NAME, "valueAndGrad", valueAndGrad);
  const plan = requirePlan(NAME, x0, options, OWN, "diagonal");
  const {
    stepSize,
    pathLength = Math.PI / 2,
    maxLeapfrogs = 256,
    targetAcceptance = 0.8,
  } = options;
  if (stepSize !== undefined) requireNumber(NAME, "stepSize", stepSize, { above: 0 });
  requireNumber(NAME, "pathLength", pathLength, { above: 0 });
  requireNumber(NAME, "maxLeapfrogs", maxLeapfrogs, { min: 1, integer: true });
  requireNumber(NAME, "targetAcceptance", targetAcceptance, { above: 0, below: 1 });
  const dim = plan.starts[0]!.length;
  const atStart = checkedOracle(valueAndGrad, dim);
  const oracle = checkedOracle(lenient(valueAndGrad), dim);
  type Start = Omit<Phase, "p">;
  const kick = ({ x, value, grad }: Start, random: Rng): Phase => {
    return { x, value, grad, p: random.normal(0, 1, dim) };
  };
  return runChains<Start>(plan, {
    start: (x, chain) => {
      const { value, grad } = atStart(x);
      requireStart(NAME, requireLogDensity(NAME, value, x), chain);
      requireVector(NAME, "grad", grad);
      return { x, value, grad };
    },
    move: (state, metric, step, random) => {
      const from = kick(state, random);
      const time = pathLength * (0.5 + random.random());
      const leapfrogs = Math.min(maxLeapfrogs, Math.max(1, Math.round(time / step)));
      const to = follow(from, leapfrogs, (at) => leapfrog(at, oracle, metric, step));
      const u = random.random();
      if (to === undefined) return { state, acceptance: 0, divergent: true };
      const acceptance = Math.min(1, Math.exp(energy(from) - energy(to)));
      return { state: u < acceptance ? to : state, acceptance, divergent: false };
    },
    firstStep: (state, metric, random) => reasonableStep(kick(state, random), oracle, metric),
    ...(stepSize === undefined ? {} : { givenStep: stepSize }),
    target: targetAcceptance,
    pull: 10,
    damping: 0.05,
    worth: 1,
  });
}
