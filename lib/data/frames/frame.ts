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
export function isMissing(v: unknown): boolean {
  if (typeof v === "number") return Number.isNaN(v);
  return v === null || v === undefined || (v instanceof Date && Number.isNaN(v.getTime()));
}

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

/** Whether a number is one that danfo's `int32` holds. */
export const isInt32 = (v: number): boolean =>
  v === Math.trunc(v) && v >= -(2 ** 31) && v < 2 ** 31;

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
    if (typeof v === "number") isWhole &&= isInt32(v);
    else if (v === null || v === undefined) isWhole = false;
    else break;
  }
  if (first === m) return isWhole ? "int32" : "float32";
  const isTruths = typeof values[first] === "boolean";
  for (let i = 0; i < m; i++) {
    const v = values[i];
    if (isMissing(v)) continue;
    if (isTruths ? typeof v !== "boolean" : !(v instanceof Date)) return "string";
  }
  return isTruths ? "boolean" : "datetime";
}

/** A property that is made when it is first asked for. */
function makeLater<T>(frame: object, name: string, make: () => T, settled?: () => void): void {
  const settle = (value: T) => {
    Object.defineProperty(frame, name, { value, writable: true, enumerable: true });
    settled?.();
    return value;
  };
  const get = () => settle(make());
  Object.defineProperty(frame, name, { get, set: settle, enumerable: true, configurable: true });
}

/** 0, 1, …, m − 1. */
function countUp(m: number): number[] {
  const numbers = new Array<number>(m);
  for (let i = 0; i < m; i++) numbers[i] = i;
  return numbers;
}

/**
 * A DataFrame of columns of equal length, which it takes over. danfo's own constructor would turn rows
 * into columns and look through them for types; both are known here, so they are put in their places.
 * Its rows, and labels that only count, are made when they are first asked for: many frames are only
 * read by the column, and a million rows are a million arrays.
 *
 * @param dtypes - danfo's names for the types of columns, where they are known.
 */
export function makeFrame(
  names: readonly string[],
  columns: readonly Column[],
  labels?: Labels,
  dtypes: readonly (string | undefined)[] = [],
): DataFrame {
  const { DataFrame: Frame } = danfo();
  const m = columns[0]?.length ?? 0;
  const types = columns.map((column, j) => dtypes[j] ?? dtypeOf(column));
  const frame = new Frame([], { columns: [...names], dtypes: types });
  if (m === 0) return frame;
  inner(frame).$dataIncolumnFormat = columns as unknown[][];
  if (labels) inner(frame).$index = labels.slice();
  else makeLater(frame, "$index", () => countUp(m));
  const shape = { get: () => [m, columns.length], configurable: true };
  Object.defineProperty(frame, "shape", shape); // danfo's own counts the rows
  const forget = () => void Reflect.deleteProperty(frame, "shape");
  makeLater(frame, "$data", () => transposed(columns, m), forget);
  return frame;
}
