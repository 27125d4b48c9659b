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

/** Whole numbers are looked up in a table if it has at most so many places for each row, others in a map. */
const PLACES = 4;

/** Numbers equal keys alike, in the order in which they come. */
function byMap(keys: ArrayLike<unknown>): Grouping {
  const codes = new Int32Array(keys.length);
  const known = new Map<unknown, number>();
  for (let i = 0; i < codes.length; i++) {
    const v = keys[i];
    const key = isMissing(v) ? NOTHING : identity(v);
    const own = known.get(key);
    codes[i] = own ?? known.size;
    if (own === undefined) known.set(key, known.size);
  }
  return { codes, count: known.size };
}

/** The same for whole numbers from 0 to span − 1; NaN is a key as well. */
function byTable(keys: Float64Array, span: number): Grouping {
  const codes = new Int32Array(keys.length);
  const known = new Int32Array(span + 1).fill(-1);
  let count = 0;
  for (let i = 0; i < codes.length; i++) {
    const key = Number.isNaN(keys[i]) ? span : keys[i];
    if (known[key] < 0) known[key] = count++;
    codes[i] = known[key];
  }
  return { codes, count };
}

/** The differences from the least of whole numbers (NaN where one is missing); undefined if they are others. */
function offsets(column: Column): { keys: Float64Array; span: number } | undefined {
  const keys = new Float64Array(column.length);
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < keys.length; i++) {
    const v = column[i];
    if (isMissing(v)) keys[i] = Number.NaN;
    else if (typeof v === "number" && Number.isInteger(v)) {
      keys[i] = v;
      if (v < least) least = v;
      if (v > greatest) greatest = v;
    } else return undefined;
  }
  const span = Math.max(0, greatest - least + 1);
  if (!(span <= PLACES * keys.length)) return undefined;
  for (let i = 0; i < keys.length; i++) keys[i] -= least;
  return { keys, span };
}

function groupOne(column: Column): Grouping {
  const found = offsets(column);
  return found ? byTable(found.keys, found.span) : byMap(column);
}

/**
 * Numbers the combinations of values that stand side by side in the columns, in the order in which they
 * come. Missing values agree with one another. No columns make one group. Cost O(rows·columns).
 */
export function group(columns: readonly Column[], rows: number): Grouping {
  const [first, ...others] = columns.map(groupOne);
  if (first === undefined) return { codes: new Int32Array(rows), count: rows > 0 ? 1 : 0 };
  return others.reduce((all, own) => {
    const span = own.count * all.count;
    const pairs = Float64Array.from(own.codes, (code, i) => code * all.count + all.codes[i]);
    return span <= PLACES * rows ? byTable(pairs, span) : byMap(pairs);
  }, first);
}

/** The rows of each group, in their order: those of group g are rows[from[g]] … rows[from[g + 1] − 1]. */
export interface Buckets {
  from: Int32Array;
  rows: Int32Array;
}

/** Rows sorted by the number of their group (counting sort); those with a negative number are left out. */
export function buckets({ codes, count }: Grouping): Buckets {
  const from = new Int32Array(count + 1);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) from[codes[i] + 1]++;
  for (let g = 0; g < count; g++) from[g + 1] += from[g];
  const rows = new Int32Array(from[count]);
  const at = from.slice();
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) rows[at[codes[i]]++] = i;
  return { from, rows };
}
