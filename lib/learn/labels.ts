import { describeValue, type ReadonlyMatrix } from "../core";
import type { Dense } from "../linalg/flat";
import { packData } from "./guards";

/** A class label: a number or a string. A vector of labels holds one kind only. */
export type Label = number | string;

/** Labels as indices into their sorted distinct values. */
export interface Encoded<T extends Label> {
  /** The distinct labels, ascending (strings by code unit). */
  classes: T[];
  /** codes[n] is the index of y[n] in `classes`. */
  codes: Int32Array;
  /** How many samples each class has. */
  counts: number[];
}

/** What `requireLabels` asks beyond a vector of labels of one kind. */
export interface LabelRule {
  length?: number;
  /** What the length has to match, for the message: `"rows of X"`. */
  lengthOf?: string;
}

/** Asserts that y is a non-empty vector of labels of one kind (finite numbers, or strings). */
export function requireLabels<T extends Label>(
  caller: string,
  name: string,
  y: readonly T[],
  rule: LabelRule = {},
): readonly T[] {
  if (!Array.isArray(y)) {
    throw new TypeError(
      `${caller}: ${name} must be a vector of labels (numbers or strings), got ${describeValue(y)}`,
    );
  }
  const { length, lengthOf } = rule;
  if (length !== undefined && y.length !== length) {
    const why = lengthOf ? ` (${lengthOf})` : "";
    throw new RangeError(`${caller}: ${name} must have length ${length}${why}, got ${y.length}`);
  }
  if (y.length === 0) throw new RangeError(`${caller}: ${name} must have at least 1 label, got 0`);
  const kind = typeof y[0];
  y.forEach((label: unknown, n) => {
    const at = `${name}[${n}] is ${describeValue(label)}`;
    if (typeof label !== "number" && typeof label !== "string") {
      throw new TypeError(`${caller}: ${name} must hold numbers or strings, ${at}`);
    }
    if (typeof label !== kind) {
      throw new TypeError(
        `${caller}: ${name} must hold labels of one kind, ${name}[0] is a ${kind} and ${at}`,
      );
    }
    if (typeof label === "number" && !Number.isFinite(label)) {
      throw new RangeError(`${caller}: ${name} must hold finite numbers or strings, ${at}`);
    }
  });
  return y;
}

/** Distinct labels, ascending: numbers by value, strings by code unit. */
export function distinct<T extends Label>(y: readonly T[]): T[] {
  return [...new Set(y)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Checks labels (see `requireLabels`) and writes each as the index of its class. */
export function encodeLabels<T extends Label>(
  caller: string,
  name: string,
  y: readonly T[],
  rule: LabelRule & { minClasses?: number } = {},
): Encoded<T> {
  requireLabels(caller, name, y, rule);
  const classes = distinct(y);
  const { minClasses = 1 } = rule;
  if (classes.length < minClasses) {
    throw new RangeError(
      `${caller}: ${name} must hold at least ${minClasses} classes, got ${classes.length} (${describeValue(classes[0])})`,
    );
  }
  const index = new Map(classes.map((label, k) => [label, k]));
  const codes = Int32Array.from(y, (label) => index.get(label)!);
  const counts: number[] = new Array(classes.length).fill(0);
  for (const k of codes) counts[k]++;
  return { classes, codes, counts };
}

/** Row numbers of class k. */
export const rowsOfClass = (codes: Int32Array, k: number): number[] =>
  Array.from(codes.keys()).filter((n) => codes[n] === k);

/** Asserts that (X, y) are what a classifier learns from: data, which are packed, and for each row a label of at least two classes. */
export function packClasses<T extends Label>(
  caller: string,
  X: ReadonlyMatrix,
  y: readonly T[],
): Encoded<T> & { A: Dense } {
  const A = packData(caller, "X", X, 2);
  const rule = { length: A.rows, lengthOf: "rows of X", minClasses: 2 };
  return { A, ...encodeLabels(caller, "y", y, rule) };
}
