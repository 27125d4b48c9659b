import type { DataFrame } from "danfojs-node";
import { describeValue } from "../core";
import type { Scalar } from "./frames/aggregate";
import { isMissing, makeFrame, partsOf, positionOf } from "./frames/frame";
import { kindOf, requireKind } from "./frames/kinds";

const isScalar = (v: unknown): v is Scalar => kindOf(v) !== undefined && !isMissing(v);

function fillsOf(value: unknown, names: readonly string[]): Map<string, Scalar> {
  if (isScalar(value)) return new Map(names.map((name) => [name, value]));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(
      "fillna: value must be a number, word, truth or date, or an object { column: value }, " +
        `got ${describeValue(value)}`,
    );
  }
  return new Map(
    Object.entries(value).map(([name, own]: [string, unknown]) => {
      positionOf("fillna", names, name);
      if (isScalar(own)) return [name, own];
      throw new TypeError(
        `fillna: value of column ${JSON.stringify(name)} must be a number, word, truth or date, got ${describeValue(own)}`,
      );
    }),
  );
}

/**
 * A frame with a value in the place of each missing one (NaN, null, undefined).
 *
 * @param value - For all columns, or by column: `{ age: 30, town: "?" }`.
 * @param df - The frame.
 * @returns A new frame; columns without a value for them stay as they are.
 * @throws TypeError, naming the column, where the value is not of the kind that the column holds (a
 * column of numbers with words in it would be of no use to anybody); RangeError for a column that is
 * not there. O(cells).
 * @example
 * data.fillna(data.toDataFrame([[1, NaN], [NaN, 4]]), { 1: 0 }).values // => [[1, 0], [NaN, 4]]
 */
export function fillna(df: DataFrame, value: Scalar | Readonly<Record<string, Scalar>>): DataFrame {
  const { names, columns, index } = partsOf("fillna", df);
  const fills = fillsOf(value, names);
  const filled = columns.map((column, j) => {
    const fill = fills.get(names[j]);
    if (fill === undefined || !column.some(isMissing)) return column;
    const kind = requireKind("fillna", column, names[j], index);
    if (kind !== undefined && kind !== kindOf(fill)) {
      throw new TypeError(
        `fillna: column ${JSON.stringify(names[j])} holds ${kind}s, value must be one, got ${describeValue(fill)}`,
      );
    }
    return column.map((v) => (isMissing(v) ? fill : v));
  });
  return makeFrame(names, filled, index);
}
