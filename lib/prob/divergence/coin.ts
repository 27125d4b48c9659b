import type { ReadonlyVector } from "../../core";
import { log1pmx } from "../../core/special";
import { massExcess } from "./excess";

/** q − p − p·ln(q/p) with 0·ln 0 = 0, given the difference q − p. */
function part(p: number, q: number, difference: number): number {
  return p === 0 ? q : massExcess(q, p, difference);
}

/** p·ln(p/q) + (1 − p)·ln((1 − p)/(1 − q)): the divergence between Bernoulli laws. */
export function coinDivergence(p: number, q: number): number {
  return part(p, q, q - p) + part(1 - p, 1 - q, p - q);
}

/**
 * Σ pᵢ·ln(pᵢ/qᵢ) of weights that are divided by their sums P and Q: to each summand qᵢ − pᵢ is added,
 * which leaves no cancellation for p near q, and what that changes in sum is taken back.
 */
export function weightsDivergence(p: ReadonlyVector, q: ReadonlyVector): number {
  let [sum, total, difference] = [0, 0, 0];
  for (let k = 0; k < p.length; k++) {
    sum += part(p[k], q[k], q[k] - p[k]);
    total += p[k];
    difference += q[k] - p[k];
  }
  return sum === Infinity ? sum : sum / total + log1pmx(difference / total);
}
