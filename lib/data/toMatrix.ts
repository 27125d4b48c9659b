import type { DataFrame, Series } from "danfojs-node";
import { describeValue, type Matrix, type Vector } from "../core";
import {
  type Column,
  isFrame,
  isSeries,
  type Labels,
  partsOf,
  positionOf,
  seriesParts,
} from "./frames/frame";

/** Numbers pass, booleans count as 0 and 1, null is NaN; anything else names its place. */
function numeric(caller: string, values: Column, column: string, index: Labels): Vector {
  return Array.from(values, (v, i) => {
    if (typeof v === "number") return v;
    if (typeof v === "boolean") return v ? 1 : 0;
    if (v === null || v === undefined) return Number.NaN;
    throw new TypeError(
      `${caller}: column ${JSON.stringify(column)} must hold numbers, row ${index[i]} is ${describeValue(v)}`,
    );
  });
}

/**
 * The numbers of a data frame as a matrix, one row a sample. Missing values are NaN, true is 1.
 *
 * @param df - DataFrame with m rows.
 * @param columns - The n columns to take, in this order. Default: all.
 * @returns m×n matrix.
 * @throws RangeError for a column that is not there; TypeError, naming column and row, for an entry
 * that is not a number. O(mn).
 * @example
 * data.toMatrix(data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }), ["y"]) // => [[2], [4]]
 */
export function toMatrix(df: DataFrame, columns?: readonly string[]): Matrix {
  const parts = partsOf("toMatrix", df);
  if (columns !== undefined && !Array.isArray(columns)) {
    throw new TypeError(
      `toMatrix: columns must be an array of names, got ${describeValue(columns)}`,
    );
  }
  const chosen = (columns ?? parts.names).map((name) => {
    const j = positionOf("toMatrix", parts.names, name);
    return numeric("toMatrix", parts.columns[j], name, parts.index);
  });
  return Array.from({ length: parts.rows }, (_, i) => chosen.map((column) => column[i]));
}

/**
 * The numbers of a series, or of one column of a data frame, as a vector. Missing values are NaN.
 *
 * @param series - A Series, or a DataFrame df together with the name of a column.
 * @param column - Which column of the DataFrame.
 * @returns Vector with one entry a row.
 * @throws RangeError for a column that is not there; TypeError, naming column and row, for an entry
 * that is not a number. O(m).
 * @example
 * data.toVector(data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }), "y") // => [2, 4]
 */
export function toVector(series: Series): Vector;
export function toVector(df: DataFrame, column: string): Vector;
export function toVector(source: Series | DataFrame, column?: string): Vector {
  if (column === undefined) {
    if (!isSeries(source)) {
      const hint = isFrame(source) ? " (or a DataFrame and the name of a column)" : "";
      throw new TypeError(`toVector: series must be a Series${hint}, got ${describeValue(source)}`);
    }
    const { name, values, index } = seriesParts(source);
    return numeric("toVector", values, name, index);
  }
  const { names, columns, index } = partsOf("toVector", source);
  return numeric("toVector", columns[positionOf("toVector", names, column)], column, index);
}
