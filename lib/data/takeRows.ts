import type { DataFrame } from "danfojs-node";
import { describeValue, requireNumber } from "../core";
import { type Labels, makeFrame, partsOf } from "./frames/frame";
import { pick } from "./frames/pick";

/**
 * Some rows of a frame, in the order in which their numbers are given; labels go with them.
 *
 * @param rows - Row numbers, from 0 (not labels); a row may come more than once.
 * @param df - The frame.
 * @returns A new frame.
 * @throws RangeError for a number that is no row. O(rows taken · columns).
 * @example
 * data.takeRows(data.toDataFrame([[1], [2], [3]]), [2, 0]).values // => [[3], [1]]
 * data.takeRows(data.toDataFrame([[1]]), [1]) // throws takeRows: rows[0] must be an integer in [0, 0], got 1
 */
export function takeRows(df: DataFrame, rows: readonly number[]): DataFrame {
  const { names, columns, index, rows: m } = partsOf("takeRows", df);
  if (!Array.isArray(rows)) {
    throw new TypeError(`takeRows: rows must be a list of row numbers, got ${describeValue(rows)}`);
  }
  rows.forEach((row, i) => {
    requireNumber("takeRows", `rows[${i}]`, row, { min: 0, max: m - 1, integer: true });
  });
  return makeFrame(
    names,
    columns.map((column) => pick(column, rows)),
    pick(index, rows) as Labels,
  );
}
