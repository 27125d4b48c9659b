import type { Vector } from "../core";

/** What kind of thing a value is, told from its shape: neither danfo nor tfjs is loaded for that. */

/** A complex number, as `linalg.eig` returns. */
export interface Complex {
  re: number;
  im: number;
}

/** As much of a danfo DataFrame or Series as is read here. */
export interface Frame {
  $isSeries: boolean;
  columns: string[];
  index: (string | number)[];
  values: unknown[];
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
  layout: { title?: unknown };
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
  return has(x, "$isSeries") && Array.isArray((x as Frame).index);
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

const allNumbers = (x: readonly unknown[]): x is Vector => x.every((v) => typeof v === "number");

export function isVector(x: unknown): x is Vector {
  return Array.isArray(x) && x.length > 0 && allNumbers(x);
}

/** Rows of numbers of equal length, at least one entry. */
export function isMatrix(x: unknown): x is number[][] {
  return isRows(x) && x.every(allNumbers);
}

export function isComplexVector(x: unknown): x is Complex[] {
  return Array.isArray(x) && x.length > 0 && x.every(isComplex);
}

export function isComplexMatrix(x: unknown): x is Complex[][] {
  return isRows(x) && x.every((row) => row.every(isComplex));
}

/** Rows of equal length of anything, at least one entry. */
export function isRows(x: unknown): x is unknown[][] {
  if (!Array.isArray(x) || !Array.isArray(x[0]) || x[0].length === 0) return false;
  const n = x[0].length;
  return x.every((row) => Array.isArray(row) && row.length === n);
}

export function isScalar(x: unknown): x is number | string | boolean | bigint | null {
  return x === null || ["number", "string", "boolean", "bigint"].includes(typeof x);
}
