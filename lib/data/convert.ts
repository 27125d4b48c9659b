import type { Tensor } from "@tensorflow/tfjs-node";
import type { DataFrame, Series } from "danfojs-node";
import {
  describeValue,
  type Matrix,
  requireMatrix,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { danfo, tensorflow } from "./engines";

/** Options of `toDataFrame`. */
export interface ToDataFrameOptions {
  /** Names of the columns. Default "0", "1", …. */
  columns?: readonly string[];
  /** Labels of the rows. Default 0, 1, …. */
  index?: readonly (string | number)[];
}

function isFrame(x: unknown): x is DataFrame {
  return typeof x === "object" && x !== null && "$isSeries" in x && x.$isSeries === false;
}

function isSeries(x: unknown): x is Series {
  return typeof x === "object" && x !== null && "$isSeries" in x && x.$isSeries === true;
}

function requireFrame(caller: string, df: unknown): DataFrame {
  if (isFrame(df)) return df;
  throw new TypeError(`${caller}: df must be a DataFrame, got ${describeValue(df)}`);
}

function positionOf(caller: string, df: DataFrame, name: string): number {
  const j = df.columns.indexOf(name);
  if (j >= 0) return j;
  throw new RangeError(
    `${caller}: df has no column ${JSON.stringify(name)}; columns: ${df.columns.join(", ")}`,
  );
}

/** Numbers pass, booleans count as 0 and 1; anything else names its place. */
function numeric(caller: string, v: unknown, column: string, row: number): number {
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  throw new TypeError(
    `${caller}: column ${JSON.stringify(column)} must hold numbers, row ${row} is ${describeValue(v)}`,
  );
}

/**
 * The numbers of a data frame as a matrix, one row a sample. Missing values are NaN, true is 1.
 *
 * @param df - DataFrame with m rows.
 * @param columns - The n columns to take, in this order. Default: all.
 * @returns m×n matrix.
 * @throws RangeError for a column that is not there; TypeError, naming column and row, for an entry
 * that is not a number.
 * @example
 * data.toMatrix(data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }), ["y"]) // => [[2], [4]]
 */
export function toMatrix(df: DataFrame, columns?: readonly string[]): Matrix {
  const frame = requireFrame("toMatrix", df);
  if (columns !== undefined && !Array.isArray(columns)) {
    throw new TypeError(
      `toMatrix: columns must be an array of names, got ${describeValue(columns)}`,
    );
  }
  const names = columns ?? frame.columns;
  const at = names.map((name) => positionOf("toMatrix", frame, name));
  return (frame.values as unknown[][]).map((row, i) =>
    at.map((j, k) => numeric("toMatrix", row[j], names[k] as string, i)),
  );
}

/**
 * The numbers of a series, or of one column of a data frame, as a vector.
 *
 * @param series - A Series, or a DataFrame together with the name of a column.
 * @param column - Which column of the DataFrame.
 * @returns Vector with one entry a row.
 * @throws RangeError for a column that is not there; TypeError for an entry that is not a number.
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
    const name = String(source.columns[0]);
    return (source.values as unknown[]).map((v, i) => numeric("toVector", v, name, i));
  }
  const frame = requireFrame("toVector", source);
  const j = positionOf("toVector", frame, column);
  return (frame.values as unknown[][]).map((row, i) => numeric("toVector", row[j], column, i));
}

/**
 * A tfjs tensor (float32) of a vector, matrix, DataFrame or Series. Whoever makes it disposes of it,
 * or works inside `tf.tidy`.
 *
 * @throws TypeError for anything else; RangeError for a ragged matrix.
 * @example
 * data.toTensor([[1, 2, 3], [4, 5, 6]]).shape // => [2, 3]
 */
export function toTensor(
  source: readonly number[] | readonly (readonly number[])[] | DataFrame | Series,
): Tensor {
  const tf = tensorflow();
  if (isFrame(source)) return tf.tensor2d(toMatrix(source));
  if (isSeries(source)) return tf.tensor1d(toVector(source));
  if (Array.isArray(source) && Array.isArray(source[0])) {
    const A = requireMatrix("toTensor", "source", source, { allowNonFinite: true });
    return tf.tensor2d(A, [A.length, (A[0] as Vector).length]);
  }
  return tf.tensor1d(requireVector("toTensor", "source", source, { allowNonFinite: true }));
}

/**
 * A danfo DataFrame of a matrix.
 *
 * @param A - m×n matrix.
 * @throws RangeError when there are not n columns or m labels, or a name comes twice.
 * @example
 * data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }).columns // => ["x", "y"]
 */
export function toDataFrame(
  A: readonly (readonly number[])[],
  options: ToDataFrameOptions = {},
): DataFrame {
  requireMatrix("toDataFrame", "A", A, { minRows: 1, allowNonFinite: true });
  requireOptions("toDataFrame", options, ["columns", "index"]);
  const n = (A[0] as readonly number[]).length;
  const { columns = Array.from({ length: n }, (_, j) => String(j)), index } = options;
  if (columns.length !== n) {
    throw new RangeError(
      `toDataFrame: columns must have length ${n} (columns of A), got ${columns.length}`,
    );
  }
  if (index && index.length !== A.length) {
    throw new RangeError(
      `toDataFrame: index must have length ${A.length} (rows of A), got ${index.length}`,
    );
  }
  const twice = columns.find((name, j) => columns.indexOf(name) < j);
  if (twice !== undefined) {
    throw new RangeError(`toDataFrame: columns must differ, ${JSON.stringify(twice)} comes twice`);
  }
  const { DataFrame: Frame } = danfo();
  return new Frame(
    A.map((row) => [...row]),
    { columns: [...columns], ...(index ? { index: [...index] } : {}) },
  );
}
