import { describeValue, type NumberRule, requireNumber } from "../../core";
import { rootBetween } from "../../core/special";

/** The quantities of a power analysis, of which one is left out and looked for. */
export interface Design<K extends string> {
  /** Which one. */
  unknown: K;
  /** The others; the unknown is 0. */
  given: Record<K, number>;
}

/** Finds out which of the quantities is left out, and checks the others. */
export function designOf<K extends string>(
  caller: string,
  options: object,
  rules: { readonly [key in K]: NumberRule },
): Design<K> {
  const names = Object.keys(rules) as K[];
  const values = options as { readonly [key in K]?: unknown };
  const left = names.filter((name) => values[name] === undefined);
  if (left.length !== 1) {
    const list = left.length === 0 ? "none" : left.join(", ");
    throw new RangeError(
      `${caller}: of ${names.join(", ")} one must be left out, to be found; left out: ${list}`,
    );
  }
  const given = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  for (const name of names) {
    if (name !== left[0]) given[name] = requireNumber(caller, name, values[name], rules[name]);
  }
  return { unknown: left[0], given };
}

/** What is looked for, where, and what to say if nothing reaches the power. */
export interface Search {
  name: string;
  /** The least value; the power there may already be enough. */
  from: number;
  /** No value beyond this is tried. */
  to: number;
}

/**
 * The least value at which a power that rises with it reaches the target: by doubling the distance from the least
 * value, then by root finding.
 *
 * @returns The value, and the power there: the target, or more where already the least value gives more.
 * @throws RangeError if the target is not reached.
 */
export function solvePower(
  caller: string,
  powerAt: (value: number) => number,
  target: number,
  { name, from, to }: Search,
): { value: number; power: number } {
  const least = powerAt(from);
  if (least >= target) return { value: from, power: least };
  let high = from;
  for (let step = 1; high < to && powerAt(high) < target; step *= 2) {
    high = Math.min(to, from + step);
  }
  if (powerAt(high) < target) {
    throw new RangeError(
      `${caller}: no ${name} up to ${describeValue(to)} gives a power of ${target}, it comes to ${powerAt(high).toPrecision(4)}`,
    );
  }
  return { value: rootBetween((value) => powerAt(value) - target, from, high), power: target };
}
