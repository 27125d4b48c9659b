import { requireOptions } from "../../core";

/**
 * Asserts that the options of a test are known ones, and that none is there without a value: `{ mean: μ }`
 * with μ not set would quietly test against 0.
 *
 * @throws TypeError, RangeError as `requireOptions`; TypeError that names the option without a value.
 */
export function requireTestOptions<T extends object>(
  caller: string,
  options: T,
  known: readonly (keyof T & string)[],
): T {
  requireOptions(caller, options, known);
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) {
      throw new TypeError(`${caller}: ${key} must have a value where it is given, got undefined`);
    }
  }
  return options;
}

/**
 * Asserts that a test without options was given none. An index is let by, so that the test can be
 * mapped over a list of samples.
 *
 * @throws RangeError that shows what was given.
 */
export function refuseOptions(caller: string, further: readonly unknown[]): void {
  const given = further.find((value) => typeof value === "object" && !Array.isArray(value));
  if (given !== undefined) {
    throw new RangeError(
      `${caller}: there are no options, got ${JSON.stringify(given) ?? String(given)}`,
    );
  }
}
