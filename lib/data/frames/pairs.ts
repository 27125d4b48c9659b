import { type Column, type Parts, positionOf } from "./frame";
import { buckets, group } from "./groups";
import { sortedRows } from "./order";
import { pick } from "./pick";

/** Rows that go together: −1 where one has no partner. */
export interface Pairs {
  left: Int32Array;
  right: Int32Array;
}

/** The key columns of both sides, one with one. */
export interface Keys {
  left: string[];
  right: string[];
}

/** The column of this name. @throws RangeError if there is none. */
export const columnOf = ({ names, columns }: Parts, name: string): Column =>
  columns[positionOf("merge", names, name)];

/** Every row of `from` with each row of `to` of the same code; those without one only if `all`. */
function matched(
  from: Int32Array,
  to: Int32Array,
  count: number,
  all: boolean,
): [Int32Array, Int32Array] {
  const { from: first, rows } = buckets({ codes: to, count });
  const partners = (code: number) => first[code + 1] - first[code];
  let pairs = 0;
  for (let i = 0; i < from.length; i++) pairs += Math.max(partners(from[i]), all ? 1 : 0);
  const [a, b] = [new Int32Array(pairs), new Int32Array(pairs)];
  let at = 0;
  for (let i = 0; i < from.length; i++) {
    const code = from[i];
    if (all && partners(code) === 0) {
      a[at] = i;
      b[at++] = -1;
    }
    for (let k = first[code]; k < first[code + 1]; k++) {
      a[at] = i;
      b[at++] = rows[k];
    }
  }
  return [a, b];
}

/** Both, one after the other. */
const joined = (a: Int32Array, b: readonly number[]): Int32Array => {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
};

/**
 * The rows of two frames that agree in their keys, and those without a partner that `how` keeps.
 * Missing keys agree with one another.
 */
export function pairsOf(left: Parts, right: Parts, keys: Keys, how: string): Pairs {
  const both = keys.left.map((name, k) =>
    columnOf(left, name).concat(columnOf(right, keys.right[k])),
  );
  const { codes, count } = group(both, left.rows + right.rows);
  const ofLeft = codes.subarray(0, left.rows);
  const ofRight = codes.subarray(left.rows);
  if (how === "right") {
    const [r, l] = matched(ofRight, ofLeft, count, true);
    return { left: l, right: r };
  }
  const [inLeft, inRight] = matched(ofLeft, ofRight, count, how !== "inner");
  if (how !== "outer") return { left: inLeft, right: inRight };
  const seen = new Set(ofLeft);
  const alone: number[] = [];
  ofRight.forEach((code, i) => {
    if (!seen.has(code)) alone.push(i);
  });
  const l = joined(inLeft, new Array<number>(alone.length).fill(-1));
  const r = joined(inRight, alone);
  const rows = l.map((i, p) => (i < 0 ? left.rows + r[p] : i));
  const all = both.map((values, k) => ({
    name: keys.left[k],
    values: pick(values, rows),
    ascending: true,
  }));
  const order = sortedRows("merge", all, [...rows.keys()], rows.length);
  return { left: order.map((p) => l[p]), right: order.map((p) => r[p]) };
}
