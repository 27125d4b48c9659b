import { type Column, isMissing, type Labels } from "./frame";
import { identity, requireKind } from "./kinds";

/** A column to sort by. */
export interface SortKey {
  name: string;
  values: Column;
  ascending: boolean;
}

/**
 * Numbers that stand in the order of the values: those of numbers, truths and dates themselves, the
 * places of words among all of them (by code units, so "Z" comes before "a"). NaN is missing.
 */
function places(caller: string, { name, values, ascending }: SortKey, index: Labels): Float64Array {
  const kind = requireKind(caller, values, name, index);
  const sign = ascending ? 1 : -1;
  if (kind !== "string") {
    return Float64Array.from(values, (v) =>
      isMissing(v) ? Number.NaN : sign * Number(identity(v)),
    );
  }
  const words = [...new Set(values as readonly string[])]
    .filter((v) => !isMissing(v))
    .sort(byUnits);
  const place = new Map(words.map((word, k) => [word, sign * k]));
  return Float64Array.from(values, (v) => place.get(v as string) ?? Number.NaN);
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The rows in the order of their keys, the first key before the second. Rows that agree stay as they
 * stood, what is missing comes last whichever way the order goes.
 */
export function sortedRows(
  caller: string,
  keys: readonly SortKey[],
  index: Labels,
  rows: number,
): number[] {
  const all = keys.map((key) => places(caller, key, index));
  const order = Array.from({ length: rows }, (_, i) => i);
  return order.sort((a, b) => {
    for (const place of all) {
      const [p, q] = [place[a], place[b]];
      if (p < q) return -1;
      if (p > q) return 1;
      if (p !== q) {
        const [noP, noQ] = [Number.isNaN(p), Number.isNaN(q)];
        if (noP !== noQ) return noP ? 1 : -1;
      }
    }
    return 0;
  });
}
