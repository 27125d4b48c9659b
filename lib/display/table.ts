import { describeValue, requireNumber, requireOptions } from "../core";
import type { TableParts } from "./format/tableCells";
import type { Bundle } from "./render/bridge";
import { tableBundle } from "./render/bundle";
import { isPlainObject, isRows } from "./render/kinds";
import { DISPLAY } from "./render/ownDisplay";

/** Options of `table`. */
export interface TableOptions {
  /** Heads of the columns; for rows given as objects: which of their keys, in what order. */
  columns?: readonly string[];
  /** Labels of the rows. Default: none. */
  index?: readonly (string | number)[];
  caption?: string;
  /** Significant digits of the largest entry of a column, or one number for each column by name. Default 4. */
  digits?: number | Readonly<Record<string, number>>;
}

/** A table that `show` draws. Make one with `table`. */
export class Table implements TableParts {
  constructor(
    readonly columns: readonly string[],
    /** One list of values for each column. */
    readonly values: readonly (readonly unknown[])[],
    readonly index?: readonly (string | number)[],
    readonly caption?: string,
    readonly digits: number | Readonly<Record<string, number>> = 4,
  ) {}

  [DISPLAY](): Bundle {
    return tableBundle(this, {});
  }
}

/**
 * What a table may be made from: rows as objects (of any interface, such as the rows of `stats.ols`), rows
 * as arrays, or columns by name.
 */
export type TableData = readonly object[] | Readonly<Record<string, readonly unknown[]>>;

function fail(what: string): never {
  throw new RangeError(`table: ${what}`);
}

/** Names and values of the columns, whichever way the data came. */
function columnsOf(data: unknown, wanted?: readonly string[]): [string[], unknown[][]] {
  if (isRows(data)) {
    const n = data[0].length;
    if (wanted && wanted.length !== n) {
      fail(`columns must have length ${n} (columns of data), got ${wanted.length}`);
    }
    const names = wanted ?? Array.from({ length: n }, (_, j) => String(j));
    return [[...names], names.map((_, j) => data.map((row) => row[j]))];
  }
  if (Array.isArray(data) && data.length > 0 && data.every(isPlainObject)) {
    const names = wanted ?? [...new Set(data.flatMap((row) => Object.keys(row)))];
    for (const name of names) {
      if (!data.some((row) => Object.hasOwn(row, name)))
        fail(`no row has a column ${JSON.stringify(name)}`);
    }
    return [
      [...names],
      names.map((name) => data.map((row) => (Object.hasOwn(row, name) ? row[name] : undefined))),
    ];
  }
  if (isPlainObject(data) && Object.values(data).every(Array.isArray)) {
    const names = wanted ?? Object.keys(data);
    const values = names.map((name) =>
      Object.hasOwn(data, name)
        ? (data[name] as unknown[])
        : fail(`data has no column ${JSON.stringify(name)}`),
    );
    const length = values[0]?.length ?? 0;
    values.forEach((column, j) => {
      if (column.length !== length) {
        fail(
          `columns must have equal length, ${names[0]} has ${length} and ${names[j]} has ${column.length}`,
        );
      }
    });
    return [[...names], values];
  }
  if (Array.isArray(data) && data.length === 0 && wanted)
    return [[...wanted], wanted.map(() => [])];
  throw new TypeError(
    "table: data must be an array of objects, rows of equal length, or an object of columns, " +
      `got ${describeValue(data)}`,
  );
}

/**
 * A table for `show`: numbers aligned right and rounded a column at a time, missing values as a dash.
 *
 * @param data - Rows as objects, rows as arrays of equal length (a matrix), or columns by name.
 * @param options - Heads, row labels, caption and digits.
 * @throws TypeError for data of another kind; RangeError for lengths that do not agree, a column that
 * is not there, or an unknown option.
 * @example
 * table([[1, 2], [3, 4]], { columns: ["x", "y"] }).values // => [[1, 3], [2, 4]]
 * table([{ k: 1, error: 0.5 }, { k: 2, error: 0.25 }]).columns // => ["k", "error"]
 * table({ x: [1, 2], y: [3] }) // throws table: columns must have equal length, x has 2 and y has 1
 */
export function table(data: TableData, options: TableOptions = {}): Table {
  requireOptions("table", options, ["columns", "index", "caption", "digits"]);
  const { columns, index, caption, digits } = options;
  const [names, values] = columnsOf(data, columns);
  const m = values[0]?.length ?? 0;
  if (index && index.length !== m) {
    fail(`index must have length ${m} (rows of data), got ${index.length}`);
  }
  for (const d of typeof digits === "object" ? Object.values(digits) : [digits ?? 4]) {
    requireNumber("table", "digits", d, { min: 1, max: 17, integer: true });
  }
  return new Table(names, values, index, caption, digits);
}
