import type { Vector } from "../../core";

/** What kind of thing a value is, told from its shape: neither danfo nor tfjs is loaded for that. */

/** A complex number, as `linalg.eig` returns. */
export interface Complex {
  re: number;
  im: number;
}

/**
 * As much of a danfo DataFrame or Series as is read here: its inner fields, since a column called
 * `values` or `index` may stand before the outer ones.
 */
export interface Frame {
  $isSeries: boolean;
  $columns: string[];
  $index: (string | number)[];
  $data: unknown[];
  /** The columns, unless the frame keeps rows alone. */
  $dataIncolumnFormat: unknown[][];
}

/** As much of a tfjs tensor as is read here. */
export interface TensorLike {
  shape: number[];
  dtype: string;
  size: number;
  dataSync(): ArrayLike<number | string>;
  arraySync(): unknown;
}

/** A Plotly figure as made by `plot`. */
export interface FigureLike {
  data: object[];
  layout: { title?: unknown; meta?: unknown };
  frames?: object[];
  config?: object;
  alt?: string;
}

const has = (x: unknown, key: string): boolean => typeof x === "object" && x !== null && key in x;

export function isComplex(x: unknown): x is Complex {
  if (!has(x, "re") || !has(x, "im") || Object.keys(x as object).length !== 2) return false;
  const { re, im } = x as Complex;
  return typeof re === "number" && typeof im === "number";
}

export function isFrame(x: unknown): x is Frame {
  return has(x, "$isSeries") && Array.isArray((x as Frame).$index);
}

/** Names, columns and labels of a frame or a series. */
export function frameParts(frame: Frame): {
  names: string[];
  columns: unknown[][];
  index: (string | number)[];
} {
  const { $isSeries, $columns, $index: index, $dataIncolumnFormat: kept } = frame;
  const names = $columns.map(String);
  if ($isSeries) return { names, columns: [frame.$data], index };
  if (kept.length === names.length) return { names, columns: kept, index };
  const rows = frame.$data as unknown[][];
  return { names, columns: names.map((_, j) => rows.map((row) => row[j])), index };
}

export function isTensor(x: unknown): x is TensorLike {
  return typeof (x as TensorLike)?.dataSync === "function" && has(x, "dtype");
}

export function isFigure(x: unknown): x is FigureLike {
  return has(x, "data") && has(x, "layout") && Array.isArray((x as FigureLike).data);
}

/** An object written with braces, or one without a prototype: not of a class. */
export function isPlainObject(x: unknown): x is Record<string, unknown> {
  if (typeof x !== "object" || x === null || Array.isArray(x)) return false;
  const prototype = Object.getPrototypeOf(x);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A loop, because `every` passes over holes. */
function allNumbers(x: readonly unknown[]): x is Vector {
  for (let i = 0; i < x.length; i++) if (typeof x[i] !== "number") return false;
  return true;
}

export function isVector(x: unknown): x is Vector {
  return Array.isArray(x) && x.length > 0 && allNumbers(x);
}

/** Rows of numbers of equal length, at least one entry. */
export function isMatrix(x: unknown): x is number[][] {
  return isRows(x) && x.every(allNumbers);
}

export function isComplexVector(x: unknown): x is Complex[] {
  return Array.isArray(x) && isComplex(x[0]) && Array.from(x).every(isComplex);
}

export function isComplexMatrix(x: unknown): x is Complex[][] {
  return isRows(x) && x.every((row) => Array.from(row).every(isComplex));
}

/** Rows of equal length of anything, at least one entry. */
export function isRows(x: unknown): x is unknown[][] {
  if (!Array.isArray(x) || !Array.isArray(x[0]) || x[0].length === 0) return false;
  const n = x[0].length;
  return Array.from(x).every((row) => Array.isArray(row) && row.length === n);
}

export function isScalar(x: unknown): x is number | string | boolean | bigint | null {
  return x === null || ["number", "string", "boolean", "bigint"].includes(typeof x);
}

/** What is written in a word: a scalar, nothing, or a date. */
export function isWord(x: unknown): boolean {
  return x === undefined || x instanceof Date || isScalar(x);
}
