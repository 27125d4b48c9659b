import type { DataFrame } from "danfojs-node";
import { describeValue, requireOneOf, requireOptions } from "../../core";
import { fillna } from "../../data";
import { mean, median } from "../../stats";
import {
  columnsOfFrame,
  isMissing,
  knownValues,
  requireColumns,
  sortedValues,
  type Value,
} from "./columns";

/** Options of `imputer`. */
export interface ImputerOptions {
  /**
   * What stands in for a missing value: the column's `"mean"` (default), `"median"`, the value that is
   * `"mostFrequent"` in it (of equally frequent ones the least), or a `"constant"`.
   */
  strategy?: "mean" | "median" | "mostFrequent" | "constant";
  /** The constant. */
  fillValue?: Value;
  /** The columns to fill. Default: those of numbers (mean, median), all (mostFrequent), or those of the constant's kind. */
  columns?: readonly string[];
}

/** What `imputer` returns. */
export interface Imputer {
  /** What stands in for a missing value, by column. */
  values: Map<string, Value>;
  /** A frame with the same columns in which nothing is missing in those that are filled. */
  transform(df: DataFrame): DataFrame;
}

/** Of the values that come most often, the least. */
function mostFrequent(values: readonly Value[]): Value {
  const counts = new Map<Value, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return sortedValues(values).reduce((a, b) => (counts.get(b)! > counts.get(a)! ? b : a));
}

/** The columns that are filled where none are named. */
function defaultColumns(
  caller: string,
  columns: ReadonlyMap<string, unknown[]>,
  strategy: string,
  fillValue: Value | undefined,
): string[] {
  if (strategy === "mostFrequent") return [...columns.keys()];
  const kind = strategy === "constant" ? typeof fillValue : "number";
  const fits = [...columns].filter(([, values]) => {
    const first = values.find((v) => !isMissing(v));
    return first === undefined || typeof first === kind;
  });
  if (fits.length > 0) return fits.map(([name]) => name);
  throw new RangeError(`${caller}: df must have a column of ${kind}s, it has none`);
}

/**
 * Fills what is missing in a frame with what the column tells elsewhere. What stands in is learnt once,
 * from the training data, and the same for new data: a mean that has seen the test set is a leak. What is
 * filled in makes a column look less spread than it is, and the sample larger than it is. See Little & Rubin,
 * Statistical Analysis with Missing Data, 2nd edition 2002, chapter 4.
 *
 * @param df - The frame to learn from.
 * @returns `{ values, transform }`; see {@link Imputer}. The filled training data are `transform(df)`.
 * @throws RangeError for a column that is not there or has no value at all to learn from, TypeError for the mean
 * of a column that does not hold numbers, or a constant of another kind than the column.
 * Cost O(cells), and a sort of each column for the median.
 * @example
 * learn.imputer(data.toDataFrame([[1, 5], [NaN, 7], [3, NaN]])).transform(data.toDataFrame([[NaN, NaN]])).values // => [[2, 6]]
 * learn.imputer(data.toDataFrame([[NaN], [NaN]])) // throws imputer: column "0" has no value to learn from
 */
export function imputer(df: DataFrame, options: ImputerOptions = {}): Imputer {
  const caller = "imputer";
  const columns = columnsOfFrame(caller, df);
  requireOptions(caller, options, ["strategy", "fillValue", "columns"]);
  const { strategy = "mean", fillValue } = options;
  requireOneOf(caller, "strategy", strategy, ["mean", "median", "mostFrequent", "constant"]);
  if (strategy === "constant") {
    if (!["number", "string", "boolean"].includes(typeof fillValue) || isMissing(fillValue)) {
      throw new TypeError(
        `${caller}: fillValue must be a number, string or boolean, got ${describeValue(fillValue)}`,
      );
    }
  } else if (fillValue !== undefined) {
    throw new RangeError(`${caller}: fillValue must go with strategy "constant", got ${strategy}`);
  }
  const chosen =
    options.columns === undefined
      ? defaultColumns(caller, columns, strategy, fillValue)
      : requireColumns(caller, columns, options.columns);
  const learn = (name: string): Value => {
    const known = knownValues(caller, name, columns.get(name)!);
    if (strategy === "constant") {
      if (known.length === 0 || typeof known[0] === typeof fillValue) return fillValue!;
      throw new TypeError(
        `${caller}: column ${JSON.stringify(name)} holds ${typeof known[0]}s, fillValue must be one, got ${describeValue(fillValue)}`,
      );
    }
    if (known.length === 0) {
      throw new RangeError(`${caller}: column ${JSON.stringify(name)} has no value to learn from`);
    }
    if (strategy === "mostFrequent") return mostFrequent(known);
    if (typeof known[0] !== "number") {
      throw new TypeError(
        `${caller}: column ${JSON.stringify(name)} must hold numbers to have a ${strategy}, it holds ${describeValue(known[0])}`,
      );
    }
    return (strategy === "mean" ? mean : median)(known as number[]);
  };
  const values = new Map(chosen.map((name) => [name, learn(name)]));
  return {
    values,
    transform(fresh) {
      const given = columnsOfFrame(`${caller}.transform`, fresh);
      requireColumns(`${caller}.transform`, given, [...columns.keys()]);
      for (const [name, value] of values) {
        const [known] = knownValues(`${caller}.transform`, name, given.get(name)!);
        if (known === undefined || typeof known === typeof value) continue;
        throw new TypeError(
          `${caller}.transform: column ${JSON.stringify(name)} must hold ${typeof value}s, it holds ${describeValue(known)}`,
        );
      }
      return fillna(fresh, Object.fromEntries(values));
    },
  };
}
