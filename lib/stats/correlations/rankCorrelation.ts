import type { ReadonlyVector } from "../../core";
import { inversionLaw } from "../laws/inversionLaw";
import { pairingTails } from "../laws/pairingLaw";
import { tails } from "../laws/rankSumLaw";
import { kendallCount } from "../ranks/kendall";
import { rankWithTies } from "../ranks/midranks";

/** As many pairs as all of whose pairings can be gone through in a moment. */
export const FEW = 9;

/** As many pairs without ties as "auto" counts exactly. */
export const UNTIED = 50;

/** Exact tails of Spearman's ρ for at most FEW pairs, ties included. */
export function spearmanTails(x: ReadonlyVector, y: ReadonlyVector) {
  const product = (a: ReadonlyVector, b: ReadonlyVector) => a.reduce((s, v, i) => s + v * b[i], 0);
  return pairingTails(rankWithTies(x).ranks, rankWithTies(y).ranks, product);
}

/** C − D by its definition, for few pairs. */
function concordance(a: ReadonlyVector, b: ReadonlyVector): number {
  let sum = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 0; j < i; j++) sum += Math.sign(a[i] - a[j]) * Math.sign(b[i] - b[j]);
  }
  return sum;
}

/** Exact tails of Kendall's τ: counted for samples without ties, else by all pairings of at most FEW. */
export function kendallTails(x: ReadonlyVector, y: ReadonlyVector) {
  const { difference, all, tiedX, tiedY } = kendallCount(x, y);
  if (tiedX + tiedY > 0) {
    return pairingTails(rankWithTies(x).ranks, rankWithTies(y).ranks, concordance);
  }
  return tails(inversionLaw(x.length), (all + difference) / 2);
}
