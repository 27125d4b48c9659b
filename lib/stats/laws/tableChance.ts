import type { ReadonlyVector } from "../../core";
import { gammalnAt } from "../../core/special";

/**
 * The chance of the table of pairs of labels that came, when each way to deal the second labels out to the first is
 * as likely: Πrᵢ!·Πcⱼ!/(n!·Πnᵢⱼ!) with the counts of the first labels, the second and the pairs. No tail of a statistic
 * of that table that holds what came has a smaller chance. Without ties it is 1/n!.
 */
export function tableChance(first: ReadonlyVector, second: ReadonlyVector): number {
  const pairs = first.map((label, i) => `${label},${second[i]}`);
  const log = logFactorials(first) + logFactorials(second) - logFactorials(pairs);
  return Math.min(1, Math.exp(log - gammalnAt(first.length + 1)));
}

/** Σ ln m! over the number m of times each label comes. */
function logFactorials(labels: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let sum = 0;
  for (const m of counts.values()) sum += gammalnAt(m + 1);
  return sum;
}
