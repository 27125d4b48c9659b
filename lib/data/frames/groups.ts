import { type Column, isMissing } from "./frame";
import { identity } from "./kinds";

/** Rows divided by their keys. */
export interface Grouping {
  /** The number of the group of each row. */
  codes: Int32Array;
  count: number;
}

/** Whatever is missing is one value. */
const NOTHING = Symbol("missing");

const keyOf = (v: unknown): unknown => (isMissing(v) ? NOTHING : identity(v));

/** The number of a key: the next one if it has none yet. */
function numberOf<K>(known: Map<K, number>, key: K): number {
  const own = known.get(key);
  if (own !== undefined) return own;
  known.set(key, known.size);
  return known.size - 1;
}

/**
 * Numbers the combinations of values that stand side by side in the columns, in the order in which they
 * come. Missing values agree with one another. No columns make one group. Cost O(rows·columns).
 */
export function group(columns: readonly Column[], rows: number): Grouping {
  let codes = new Int32Array(rows);
  let count = rows > 0 ? 1 : 0;
  for (const column of columns) {
    const known = new Map<unknown, number>();
    const pairs = new Map<number, number>();
    const next = new Int32Array(rows);
    for (let i = 0; i < rows; i++) {
      const own = numberOf(known, keyOf(column[i]));
      next[i] = count === 1 ? own : numberOf(pairs, own * count + codes[i]);
    }
    codes = next;
    count = count === 1 ? known.size : pairs.size;
  }
  return { codes, count };
}

/** The rows of each group, in their order: those of group g are rows[from[g]] … rows[from[g + 1] − 1]. */
export interface Buckets {
  from: Int32Array;
  rows: Int32Array;
}

/** Rows sorted by the number of their group (counting sort); those with a negative number are left out. */
export function buckets({ codes, count }: Grouping): Buckets {
  const from = new Int32Array(count + 1);
  for (const code of codes) if (code >= 0) from[code + 1]++;
  for (let g = 0; g < count; g++) from[g + 1] += from[g];
  const rows = new Int32Array(from[count]);
  const at = from.slice();
  codes.forEach((code, i) => {
    if (code >= 0) rows[at[code]++] = i;
  });
  return { from, rows };
}
