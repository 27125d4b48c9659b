import { describeValue, rng } from "../../core";
import { hasSign } from "./calls";
import { type Draw, type Drawn, drawOne } from "./draws";
import type { Case } from "./hold";

/** How the values of all names are drawn. */
export type Where = Readonly<Record<string, Draw>>;

/** The values of all names, as they were drawn. */
export type Values<W extends Where> = { [name in keyof W]: Drawn<W[name]> };

/** The options of `formula` that say at which values it is held. */
export interface Drawing<W extends Where, D extends object = object> {
  /**
   * How the values of each name are drawn: `[low, high]`, "1..9" (a whole number), "4" (a vector), "3x2"
   * (a matrix), "3x3 symmetric" (or positive definite, orthogonal, lower triangular, diagonal),
   * "simplex 3" (shares that sum to 1), or a function of the generator. A size may be a name drawn before:
   * `n: "3..7", x: "n", X: "nx2"`.
   */
  where: W;
  /** Further names, computed from the drawn ones: the factors of a matrix. */
  derive?: (values: Values<W>) => D;
  /** For an inequality: values at which both sides are equal, from drawn ones. */
  tight?: (values: Values<W>) => Partial<Values<W>>;
}

/** Lists that `against` cannot sort or fill by mistake: the statement is evaluated on them afterwards. */
function frozen<V>(value: V): V {
  if (Array.isArray(value)) {
    value.forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** @throws TypeError for values by which the check would say less than what is printed. */
export function requireTelling(said: string, cases: readonly Case[], where: Where): void {
  const [first] = cases;
  for (const [name, value] of Object.entries(first?.values ?? {})) {
    if (typeof value === "function" && hasSign(name)) {
      throw new TypeError(
        `${said}: ${name} is printed as the function it is; call yours otherwise`,
      );
    }
    if (!Object.hasOwn(where, name) || !Number.isInteger(value)) continue;
    if (cases.every(({ values }) => values[name] === value)) {
      throw new TypeError(
        `${said}: ${name} is always ${value}, so ${name} + 1 and ${Number(value) + 1} are the same: draw it`,
      );
    }
  }
}

/** The names' values at all points, drawn one after the other, so that a seed is a course of draws. */
export function drawCases<W extends Where, D extends object>(
  caller: string,
  count: number,
  options: Drawing<W, D>,
): Case[] {
  const { where, derive, tight } = options;
  const random = rng(1);
  const draw = () => {
    const drawn: Record<string, unknown> = {};
    for (const [name, how] of Object.entries(where)) {
      drawn[name] = frozen(drawOne(caller, name, how, random, drawn));
    }
    return drawn;
  };
  const whole = (drawn: Record<string, unknown>, atEquality: boolean): Case => {
    const values = drawn as Values<W>;
    const moved = (atEquality && tight?.(values)) || {};
    const stray = Object.keys(moved).find((name) => !Object.hasOwn(where, name));
    if (stray) throw new TypeError(`${caller}: tight gives ${stray}, which is not drawn`);
    const all = { ...values, ...moved };
    return { values: { ...all, ...derive?.(all) }, tight: atEquality };
  };
  const cases = Array.from({ length: count }, () => whole(draw(), false));
  return tight ? [...cases, ...cases.map(() => whole(draw(), true))] : cases;
}

/** A point in words. */
export function sayValues({ values }: Case): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${JSON.stringify(value) ?? describeValue(value)}`)
    .join(", ");
}
