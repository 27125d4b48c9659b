import { describeValue } from "../../core";
import { type Column, isMissing, type Labels } from "./frame";

/** What the known values of a column are. */
export type Kind = "number" | "string" | "boolean" | "date";

/** The kind of one known value, undefined for an object, a function and so on. */
export function kindOf(v: unknown): Kind | undefined {
  if (v instanceof Date) return "date";
  const type = typeof v;
  return type === "number" || type === "string" || type === "boolean" ? type : undefined;
}

/**
 * The kind of all known values of a column; undefined if there are none.
 *
 * @throws TypeError that names column and row where one is of another kind.
 */
export function requireKind(
  caller: string,
  values: Column,
  name: string,
  index: Labels,
): Kind | undefined {
  let kind: Kind | undefined;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (typeof v === kind && kind !== undefined) continue; // most of them
    if (isMissing(v)) continue;
    const own = kindOf(v);
    if (own !== undefined && (kind === undefined || own === kind)) {
      kind = own;
      continue;
    }
    const must = kind === undefined ? "numbers, words, truths or dates" : `${kind}s, as above`;
    throw new TypeError(
      `${caller}: column ${JSON.stringify(name)} must hold ${must}, row ${index[i]} is ${describeValue(v)}`,
    );
  }
  return kind;
}

/** A value by which equal ones can be told: dates are equal when their times are. */
export const identity = (v: unknown): unknown => (v instanceof Date ? v.getTime() : v);
