import type { DataFrame, Series } from "danfojs-node";
import { describeValue } from "../core";
import type { Scalar } from "./frames/aggregate";
import { isSeries, partsOf, positionOf, seriesParts } from "./frames/frame";
import { takeRows } from "./takeRows";

/** Which rows are kept: an answer for each, or the values that columns must have. */
export type RowFilter = Series | readonly boolean[] | Readonly<Record<string, Scalar>>;

/** An answer for each of m rows. */
function requireMask(mask: readonly unknown[], m: number): readonly unknown[] {
  if (mask.length !== m) {
    throw new RangeError(`filterRows: keep must have length ${m} (rows of df), got ${mask.length}`);
  }
  mask.forEach((answer, i) => {
    if (typeof answer === "boolean") return;
    throw new TypeError(
      `filterRows: keep[${i}] must be true or false, got ${describeValue(answer)}`,
    );
  });
  return mask;
}

/**
 * The rows of a frame for which a condition holds, in their order; labels go with them.
 *
 * (danfo 1.2's `df.query(mask)` takes the labels of the rows asked for as their numbers: of a frame that
 * was sorted or filtered before it gives other rows, without a word, or fails.)
 *
 * @param keep - true or false for each row, as a list or as a Series (`df.column("x").gt(2)`); or the
 * values that some columns must all have: `{ species: "Gentoo" }`.
 * @param df - The frame.
 * @returns A new frame. Cost O(m).
 * @throws TypeError for anything else; RangeError for a wrong length, or a column that is not there.
 * @example
 * const sorted = data.sortBy(data.toDataFrame([[1], [2], [3]], { columns: ["x"] }), "x", { ascending: false });
 * data.filterRows(sorted, sorted.column("x").gt(1)).values // => [[3], [2]]
 * data.filterRows(sorted, { x: 1 }).index // => [0]
 */
export function filterRows(df: DataFrame, keep: RowFilter): DataFrame {
  const { names, columns, rows: m } = partsOf("filterRows", df);
  let holds: (row: number) => boolean;
  if (isSeries(keep) || Array.isArray(keep)) {
    const mask = requireMask(isSeries(keep) ? seriesParts(keep).values : keep, m);
    holds = (row) => mask[row] === true;
  } else if (typeof keep === "object" && keep !== null) {
    const wanted = Object.entries(keep).map(([name, value]) => ({
      column: columns[positionOf("filterRows", names, name)],
      value,
    }));
    holds = (row) => wanted.every(({ column, value }) => column[row] === value);
  } else {
    throw new TypeError(
      `filterRows: keep must be a list of true and false, a Series, or values by column, got ${describeValue(keep)}`,
    );
  }
  const kept = Array.from({ length: m }, (_, row) => row).filter(holds);
  return takeRows(df, kept);
}
