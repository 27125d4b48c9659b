import type { DataFrame, Series } from "danfojs-node";
import { describeValue } from "../../core";
import { danfo } from "../engines";

/** Labels of rows. */
export type Labels = readonly (string | number)[];

/** A column of a frame, in whatever types its values are. */
export type Column = readonly unknown[];

/**
 * What danfo 1.2 keeps inside a frame. It is read here in place of `values`, `columns` and `index`,
 * because in a frame that danfo made itself a column of such a name stands before them.
 */
interface Inner {
  $isSeries: boolean;
  $data: unknown[];
  $dataIncolumnFormat: unknown[][];
  $columns: string[];
  $index: (string | number)[];
  $dtypes: string[];
}

/** Whether x is a danfo Series (true) or DataFrame (false); undefined for anything else. */
function seriesness(x: unknown): boolean | undefined {
  return typeof x === "object" && x !== null && "$isSeries" in x
    ? (x as Series).$isSeries
    : undefined;
}

export const isFrame = (x: unknown): x is DataFrame => seriesness(x) === false;
export const isSeries = (x: unknown): x is Series => seriesness(x) === true;

const inner = (df: DataFrame | Series): Inner => df as unknown as Inner;

/** A value for which nothing is known: NaN, null, undefined, or no date. */
export const isMissing = (v: unknown): boolean =>
  v === null ||
  v === undefined ||
  (typeof v === "number" && Number.isNaN(v)) ||
  (v instanceof Date && Number.isNaN(v.getTime()));

/** A frame taken apart: names, columns and labels, as many columns as names. */
export interface Parts {
  names: readonly string[];
  columns: Column[];
  index: Labels;
  rows: number;
}

/** @throws TypeError if `df` is no DataFrame. */
export function requireFrame(caller: string, name: string, df: unknown): DataFrame {
  if (isFrame(df)) return df;
  throw new TypeError(`${caller}: ${name} must be a DataFrame, got ${describeValue(df)}`);
}

const isLazy = (frame: object): boolean =>
  Object.getOwnPropertyDescriptor(frame, "$data")?.get !== undefined;

/** Rows turned into columns, or columns into rows. */
function transposed(lists: readonly Column[], length: number): unknown[][] {
  const out = new Array<unknown[]>(length);
  for (let i = 0; i < length; i++) {
    const list = new Array<unknown>(lists.length);
    for (let j = 0; j < lists.length; j++) list[j] = lists[j][i];
    out[i] = list;
  }
  return out;
}

/** Names, columns and labels of a frame. @throws TypeError if it is none. */
export function partsOf(caller: string, df: unknown, name = "df"): Parts {
  const frame = inner(requireFrame(caller, name, df));
  const { $columns: names, $index: index } = frame;
  if (isLazy(frame)) {
    const columns = frame.$dataIncolumnFormat;
    return { names, columns, index, rows: columns[0].length };
  }
  const rows = frame.$data as unknown[][];
  return { names, columns: transposed(rows, names.length), index, rows: rows.length };
}

/** Name, values and labels of a series. */
export function seriesParts(series: Series): { name: string; values: Column; index: Labels } {
  const { $data, $columns, $index } = inner(series);
  return { name: String($columns[0]), values: $data, index: $index };
}

/** Where a frame has its column of this name. @throws RangeError that lists the columns. */
export function positionOf(
  caller: string,
  names: readonly string[],
  name: string,
  frame = "df",
): number {
  const j = names.indexOf(name);
  if (j >= 0) return j;
  throw new RangeError(
    `${caller}: ${frame} has no column ${JSON.stringify(name)}; columns: ${names.join(", ")}`,
  );
}

const INT32 = 2 ** 31;

/**
 * danfo's name for the type of a column. Whole numbers are `int32` only as far as that type reaches: a
 * tensor of what lies beyond would wrap around to negative numbers. A column with nothing known counts
 * as numeric.
 */
export function dtypeOf(values: Column): string {
  const m = values.length;
  let isWhole = true;
  let first = 0;
  for (; first < m; first++) {
    const v = values[first];
    if (typeof v === "number") isWhole &&= Number.isInteger(v) && v >= -INT32 && v < INT32;
    else if (v === null || v === undefined) isWhole = false;
    else break;
  }
  if (first === m) return isWhole ? "int32" : "float32";
  if (typeof values[first] === "boolean") {
    return values.every((v) => typeof v === "boolean" || isMissing(v)) ? "boolean" : "string";
  }
  const isDates = values.every((v) => v instanceof Date || isMissing(v));
  return isDates ? "datetime" : "string";
}

/**
 * Has the rows of a frame made when they are first asked for: many frames are only read by the column,
 * and a million rows are a million arrays.
 */
function makeLazy(frame: DataFrame, columns: readonly Column[], m: number): void {
  const settle = (rows: unknown[]) => {
    Object.defineProperty(frame, "$data", { value: rows, writable: true, enumerable: true });
    Reflect.deleteProperty(frame, "shape"); // danfo's own counts the rows
    return rows;
  };
  Object.defineProperties(frame, {
    $data: {
      get: () => settle(transposed(columns, m)),
      set: settle,
      enumerable: true,
      configurable: true,
    },
    shape: { get: () => [m, columns.length], configurable: true },
  });
}

/**
 * A DataFrame of columns of equal length, which it takes over. danfo's own constructor would turn rows
 * into columns and look through them for types; both are known here, so they are put in their places.
 */
export function makeFrame(
  names: readonly string[],
  columns: readonly Column[],
  labels?: Labels,
): DataFrame {
  const { DataFrame: Frame } = danfo();
  const m = columns[0]?.length ?? 0;
  const frame = new Frame([], { columns: [...names], dtypes: columns.map(dtypeOf) });
  if (m === 0) return frame;
  const index = labels ? [...labels] : new Array<number>(m);
  if (!labels) for (let i = 0; i < m; i++) index[i] = i;
  Object.assign(inner(frame), { $dataIncolumnFormat: columns, $index: index });
  makeLazy(frame, columns, m);
  return frame;
}
