import type { DataFrame } from "danfojs-node";
import { describeValue, type Matrix, requireOneOf, requireOptions, type Vector } from "../../core";
import { toMatrix } from "../../data";
import {
  columnsOfFrame,
  isMissing,
  knownValues,
  requireColumns,
  sortedValues,
  type Value,
} from "./columns";

/** Options of `oneHot`. */
export interface OneHotOptions {
  /** The columns to code. Default: those that hold strings. */
  columns?: readonly string[];
  /** What `transform` does with a category that was not there to learn: `"error"` (default) refuses it, `"ignore"` codes it as zeros. */
  unknown?: "error" | "ignore";
  /**
   * `"first"` leaves out the first category of each column, which the others imply: for regression without
   * penalty, where all of them and an intercept are collinear. Default `"none"`.
   */
  drop?: "none" | "first";
}

/** What `oneHot` returns. M is the number of columns that it makes and keeps. */
export interface OneHot {
  /** Names of the M columns: `town_Rome` for category Rome of town; columns that are not coded keep theirs. */
  names: string[];
  /** The categories of each coded column, ascending. */
  categories: Map<string, Value[]>;
  /** Rows × M: a frame with the same columns, coded. */
  transform(df: DataFrame): Matrix;
}

/** The categories of a column; none may be missing. */
function categoriesOf(caller: string, name: string, values: readonly unknown[]): Value[] {
  const missing = values.findIndex(isMissing);
  if (missing >= 0) {
    throw new RangeError(
      `${caller}: column ${JSON.stringify(name)} misses its value in row ${missing}; use imputer first`,
    );
  }
  return sortedValues(knownValues(caller, name, values));
}

/**
 * One-hot coding: a column of categories becomes a column of zeros and ones for each category. The other
 * columns must hold numbers and go through as they are. The made columns stand where the coded one stood. See
 * Suits 1957, "Use of dummy variables in regression equations".
 *
 * @param df - The frame to learn the categories from.
 * @returns `{ names, categories, transform }`; see {@link OneHot}. The coded training data are `transform(df)`.
 * @throws RangeError for a column that is not there, a missing value in a coded column, or two columns of
 * one name; `transform` for an unknown category; TypeError for a column that is neither coded nor of numbers.
 * Cost O(rows·M).
 * @example
 * learn.oneHot(data.toDataFrame([[1, 7], [2, 7], [1, 9]], { columns: ["kind", "size"] }), { columns: ["kind"] }).names // => ["kind_1", "kind_2", "size"]
 * learn.oneHot(data.toDataFrame([[1, 7], [2, 7]]), { columns: ["0"] }).transform(data.toDataFrame([[2, 5]])) // => [[0, 1, 5]]
 * learn.oneHot(data.toDataFrame([[1, 7], [2, 7]]), { columns: ["0"] }).transform(data.toDataFrame([[3, 5]])) // throws oneHot.transform: column "0" has the unknown category 3 in row 0
 */
export function oneHot(df: DataFrame, options: OneHotOptions = {}): OneHot {
  const caller = "oneHot";
  const columns = columnsOfFrame(caller, df);
  requireOptions(caller, options, ["columns", "unknown", "drop"]);
  const { unknown = "error", drop = "none" } = options;
  requireOneOf(caller, "unknown", unknown, ["error", "ignore"]);
  requireOneOf(caller, "drop", drop, ["none", "first"]);
  const chosen = new Set(
    options.columns === undefined
      ? [...columns].flatMap(([name, v]) => (v.some((x) => typeof x === "string") ? [name] : []))
      : requireColumns(caller, columns, options.columns),
  );
  const skipped = drop === "first" ? 1 : 0;
  const categories = new Map<string, Value[]>();
  const places = new Map<string, Map<Value, number>>();
  const names: string[] = [];
  for (const [name, values] of columns) {
    if (!chosen.has(name)) {
      names.push(name);
      continue;
    }
    const own = categoriesOf(caller, name, values);
    categories.set(name, own);
    places.set(name, new Map(own.map((category, i) => [category, i])));
    names.push(...own.slice(skipped).map((category) => `${name}_${category}`));
  }
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new RangeError(
      `${caller}: columns must get different names, ${JSON.stringify(twice)} comes twice`,
    );
  }
  const learnt = [...columns.keys()];
  const passed = learnt.filter((name) => !chosen.has(name));
  toMatrix(df, passed);

  const code = (name: string, value: unknown, row: number): Vector => {
    const at = places.get(name)!.get(value as Value);
    if (at === undefined && (unknown === "error" || isMissing(value))) {
      throw new RangeError(
        isMissing(value)
          ? `${caller}.transform: column ${JSON.stringify(name)} misses its value in row ${row}; use imputer first`
          : `${caller}.transform: column ${JSON.stringify(name)} has the unknown category ${describeValue(value)} in row ${row}; pass { unknown: "ignore" } to code it as zeros`,
      );
    }
    const coded = categories.get(name)!.map((_, i) => (i === at ? 1 : 0));
    return coded.slice(skipped);
  };
  return {
    names,
    categories,
    transform(fresh) {
      const given = columnsOfFrame(`${caller}.transform`, fresh);
      requireColumns(`${caller}.transform`, given, learnt);
      const numbers = toMatrix(fresh, passed);
      return numbers.map((row, n) => {
        let next = 0;
        return learnt.flatMap((name) =>
          chosen.has(name) ? code(name, given.get(name)![n], n) : [row[next++]],
        );
      });
    },
  };
}
