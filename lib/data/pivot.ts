import type { DataFrame } from "danfojs-node";
import { dateText, describeValue, requireOptions } from "../core";
import { type AggregateName, type Reducer, requireAggregate } from "./frames/aggregate";
import { isMissing, makeFrame, partsOf, positionOf } from "./frames/frame";
import { group } from "./frames/groups";
import { requireColumns, requireDistinct } from "./frames/guards";
import { requireKind } from "./frames/kinds";
import { sortedRows } from "./frames/order";

/** Options of `pivot`. */
export interface PivotOptions {
  /** The column, or columns, whose values tell the rows of the result apart. */
  index: string | readonly string[];
  /** The column whose values become columns. */
  columns: string;
  /** The column that fills the cells. */
  values: string;
  /** What to make of several values for a cell. Default: they are refused. */
  agg?: AggregateName | Reducer;
}

const textOf = (v: unknown): string => (v instanceof Date ? dateText(v) : String(v));

/** The distinct known combinations of some columns in their order: the first row of each. */
function distinctRows(
  keys: { name: string; values: readonly unknown[] }[],
  index: readonly (string | number)[],
  rows: number,
): { codes: Int32Array; firsts: number[] } {
  const { codes, count } = group(
    keys.map((key) => key.values),
    rows,
  );
  const first = new Int32Array(count).fill(-1);
  for (let i = 0; i < rows; i++) {
    if (keys.some(({ values }) => isMissing(values[i]))) codes[i] = -1;
    else if (first[codes[i]] < 0) first[codes[i]] = i;
  }
  const known = [...first].filter((i) => i >= 0);
  const heads = keys.map(({ name, values }) => ({
    name,
    values: known.map((i) => values[i]),
    ascending: true,
  }));
  const labels = known.map((i) => index[i]);
  const order = sortedRows("pivot", heads, labels, known.length);
  const firsts = Array.from(order, (g) => known[g]);
  const place = new Int32Array(count);
  firsts.forEach((i, g) => {
    place[codes[i]] = g;
  });
  return { codes: codes.map((code) => (code < 0 ? -1 : place[code])), firsts };
}

/**
 * From a long table to a wide one: a row for each value of `index`, a column for each value of
 * `columns`, in the cells what stands in `values` beside both.
 *
 * Rows and columns are sorted; the first columns are those of `index`. A cell that nothing is known of
 * is NaN. Rows with a missing key are left out.
 *
 * @param df - Long table with m rows.
 * @returns A new frame. Cost O(m) and the size of the result.
 * @throws RangeError, naming the cell, where several rows are for one and `agg` is not said, or where a
 * value of `columns` is called as an `index` column; TypeError, naming column and function, where `agg`
 * wants numbers.
 * @example
 * const long = data.toDataFrame([[1, 5, 0.1], [1, 6, 0.2], [2, 6, 0.3]], { columns: ["k", "t", "x"] });
 * data.pivot(long, { index: "k", columns: "t", values: "x" }).values // => [[1, 0.1, 0.2], [2, NaN, 0.3]]
 */
export function pivot(df: DataFrame, options: PivotOptions): DataFrame {
  const { names, columns, index, rows } = partsOf("pivot", df);
  requireOptions("pivot", options, ["index", "columns", "values", "agg"]);
  const keyNames = requireColumns("pivot", "index", options.index, names);
  const [column, value] = (["columns", "values"] as const).map((which) => {
    const name: unknown = options[which];
    if (typeof name === "string") return name;
    throw new TypeError(`pivot: ${which} must be the name of a column, got ${describeValue(name)}`);
  });
  const own = (name: string) => ({ name, values: columns[positionOf("pivot", names, name)] });
  const down = distinctRows(keyNames.map(own), index, rows);
  const across = distinctRows([own(column)], index, rows);
  const cells = own(value);
  const kind = requireKind("pivot", cells.values, value, index);
  const aggregate =
    options.agg === undefined ? undefined : requireAggregate("pivot", options.agg, value, kind);
  const heads = across.firsts.map((i) => textOf(own(column).values[i]));
  requireDistinct("pivot", [...keyNames, ...heads], `rename a value of ${JSON.stringify(column)}`);
  const found = heads.map(() => down.firsts.map((): unknown[] => []));
  for (let i = 0; i < rows; i++) {
    if (down.codes[i] < 0 || across.codes[i] < 0) continue;
    const cell = found[across.codes[i]][down.codes[i]];
    if (aggregate === undefined && cell.length > 0) {
      const at = [...keyNames, column].map((name) => `${name} ${textOf(own(name).values[i])}`);
      throw new RangeError(
        `pivot: several rows for ${at.join(", ")}; say agg to make one value of them`,
      );
    }
    if (aggregate === undefined || !isMissing(cells.values[i])) cell.push(cells.values[i]);
  }
  const filled = found.map((list) =>
    list.map((cell) =>
      cell.length === 0 ? Number.NaN : aggregate ? aggregate.reduce(cell) : cell[0],
    ),
  );
  const keys = keyNames.map((name) => down.firsts.map((i) => own(name).values[i]));
  return makeFrame([...keyNames, ...heads], [...keys, ...filled]);
}
