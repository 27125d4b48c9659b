import type { DataFrame } from "danfojs-node";
import { describeValue } from "../../core";
import { toColumns } from "../../data";

/** What stands in a cell of a frame that is to be coded or filled. */
export type Value = number | string | boolean;

/** Whether nothing is known of a cell. */
export const isMissing = (v: unknown): boolean =>
  v === null || v === undefined || (typeof v === "number" && Number.isNaN(v));

/** Whether x is a DataFrame: danfo marks them, and Series, with `$isSeries`. */
export const isFrame = (x: unknown): x is DataFrame =>
  typeof x === "object" && x !== null && (x as { $isSeries?: unknown }).$isSeries === false;

/** The columns of a frame, or an error that names the caller. */
export function columnsOfFrame(caller: string, df: unknown, name = "df"): Map<string, unknown[]> {
  if (isFrame(df)) return toColumns(df);
  throw new TypeError(`${caller}: ${name} must be a DataFrame, got ${describeValue(df)}`);
}

/** Asserts that a frame has the columns of these names. */
export function requireColumns(
  caller: string,
  columns: ReadonlyMap<string, unknown>,
  wanted: unknown,
  name = "df",
): readonly string[] {
  if (!Array.isArray(wanted)) {
    throw new TypeError(`${caller}: columns must be a list of names, got ${describeValue(wanted)}`);
  }
  for (const column of wanted) {
    if (columns.has(column)) continue;
    throw new RangeError(
      `${caller}: ${name} has no column ${JSON.stringify(column)}; columns: ${[...columns.keys()].join(", ")}`,
    );
  }
  return wanted;
}

/** The known values of a column, all of one kind. */
export function knownValues(caller: string, column: string, values: readonly unknown[]): Value[] {
  const known = values.filter((v) => !isMissing(v));
  known.forEach((v) => {
    const isValue = typeof v === "number" || typeof v === "string" || typeof v === "boolean";
    if (isValue && typeof v === typeof known[0]) return;
    throw new TypeError(
      `${caller}: column ${JSON.stringify(column)} must hold values of one kind (numbers, strings or booleans), it holds ${describeValue(known[0])} and ${describeValue(v)}`,
    );
  });
  return known as Value[];
}

/** Distinct values, ascending. */
export const sortedValues = (values: readonly Value[]): Value[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
