import type { DataFrame } from "danfojs-node";
import { describeValue, type ReadonlyMatrix, requireMatrix, requireOptions } from "../core";
import { makeFrame } from "./frames/frame";

/** Options of `toDataFrame`. */
export interface ToDataFrameOptions {
  /** Names of the columns. Default "0", "1", …. */
  columns?: readonly string[];
  /** Labels of the rows. Default 0, 1, …. */
  index?: readonly (string | number)[];
}

function requireLabels(
  name: string,
  labels: readonly unknown[] | undefined,
  length: number,
  lengthOf: string,
): void {
  if (labels === undefined) return;
  if (!Array.isArray(labels)) {
    throw new TypeError(`toDataFrame: ${name} must be an array, got ${describeValue(labels)}`);
  }
  if (labels.length !== length) {
    throw new RangeError(
      `toDataFrame: ${name} must have length ${length} (${lengthOf}), got ${labels.length}`,
    );
  }
  const seen = new Set<unknown>();
  for (const label of labels) {
    if (seen.has(label)) {
      throw new RangeError(
        `toDataFrame: ${name} must differ, ${JSON.stringify(label)} comes twice`,
      );
    }
    seen.add(label);
  }
}

/**
 * A danfo DataFrame of a matrix. (A frame that danfo makes of whole numbers calls them int32 however
 * large they are, and its tensors wrap 3·10⁹ around to a negative number; here such a column is
 * float32.)
 *
 * @param A - m×n matrix, not empty.
 * @returns DataFrame with m rows and n columns.
 * @throws RangeError when there are not n columns or m labels, or a name comes twice. O(mn).
 * @example
 * data.toDataFrame([[1, 2], [3, 4]], { columns: ["x", "y"] }).columns // => ["x", "y"]
 */
export function toDataFrame(A: ReadonlyMatrix, options: ToDataFrameOptions = {}): DataFrame {
  requireMatrix("toDataFrame", "A", A, { minRows: 1, allowNonFinite: true });
  requireOptions("toDataFrame", options, ["columns", "index"]);
  const n = A[0].length;
  const { columns = Array.from({ length: n }, (_, j) => String(j)), index } = options;
  requireLabels("columns", columns, n, "columns of A");
  requireLabels("index", index, A.length, "rows of A");
  const values = columns.map((_, j) => A.map((row) => row[j]));
  return makeFrame(columns, values, index);
}
