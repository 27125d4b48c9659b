import { describeValue } from "../../core";
import { positionOf } from "./frame";

/**
 * One name or several, each the name of a column.
 *
 * @throws TypeError if it is neither; RangeError for a column that is not there, or named twice.
 */
export function requireColumns(
  caller: string,
  argument: string,
  wanted: unknown,
  names: readonly string[],
  frame = "df",
): string[] {
  const list = typeof wanted === "string" ? [wanted] : wanted;
  if (!Array.isArray(list) || !list.every((name) => typeof name === "string")) {
    throw new TypeError(
      `${caller}: ${argument} must be the name of a column or an array of names, got ${describeValue(wanted)}`,
    );
  }
  list.forEach((name, k) => {
    positionOf(caller, names, name, frame);
    if (list.indexOf(name) < k) {
      throw new RangeError(
        `${caller}: ${argument} must differ, ${JSON.stringify(name)} comes twice`,
      );
    }
  });
  return list;
}

/** @throws RangeError where two columns of a result would have the same name. */
export function requireDistinct(caller: string, names: readonly string[], hint: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      throw new RangeError(
        `${caller}: two columns of the result would be called ${JSON.stringify(name)}; ${hint}`,
      );
    }
    seen.add(name);
  }
}
