import type { DataFrame } from "danfojs-node";
import { requireBoolean, requireOptions } from "../core";
import {
  type Column,
  isMissing,
  type Labels,
  makeFrame,
  type Parts,
  partsOf,
  positionOf,
} from "./frames/frame";
import { type Buckets, buckets, type Grouping, group } from "./frames/groups";
import { requireColumns, requireDistinct } from "./frames/guards";
import { sortedRows } from "./frames/order";
import { pick } from "./frames/pick";
import { type AggregateSpec, reduced, tasksOf } from "./frames/tasks";

/** Options of `groupBy`. */
export interface GroupByOptions {
  /** Whether rows with a missing key are left out. Default true; otherwise they come last. */
  dropna?: boolean;
  /** Whether groups are sorted by their keys; otherwise in the order in which they come. Default true. */
  sort?: boolean;
}

/** The rows of a frame divided by the values of some columns. Make one with `groupBy`. */
export interface Grouped {
  /**
   * One row a group: its keys, then what `spec` makes of other columns (`"mean"`: of all that hold
   * numbers; `{ x: "mean" }`: of x), which get the column's name, or
   * `column_function` for a list of functions. Missing values are left out: of none, `sum` and `count`
   * are 0, the others NaN; `std` and `var` have ddof 1.
   */
  agg(spec: AggregateSpec): DataFrame;
  /** The keys and the number of rows of each group, in a column `size`. */
  size(): DataFrame;
  /** The keys and the rows of each group. */
  groups(): { key: Record<string, unknown>; rows: DataFrame }[];
}

/** Takes the rows out of their groups in which a key is missing. */
function leaveOut(key: Column, codes: Int32Array): void {
  for (let i = 0; i < codes.length; i++) if (isMissing(key[i])) codes[i] = -1;
}

/** The first row of each group that has one, in their order, and the place of each group among these. */
function firstRows({ codes, count }: Grouping): { firsts: number[]; place: Int32Array } {
  const firsts: number[] = [];
  const place = new Int32Array(count).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] < 0 || place[codes[i]] >= 0) continue;
    place[codes[i]] = firsts.length;
    firsts.push(i);
  }
  return { firsts, place };
}

class GroupedFrame implements Grouped {
  private readonly keyColumns: Column[];
  private readonly buckets: Buckets;

  constructor(
    private readonly parts: Parts,
    private readonly keys: readonly string[],
    dropna: boolean,
    sort: boolean,
  ) {
    const { columns, names, index, rows } = parts;
    this.keyColumns = keys.map((name) => columns[positionOf("groupBy", names, name)]);
    const grouping = group(this.keyColumns, rows);
    if (dropna) {
      for (const column of this.keyColumns) leaveOut(column, grouping.codes);
    }
    const { codes } = grouping;
    const { firsts, place } = firstRows(grouping);
    const heads = keys.map((name, k) => ({
      name,
      values: pick(this.keyColumns[k], firsts),
      ascending: true,
    }));
    const labels = firsts.map((i) => index[i]);
    const order = sort ? sortedRows("groupBy", heads, labels, firsts.length) : firsts.keys();
    const rank = new Int32Array(firsts.length);
    [...order].forEach((g, k) => {
      rank[g] = k;
    });
    const numbers = place.map((g) => (g < 0 ? -1 : rank[g]));
    const numbered = codes.map((code) => (code < 0 ? -1 : numbers[code]));
    this.buckets = buckets({ codes: numbered, count: firsts.length });
  }

  private keyValues(): unknown[][] {
    const { from, rows } = this.buckets;
    return this.keyColumns.map((column) =>
      Array.from({ length: from.length - 1 }, (_, g) => column[rows[from[g]]]),
    );
  }

  agg(spec: AggregateSpec): DataFrame {
    const tasks = tasksOf("agg", this.parts, spec, this.keys);
    const names = [...this.keys, ...tasks.map((task) => task.as)];
    requireDistinct("agg", names, "a key is not to be aggregated, nor a function named twice");
    return makeFrame(names, [
      ...this.keyValues(),
      ...tasks.map((task) => reduced(task, this.buckets)),
    ]);
  }

  size(): DataFrame {
    const { from } = this.buckets;
    requireDistinct("size", [...this.keys, "size"], "rename the key");
    const sizes = Array.from({ length: from.length - 1 }, (_, g) => from[g + 1] - from[g]);
    return makeFrame([...this.keys, "size"], [...this.keyValues(), sizes]);
  }

  groups(): { key: Record<string, unknown>; rows: DataFrame }[] {
    const { from, rows } = this.buckets;
    const { names, columns, index } = this.parts;
    const keys = this.keyValues();
    return Array.from({ length: from.length - 1 }, (_, g) => {
      const own = rows.subarray(from[g], from[g + 1]);
      return {
        key: Object.fromEntries(this.keys.map((name, k) => [name, keys[k][g]])),
        rows: makeFrame(
          names,
          columns.map((column) => pick(column, own)),
          pick(index, own) as Labels,
        ),
      };
    });
  }
}

/**
 * Divides the rows of a data frame by the values of one column or several.
 *
 * (danfo 1.2's `groupby(…).mean()` is NaN for a group in which one value is missing; here, as in pandas,
 * what is missing is left out. And danfo takes the keys "x-1", "2" and "x", "1-2" for the same.)
 *
 * @param keys - The columns whose values tell the groups apart. None make one group of all rows.
 * @param df - The frame, m rows.
 * @returns Groups, sorted by their keys, to `agg`regate, count (`size`) or take apart (`groups`).
 * Cost O(m) and a sort of the groups.
 * @throws RangeError for a column that is not there, a function that is not known, or two columns of
 * one name in the result; TypeError, naming column and function, where a function wants numbers and the
 * column holds none.
 * @example
 * data.groupBy(data.toDataFrame([[1, 5], [0, 2], [1, NaN]], { columns: ["k", "x"] }), "k").agg({ x: "mean" }).values // => [[0, 2], [1, 5]]
 * data.groupBy(data.toDataFrame([[1, 5, 2], [1, 7, 4]], { columns: ["k", "x", "y"] }), "k").agg("mean").values // => [[1, 6, 3]]
 */
export function groupBy(
  df: DataFrame,
  keys: string | readonly string[],
  options: GroupByOptions = {},
): Grouped {
  const parts = partsOf("groupBy", df);
  requireOptions("groupBy", options, ["dropna", "sort"]);
  const { dropna = true, sort = true } = options;
  requireBoolean("groupBy", "dropna", dropna);
  requireBoolean("groupBy", "sort", sort);
  const names = requireColumns("groupBy", "keys", keys, parts.names);
  return new GroupedFrame(parts, names, dropna, sort);
}

/**
 * One row of what `spec` makes of the columns of a data frame, missing values left out.
 *
 * (danfo 1.2's `df.mean()` goes over rows unless told otherwise, and `df.describe()` fails on null.)
 *
 * @param df - DataFrame with m rows.
 * @param spec - What to make of which column: `{ x: ["count", "mean"] }`, or one for all.
 * @returns A frame of one row.
 * @throws RangeError and TypeError as `groupBy(df, []).agg(spec)`. O(m) a column, and a sort for quantiles.
 * @example
 * data.agg(data.toDataFrame([[1], [NaN], [4]], { columns: ["x"] }), { x: ["count", "mean"] }).values // => [[2, 2.5]]
 */
export function agg(df: DataFrame, spec: AggregateSpec): DataFrame {
  const parts = partsOf("agg", df);
  const tasks = tasksOf("agg", parts, spec);
  const names = tasks.map((task) => task.as);
  requireDistinct("agg", names, "a function is named twice");
  const all = buckets({ codes: new Int32Array(parts.rows), count: 1 });
  return makeFrame(
    names,
    tasks.map((task) => reduced(task, all)),
  );
}
