import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-node";
import type { DataFrame, Series } from "danfojs-node";
import {
  describeValue,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { danfo, tensorflow } from "./engines";

/** Whether x is a danfo Series (true) or DataFrame (false); undefined for anything else. */
function seriesness(x: unknown): boolean | undefined {
  return typeof x === "object" && x !== null && "$isSeries" in x
    ? (x as Series).$isSeries
    : undefined;
}

const isFrame = (x: unknown): x is DataFrame => seriesness(x) === false;
const isSeries = (x: unknown): x is Series => seriesness(x) === true;

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

/** Numbers pass, booleans count as 0 and 1, null is NaN; anything else names its place. */
function numeric(caller: string, v: unknown, column: string, label: string | number): number {
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  if (v === null || v === undefined) return Number.NaN;
  throw new TypeError(
    `${caller}: column ${JSON.stringify(column)} must hold numbers, row ${label} is ${describeValue(v)}`,
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
  const { index } = frame;
  return (frame.values as unknown[][]).map((row, i) =>
    at.map((j, k) => numeric("toMatrix", row[j], names[k], index[i])),
  );
}

/**
 * The numbers of a series, or of one column of a data frame, as a vector. Missing values are NaN.
 *
 * @param series - A Series, or a DataFrame together with the name of a column.
 * @param column - Which column of the DataFrame.
 * @returns Vector with one entry a row.
 * @throws RangeError for a column that is not there; TypeError, naming column and row, for an entry
 * that is not a number.
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
    const { index, columns } = source;
    return (source.values as unknown[]).map((v, i) => numeric("toVector", v, columns[0], index[i]));
  }
  const frame = requireFrame("toVector", source);
  const j = positionOf("toVector", frame, column);
  const { index } = frame;
  return (frame.values as unknown[][]).map((row, i) =>
    numeric("toVector", row[j], column, index[i]),
  );
}

/**
 * A tfjs tensor of float32, of a vector, matrix, DataFrame or Series. Whoever makes it disposes of it,
 * or works inside `tf.tidy`.
 *
 * @throws TypeError for anything else; RangeError for a ragged matrix.
 * @example
 * data.toTensor([[1, 2, 3], [4, 5, 6]]).shape // => [2, 3]
 */
export function toTensor(x: ReadonlyVector | Series): Tensor1D;
export function toTensor(A: ReadonlyMatrix | DataFrame): Tensor2D;
export function toTensor(
  source: ReadonlyVector | ReadonlyMatrix | DataFrame | Series,
): Tensor1D | Tensor2D {
  if (isSeries(source)) return tensorflow().tensor1d(toVector(source));
  if (isFrame(source)) {
    return tensorflow().tensor2d(toMatrix(source), [source.shape[0], source.shape[1]], "float32");
  }
  if (Array.isArray(source) && Array.isArray(source[0])) {
    const A = requireMatrix("toTensor", "source", source, { allowNonFinite: true });
    return tensorflow().tensor2d(A, [A.length, A[0].length], "float32");
  }
  const x = requireVector("toTensor", "source", source, { allowNonFinite: true });
  return tensorflow().tensor1d(x, "float32");
}

/** Options of `toDataFrame`. */
export interface ToDataFrameOptions {
  /** Names of the columns. Default "0", "1", …. */
  columns?: readonly string[];
  /** Labels of the rows. Default 0, 1, …. */
  index?: readonly (string | number)[];
}

function requireLabels(
  name: string,
  labels: readonly unknown[] | undefined,
  length: number,
  lengthOf: string,
): void {
  if (labels === undefined) return;
  if (!Array.isArray(labels)) {
    throw new TypeError(`toDataFrame: ${name} must be an array, got ${describeValue(labels)}`);
  }
  if (labels.length !== length) {
    throw new RangeError(
      `toDataFrame: ${name} must have length ${length} (${lengthOf}), got ${labels.length}`,
    );
  }
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) {
    throw new RangeError(`toDataFrame: ${name} must differ, ${JSON.stringify(twice)} comes twice`);
  }
}

/**
 * A danfo DataFrame of a matrix.
 *
 * @param A - m×n matrix, not empty.
 * @throws RangeError when there are not n columns or m labels, or a name comes twice.
 * @example
 * data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }).columns // => ["x", "y"]
 */
export function toDataFrame(A: ReadonlyMatrix, options: ToDataFrameOptions = {}): DataFrame {
  requireMatrix("toDataFrame", "A", A, { minRows: 1, allowNonFinite: true });
  requireOptions("toDataFrame", options, ["columns", "index"]);
  const n = A[0].length;
  const { columns = Array.from({ length: n }, (_, j) => String(j)), index } = options;
  requireLabels("columns", columns, n, "columns of A");
  requireLabels("index", index, A.length, "rows of A");
  const { DataFrame: Frame } = danfo();
  return new Frame(
    A.map((row) => [...row]),
    { columns: [...columns], ...(index ? { index: [...index] } : {}) },
  );
}
