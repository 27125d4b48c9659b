import { blankVector } from "../blankVector";
import { describeValue } from "../describe";
import { type NumberRule, requireNumber } from "../guards";
import type { ReadonlyVector } from "../types";

/** What an elementwise function takes: a number, or an array of numbers. */
export type NumberOrArray = number | ReadonlyVector;

/** What it gives back: a number for a number, an array for an array. */
// biome-ignore lint/suspicious/noExplicitAny: data of type any (a cell of a data frame) stays any
export type Shaped<X> = 0 extends 1 & X ? any : X extends number ? number : number[];

/** The whole extended real line: every number but NaN. */
export const REAL: NumberRule = { allowInfinite: true };

/**
 * Applies `f` to a number or to each entry of an array, after checking that every argument is a
 * number in the closed domain `rule` (NaN is in none).
 *
 * @throws TypeError for anything but numbers; RangeError for a number outside the domain.
 */
export function elementwise<X extends NumberOrArray>(
  caller: string,
  name: string,
  x: X,
  f: (x: number) => number,
  rule: Pick<NumberRule, "min" | "max" | "allowInfinite"> = REAL,
): Shaped<X> {
  if (typeof x === "number") {
    requireNumber(caller, name, x, rule);
    return (f(x) + 0) as Shaped<X>; // −0 becomes 0
  }
  if (!Array.isArray(x)) {
    throw new TypeError(
      `${caller}: ${name} must be a number or an array of numbers, got ${describeValue(x)}`,
    );
  }
  // The quick test lets ordinary numbers by; requireNumber judges the rest and words the error.
  const { min = -1e300, max = 1e300 } = rule;
  const out = blankVector(x.length);
  for (let i = 0; i < x.length; i++) {
    const v = x[i];
    if (typeof v !== "number" || !(v >= min && v <= max)) {
      requireNumber(caller, `${name}[${i}]`, v, rule);
    }
    out[i] = f(v) + 0;
  }
  return out as Shaped<X>;
}
