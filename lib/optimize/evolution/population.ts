import type { Rng, Vector } from "../../core";
import type { Bound } from "../types";

/** A member of the population, with the settings that brought it here. */
export interface Member {
  x: Vector;
  fun: number;
  /** How much of the difference of two members is added to a third. */
  F: number;
  /** The share of variables that a trial takes from that. */
  CR: number;
}

/**
 * A Latin hypercube: along each axis the box is cut into as many slices as there are members, and each
 * member lies in a slice of its own (McKay, Beckman & Conover 1979).
 */
export function latinHypercube(count: number, bounds: readonly Bound[], rng: Rng): Vector[] {
  const columns = bounds.map(([lower, upper]) => {
    const order = rng.permutation(count);
    // shares of both ends, for their difference may overflow
    return order.map((slice) => {
      const share = (slice + rng.random()) / count;
      return lower * (1 - share) + upper * share;
    });
  });
  return Array.from({ length: count }, (_, i) => columns.map((column) => column[i]));
}

/** A number below count that is none of those taken. */
function other(count: number, rng: Rng, ...taken: number[]): number {
  for (;;) {
    const k = rng.integers(0, count);
    if (!taken.includes(k)) return k;
  }
}

/** How often a setting is drawn anew. */
const RENEWED = 0.1;

/**
 * A trial against member i: a + F·(b − c) with a, b, c other members, of which each variable is taken with
 * probability CR, and one for certain; the rest is the member's own. F and CR are the member's, now and then
 * drawn anew; those that lead to lower points live on with them (Brest et al. 2006). A variable that leaves
 * the box is put half-way between the member and the wall.
 */
export function trialOf(
  population: readonly Member[],
  i: number,
  bounds: readonly Bound[],
  rng: Rng,
): Omit<Member, "fun"> {
  const count = population.length;
  const member = population[i];
  const F = rng.random() < RENEWED ? rng.uniform(0.1, 1) : member.F;
  const CR = rng.random() < RENEWED ? rng.random() : member.CR;
  const a = other(count, rng, i);
  const b = other(count, rng, i, a);
  const c = other(count, rng, i, a, b);
  const sure = rng.integers(0, bounds.length);
  const x = member.x.map((own, j) => {
    const taken = rng.random() < CR;
    if (!taken && j !== sure) return own;
    const [lower, upper] = bounds[j];
    const v = population[a].x[j] + F * (population[b].x[j] - population[c].x[j]);
    if (v >= lower && v <= upper) return v;
    return (v < lower ? lower : upper) / 2 + own / 2;
  });
  return { x, F, CR };
}
