import { type Column, type Parts, positionOf } from "./frame";
import { buckets, group } from "./groups";
import { sortedRows } from "./order";

/** Rows that go together: −1 where one has no partner. */
export interface Pairs {
  left: number[];
  right: number[];
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
): [number[], number[]] {
  const { from: first, rows } = buckets({ codes: to, count });
  const [a, b]: [number[], number[]] = [[], []];
  from.forEach((code, i) => {
    const end = first[code + 1];
    if (all && first[code] === end) {
      a.push(i);
      b.push(-1);
    }
    for (let k = first[code]; k < end; k++) {
      a.push(i);
      b.push(rows[k]);
    }
  });
  return [a, b];
}

/**
 * The rows of two frames that agree in their keys, and those without a partner that `how` keeps.
 * Missing keys agree with one another.
 */
export function pairsOf(left: Parts, right: Parts, keys: Keys, how: string): Pairs {
  const both = keys.left.map((name, k) => [
    ...columnOf(left, name),
    ...columnOf(right, keys.right[k]),
  ]);
  const { codes, count } = group(both, left.rows + right.rows);
  const ofLeft = codes.subarray(0, left.rows);
  const ofRight = codes.subarray(left.rows);
  if (how === "right") {
    const [r, l] = matched(ofRight, ofLeft, count, true);
    return { left: l, right: r };
  }
  const [l, r] = matched(ofLeft, ofRight, count, how !== "inner");
  if (how !== "outer") return { left: l, right: r };
  const seen = new Set(ofLeft);
  ofRight.forEach((code, i) => {
    if (seen.has(code)) return;
    l.push(-1);
    r.push(i);
  });
  const all = both.map((values, k) => ({
    name: keys.left[k],
    values: l.map((i, p) => values[i < 0 ? left.rows + r[p] : i]),
    ascending: true,
  }));
  const order = sortedRows(
    "merge",
    all,
    l.map((_, p) => p),
    l.length,
  );
  return { left: order.map((p) => l[p]), right: order.map((p) => r[p]) };
}
