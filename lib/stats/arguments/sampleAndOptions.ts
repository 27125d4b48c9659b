import { describeValue } from "../../core";

/**
 * Sorts out what follows x in (x), (x, options), (x, y) and (x, y, options). An undefined y is not "no y":
 * it is a column that was misspelt.
 *
 * @throws TypeError for a second argument that is neither sample nor options.
 */
export function sampleAndOptions(
  caller: string,
  rest: readonly unknown[],
): {
  one: boolean;
  y: unknown;
  options: unknown;
} {
  const [second, third = {}] = rest;
  if (rest.length > 1) return { one: false, y: second, options: third };
  if (rest.length === 0) return { one: true, y: [], options: {} };
  if (Array.isArray(second)) return { one: false, y: second, options: {} };
  if (typeof second === "object" && second !== null) return { one: true, y: [], options: second };
  throw new TypeError(
    `${caller}: the second argument must be a sample or options, got ${describeValue(second)}`,
  );
}
