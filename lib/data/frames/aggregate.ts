import { describeValue } from "../../core";
import { mean, median, std, variance } from "../../stats";
import { identity, type Kind, kindOf } from "./kinds";

/** A scalar that a frame may hold. */
export type Scalar = number | string | boolean | Date;

/** What makes one value of the known values of a group. */
export type Reducer = (values: never[]) => Scalar;

type Known = readonly unknown[];

const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

function extreme(values: Known, sign: 1 | -1): unknown {
  if (values.length === 0) return Number.NaN;
  let best = 0;
  let most = identity(values[0]) as number;
  for (let i = 1; i < values.length; i++) {
    const own = identity(values[i]) as number;
    if (sign > 0 ? own > most : own < most) [best, most] = [i, own];
  }
  return values[best];
}

/** The middle of numbers some of which are infinite, which `median` does not take. */
function middle(x: readonly number[]): number {
  const sorted = [...x].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function areFinite(x: readonly number[]): boolean {
  for (let i = 0; i < x.length; i++) if (!Number.isFinite(x[i])) return false;
  return true;
}

/**
 * Of numbers (and truths, which count as 0 and 1); NaN where there are fewer than `least`. What has
 * infinite ones among them is left to `infinite`.
 */
const numeric =
  (f: (x: number[]) => number, least: number, infinite: (x: number[]) => number) =>
  (values: Known) => {
    if (values.length < least) return Number.NaN;
    const x = typeof values[0] === "number" ? (values as number[]) : values.map(Number);
    return areFinite(x) ? f(x) : infinite(x);
  };

const undefinedValue = () => Number.NaN;

const OF_NUMBERS = {
  sum: numeric(sum, 0, sum),
  mean: numeric(mean, 1, (x) => sum(x) / x.length),
  median: numeric(median, 1, middle),
  std: numeric((x) => std(x, { ddof: 1 }), 2, undefinedValue),
  var: numeric((x) => variance(x, { ddof: 1 }), 2, undefinedValue),
} as const;

const OF_ANYTHING = {
  count: (values: Known) => values.length,
  nunique: (values: Known) => new Set(values.map(identity)).size,
  first: (values: Known) => (values.length > 0 ? values[0] : Number.NaN),
  last: (values: Known) => (values.length > 0 ? values[values.length - 1] : Number.NaN),
  min: (values: Known) => extreme(values, -1),
  max: (values: Known) => extreme(values, 1),
} as const;

/** The functions that aggregation knows by name. */
export type AggregateName = keyof typeof OF_NUMBERS | keyof typeof OF_ANYTHING;

export const AGGREGATES: readonly AggregateName[] = [
  ...(Object.keys(OF_NUMBERS) as AggregateName[]),
  ...(Object.keys(OF_ANYTHING) as AggregateName[]),
];

/** A function that turns the known values of a group into one, and what it is called. */
export interface Aggregate {
  name: string;
  reduce: (values: Known) => unknown;
}

/**
 * The aggregate asked for by name or given as a function, for a column of this kind.
 *
 * @throws TypeError that names column and function, where it is not made for the column's values;
 * RangeError for a name that is not known.
 */
export function requireAggregate(
  caller: string,
  wanted: unknown,
  column: string,
  kind: Kind | undefined,
): Aggregate {
  const where = `column ${JSON.stringify(column)}`;
  if (typeof wanted === "function") {
    const name = wanted.name || "custom";
    return {
      name,
      reduce: (values) => {
        const value: unknown = (wanted as Reducer)(values as never[]);
        if (kindOf(value) !== undefined) return value;
        throw new TypeError(
          `${caller}: ${name} of ${where} must return a number, word, truth or date, got ${describeValue(value)}`,
        );
      },
    };
  }
  const name = wanted as AggregateName;
  if (Object.hasOwn(OF_ANYTHING, name)) {
    return { name, reduce: OF_ANYTHING[name as keyof typeof OF_ANYTHING] };
  }
  if (!Object.hasOwn(OF_NUMBERS, name)) {
    const list = AGGREGATES.map((word) => JSON.stringify(word)).join(", ");
    throw new RangeError(
      `${caller}: the function of ${where} must be a function or one of ${list}, got ${describeValue(wanted)}`,
    );
  }
  if (kind === "string" || kind === "date") {
    throw new TypeError(`${caller}: ${name} of ${where} needs numbers, it holds ${kind}s`);
  }
  return { name, reduce: OF_NUMBERS[name as keyof typeof OF_NUMBERS] };
}
