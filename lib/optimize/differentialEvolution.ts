import {
  maxOf,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOnProgress,
  requireOptions,
  requireRng,
  requireVector,
  rng as stream,
  summarised,
  type Vector,
} from "../core";
import { Objective } from "./descent/objective";
import { unlessPole } from "./descent/pole";
import { latinHypercube, type Member, trialOf } from "./evolution/population";
import type {
  DifferentialEvolutionOptions,
  DifferentialEvolutionResult,
  EvolutionHistoryEntry,
} from "./evolution/types";
import { requireBounds } from "./kernels/bounds";
import { minimize } from "./minimize";
import type { Bound, Scalar } from "./types";

/**
 * Searches a box for the global minimum of f, which may have many local ones and need not be smooth, by
 * differential evolution (Storn & Price 1997), with settings that adapt themselves (Brest et al. 2006).
 *
 * A population of points starts as a Latin hypercube. In each generation every member meets a trial, made of
 * a third member plus F times the difference of two more, and crossed with its own variables; the lower of
 * the two stays. The differences shrink as the population does, so the steps find their own length. When
 * all values agree to `tol` L-BFGS-B adds the last digits. It is a search by chance: nothing guarantees that the lowest
 * minimum is found, and another seed or a larger `popSize` is a check. Cost: popSize·n evaluations of f a
 * generation. A NaN counts as higher than everything.
 *
 * @param f - The function; it gets a vector and returns a number.
 * @param bounds - [lower, upper] of each of n variables, finite.
 * @returns { x, fun, nit, nfev, converged, message, history }; the same rng gives the same run.
 * @throws TypeError or RangeError for options, bounds or results of f of the wrong kind or length.
 * @example
 * const rastrigin = (x) => x.reduce((s, v) => s + v * v - 10 * Math.cos(2 * Math.PI * v) + 10, 0)
 * const best = optimize.differentialEvolution(rastrigin, [[-5.12, 5.12], [-5.12, 5.12]], { rng: rng(1) })
 * best.x.map((v) => Math.abs(v) < 1e-6) // => [true, true]
 * optimize.minimize(rastrigin, [3.2, -4.1]).fun > 20 // => true
 */
export function differentialEvolution(
  f: Scalar,
  bounds: readonly Bound[],
  options: DifferentialEvolutionOptions = {},
): DifferentialEvolutionResult {
  const caller = "differentialEvolution";
  const box = requireBox(caller, bounds);
  const objective = new Objective(caller, f, box.length, undefined, box);
  requireOptions(caller, options, [
    "popSize",
    "tol",
    "maxIter",
    "polish",
    "x0",
    "rng",
    "onProgress",
  ]);
  const { popSize = 15, tol = 1e-8, maxIter = 1000, polish = true, x0 } = options;
  requireNumber(caller, "popSize", popSize, { min: 1, integer: true });
  requireNumber(caller, "tol", tol, { min: 0, below: 1 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  requireBoolean(caller, "polish", polish);
  const onProgress = requireOnProgress(caller, options.onProgress);
  const random = options.rng === undefined ? stream(0) : requireRng(caller, options.rng);
  const start = x0 === undefined ? undefined : requireInside(caller, x0, box);
  const value = (x: Vector) => {
    const fun = objective.value(x);
    return Number.isNaN(fun) ? Infinity : fun;
  };
  const count = Math.max(5, popSize * box.length);
  const first = latinHypercube(count, box, random);
  if (start) first[0] = start;
  const population: Member[] = first.map((x) => ({ x, fun: value(x), F: 0.5, CR: 0.9 }));
  const history: EvolutionHistoryEntry[] = [];
  const lowest = () => population.reduce((a, m, i) => (m.fun < population[a].fun ? i : a), 0);
  let best = lowest();
  const sorted = population.map((m) => m.fun).sort((a, b) => a - b);
  const range = sorted[count >> 1] - sorted[0];
  const finish = (converged: boolean, message: string): DifferentialEvolutionResult => {
    const nit = history.length - 1;
    let { x, fun } = population[best];
    if (polish && Number.isFinite(fun)) {
      const end = minimize(value, x, { method: "l-bfgs-b", bounds: box, historyEvery: Infinity });
      if (end.fun < fun) ({ x, fun } = end);
    }
    const found = { x: x.slice(), fun, nit, nfev: objective.nfev, converged, message, history };
    return summarised("minimisation", unlessPole(objective, found));
  };
  for (let nit = 0; ; nit++) {
    const { x, fun } = population[best];
    const spread = maxOf(population.map((m) => m.fun)) - fun;
    history.push({ x, fun, spread });
    if (nit > 0) onProgress?.({ iteration: nit, of: maxIter, value: fun });
    if (fun === -Infinity) return finish(false, `f is −Infinity at [${x}]`);
    if (spread <= Math.max(tol * range, 4 * Number.EPSILON * Math.abs(fun))) {
      return finish(true, `all values within ${spread.toExponential(1)} of the best`);
    }
    if (nit >= maxIter) {
      const nowhere = fun === Infinity ? ": f is finite nowhere that was looked at" : "";
      return finish(false, `maxIter reached (${maxIter})${nowhere}`);
    }
    for (let i = 0; i < count; i++) {
      const trial = trialOf(population, i, box, random);
      const there = value(trial.x);
      if (there > population[i].fun) continue;
      population[i] = { ...trial, fun: there };
      if (there < population[best].fun) best = i;
    }
  }
}

function requireBox(caller: string, bounds: unknown): readonly Bound[] {
  const n = Array.isArray(bounds) ? bounds.length : 0;
  const box = requireBounds(caller, bounds, n, "itself");
  requireNumber(caller, "the length of bounds", n, { min: 1 });
  box.forEach(([lower, upper], i) => {
    requireNumber(caller, `bounds[${i}][0]`, lower);
    requireNumber(caller, `bounds[${i}][1]`, upper);
  });
  return box.map(([lower, upper]) => [lower, upper]);
}

function requireInside(caller: string, x0: ReadonlyVector, box: readonly Bound[]): Vector {
  const rule = { length: box.length, lengthOf: "length of bounds" };
  const start = requireVector(caller, "x0", x0, rule).slice();
  start.forEach((v, i) => {
    requireNumber(caller, `x0[${i}]`, v, { min: box[i][0], max: box[i][1] });
  });
  return start;
}
