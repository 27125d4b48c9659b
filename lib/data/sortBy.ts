import type { DataFrame, Series } from "danfojs-node";
import { describeValue, requireBoolean, requireOptions } from "../core";
import { danfo } from "./engines";
import { isSeries, type Labels, makeFrame, partsOf, positionOf, seriesParts } from "./frames/frame";
import { requireColumns } from "./frames/guards";
import { sortedRows } from "./frames/order";
import { pick } from "./frames/pick";

/** Options of `sortBy`. */
export interface SortOptions {
  /** Whether the least comes first; for several keys one for each. Default true. */
  ascending?: boolean | readonly boolean[];
}

function directions(ascending: unknown, count: number): boolean[] {
  if (!Array.isArray(ascending)) {
    requireBoolean("sortBy", "ascending", ascending);
    return new Array(count).fill(ascending);
  }
  if (ascending.length !== count) {
    throw new RangeError(
      `sortBy: ascending must have length ${count} (keys), got ${ascending.length}`,
    );
  }
  ascending.forEach((one, k) => void requireBoolean("sortBy", `ascending[${k}]`, one));
  return ascending;
}

function sortSeries(series: Series, options: SortOptions): Series {
  const { name, values, index } = seriesParts(series);
  const [ascending] = directions(options.ascending ?? true, 1);
  const order = sortedRows("sortBy", [{ name, values, ascending }], index, values.length);
  const { Series: Made } = danfo();
  return new Made(pick(values, order) as unknown[] as number[], {
    columns: [name],
    index: pick(index, order) as (string | number)[],
    dtypes: [...series.dtypes],
  });
}

/**
 * The rows of a data frame, or the entries of a series, in the order of their values; labels go with
 * them. Numbers and dates by size, false before true, words by their code units ("Z" before "a"). Rows
 * that agree in all keys keep their order, and what is missing comes last in either direction.
 *
 * (danfo 1.2's `sortValues` leaves numbers unsorted where one is missing, sorts a Series of words
 * backwards, and takes one key only.)
 *
 * @param by - A column, or several: the first counts before the second.
 * @param df - The frame; or a series, which needs no `by`.
 * @returns A new frame or series. Cost O(m log m).
 * @throws RangeError for a column that is not there; TypeError, naming column and row, where a column
 * holds values of different kinds.
 * @example
 * data.sortBy(data.toDataFrame([[3], [NaN], [1]], { columns: ["x"] }), "x").index // => [2, 0, 1]
 */
export function sortBy(
  df: DataFrame,
  by: string | readonly string[],
  options?: SortOptions,
): DataFrame;
export function sortBy(series: Series, options?: SortOptions): Series;
export function sortBy(
  source: DataFrame | Series,
  by?: string | readonly string[] | SortOptions,
  options: SortOptions = {},
): DataFrame | Series {
  if (isSeries(source)) {
    const given = (by ?? {}) as SortOptions;
    requireOptions("sortBy", given, ["ascending"]);
    return sortSeries(source, given);
  }
  const { names, columns, index, rows } = partsOf("sortBy", source);
  requireOptions("sortBy", options, ["ascending"]);
  const keys = requireColumns("sortBy", "by", by, names);
  if (keys.length === 0) {
    throw new RangeError(`sortBy: by must name at least one column, got ${describeValue(by)}`);
  }
  const ways = directions(options.ascending ?? true, keys.length);
  const sortKeys = keys.map((name, k) => ({
    name,
    values: columns[positionOf("sortBy", names, name)],
    ascending: ways[k],
  }));
  const order = sortedRows("sortBy", sortKeys, index, rows);
  return makeFrame(
    names,
    columns.map((column) => pick(column, order)),
    pick(index, order) as Labels,
  );
}
