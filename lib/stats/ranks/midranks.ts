import type { ReadonlyVector } from "../../core";

/** The ranks of checked numbers and the sizes of the groups of equal ones, in ascending order. */
export function rankWithTies(x: ReadonlyVector): { ranks: number[]; ties: number[] } {
  const order = Array.from(x.keys()).sort((i, j) => x[i] - x[j]);
  const ranks = new Array<number>(x.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && x[order[end]] === x[order[start]]) end++;
    for (let k = start; k < end; k++) ranks[order[k]] = (start + 1 + end) / 2;
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** The midranks of groups of equal entries of these sizes, in ascending order: one for each group. */
export function midranksOf(ties: ReadonlyVector): number[] {
  let before = 0;
  return ties.map((t) => {
    before += t;
    return before - (t - 1) / 2;
  });
}

/** Σ(t³ − t) over the sizes of the groups of ties. */
export function tieTerm(ties: ReadonlyVector): number {
  return ties.reduce((sum, t) => sum + t * (t * t - 1), 0);
}
