import { energy, leapfrog, type Oracle, type Phase } from "./leapfrog";
import type { Metric } from "./metric";

/** Where the search begins: so low that a path from a bad start does not at once leave the numbers. */
const SMALL = 2 ** -20;
/** Doublings or halvings at most. */
const REACH = 100;

/**
 * A step size of the right magnitude: from 2⁻²⁰ doubled or halved until one leapfrog step is accepted with
 * probability on the other side of ½ (Hoffman and Gelman 2014, algorithm 4).
 */
export function reasonableStep(from: Phase, oracle: Oracle, metric: Metric): number {
  const before = energy(from);
  // a step into nowhere has energy NaN and counts as rejected
  const isAccepted = (step: number) =>
    before - energy(leapfrog(from, oracle, metric, step)) > -Math.LN2;
  let step = SMALL;
  const grows = isAccepted(step);
  for (let k = 0; k < REACH && isAccepted(step) === grows; k++) step *= grows ? 2 : 0.5;
  return step;
}
