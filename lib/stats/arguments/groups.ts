import { describeValue, requireVector, type Vector } from "../../core";

/**
 * Asserts that `groups` are at least 2 vectors of finite numbers.
 *
 * @param minLength - What each of them has to have at least.
 */
export function requireGroups(caller: string, groups: unknown, minLength = 1): Vector[] {
  if (!Array.isArray(groups)) {
    throw new TypeError(
      `${caller}: groups must be an array of vectors, got ${describeValue(groups)}`,
    );
  }
  if (groups.length < 2) {
    throw new RangeError(`${caller}: groups must be at least 2 vectors, got ${groups.length}`);
  }
  return groups.map((g: unknown, i) => requireVector(caller, `groups[${i}]`, g, { minLength }));
}

/** Asserts that names, if there are any, are as many strings as groups; by default they are numbered. */
export function requireNames(
  caller: string,
  names: readonly string[] | undefined,
  count: number,
): string[] {
  if (names === undefined) return Array.from({ length: count }, (_, i) => `${i + 1}`);
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string")) {
    throw new TypeError(`${caller}: names must be an array of strings`);
  }
  if (names.length !== count) {
    throw new RangeError(
      `${caller}: names must have length ${count} (groups), got ${names.length}`,
    );
  }
  return names.slice();
}
