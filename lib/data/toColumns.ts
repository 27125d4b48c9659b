import type { DataFrame } from "danfojs-node";
import { partsOf } from "./frames/frame";

/**
 * The columns of a frame by name, in order, with their values in whatever types they are; missing ones
 * stay as they are (NaN, null or undefined).
 *
 * @param df - The frame.
 * @returns A map from the name of each column to a copy of its values.
 * @throws TypeError if `df` is no DataFrame. O(cells).
 * @example
 * data.toColumns(data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] })).get("y") // => [2, 4]
 */
export function toColumns(df: DataFrame): Map<string, unknown[]> {
  const { names, columns } = partsOf("toColumns", df);
  return new Map(names.map((name, j) => [name, columns[j].slice()]));
}
