import type { DataFrame, Series } from "danfojs-node";
import { describeValue } from "../core";
import type { Scalar } from "./frames/aggregate";
import { type Column, isSeries, makeFrame, partsOf, seriesParts } from "./frames/frame";
import { kindOf } from "./frames/kinds";

/** The values of one row by the names of their columns. */
// biome-ignore lint/suspicious/noExplicitAny: what a column holds is known to the reader, not to the types
export type Row = Readonly<Record<string, any>>;

/** A column: its values, a function that makes each of them from its row, or one value for all rows. */
export type NewColumn = ArrayLike<unknown> | Series | Scalar | ((row: Row, i: number) => unknown);

const isList = (v: unknown): v is ArrayLike<unknown> => Array.isArray(v) || ArrayBuffer.isView(v);

/** The rows of columns, which notice what they are asked for and do not have. */
class Rows {
  private missed: string | undefined;
  /** A row finds its own columns; any other name that is asked of it is looked for here. */
  private readonly others = new Proxy(Object.create(null), {
    get: (_, name) => {
      if (typeof name === "string") this.missed ??= name;
    },
  });

  constructor(private readonly columns: ReadonlyMap<string, Column>) {}

  /** What a function makes of row i; to make nothing, or no number, of a column that is not there is a slip. */
  map(f: (row: Row, i: number) => unknown, i: number): unknown {
    this.missed = undefined;
    const row = Object.create(this.others);
    for (const [name, values] of this.columns) row[name] = values[i];
    const value = f(row, i);
    if (this.missed !== undefined && (value === undefined || Number.isNaN(value))) {
      const names = [...this.columns.keys()].join(", ");
      throw new RangeError(
        `assign: df has no column ${JSON.stringify(this.missed)}; columns: ${names}`,
      );
    }
    return value;
  }
}

function valuesOf(name: string, given: unknown, rows: Rows, m: number): Column {
  if (typeof given === "function") {
    return Array.from({ length: m }, (_, i) => rows.map(given as (row: Row) => unknown, i));
  }
  const values = isSeries(given) ? seriesParts(given).values : given;
  if (isList(values)) {
    if (values.length === m) return Array.from(values);
    throw new RangeError(
      `assign: column ${JSON.stringify(name)} must have length ${m} (rows of df), got ${values.length}`,
    );
  }
  if (kindOf(values) !== undefined) return new Array(m).fill(values);
  throw new TypeError(
    `assign: column ${JSON.stringify(name)} must be a list of values, a Series, a function of a row or ` +
      `one value, got ${describeValue(given)}`,
  );
}

/**
 * A frame with columns added or replaced. A function is called for each row, and sees the columns that
 * stand before its own in `columns`.
 *
 * (danfo 1.2's `addColumn` changes the frame itself where the name exists, and returns undefined; its
 * arithmetic between a frame and a Series is in single precision.)
 *
 * @param columns - By name: `{ density: (row) => row.mass / row.volume, unit: "g/cm³" }`.
 * @param df - The frame.
 * @returns A new frame; what is replaced keeps its place, what is new stands last. Cost O(rows · columns).
 * @throws RangeError for values of another length, or a function that makes undefined or NaN of a column that is not there;
 * TypeError for what can be no column.
 * @example
 * data.assign(data.toDataFrame([[6, 2]], { columns: ["m", "v"] }), { d: (row) => row.m / row.v }).values // => [[6, 2, 3]]
 */
export function assign(df: DataFrame, columns: Readonly<Record<string, NewColumn>>): DataFrame {
  const { names, columns: old, index, rows } = partsOf("assign", df);
  if (typeof columns !== "object" || columns === null || Array.isArray(columns)) {
    throw new TypeError(
      `assign: columns must be an object { name: values or function }, got ${describeValue(columns)}`,
    );
  }
  const made = new Map(names.map((name, j) => [name, old[j]]));
  const all = new Rows(made);
  for (const [name, given] of Object.entries(columns)) {
    made.set(name, valuesOf(name, given, all, rows));
  }
  return makeFrame([...made.keys()], [...made.values()], index);
}
