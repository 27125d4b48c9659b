import type { DataFrame } from "danfojs-node";
import { restoreUtil } from "./nodeUtil";

restoreUtil();

/**
 * danfo and tfjs take up to a second to load, and most cells need neither: so each is loaded when it
 * is first asked for.
 */

const danfoModule = (): typeof import("danfojs-node") => require("danfojs-node");

/**
 * The accessors of columns, `df["mass"]`, of a frame. danfo 1.2 defines one for every column, and where
 * a column is called as one of the frame's own properties (shape, values, index, mean, head, …) that is
 * then lost, and the frame of no more use. Such a column is read by `df.column("shape")`.
 */
function defineColumns(this: DataFrame, column?: string): void {
  const frame = this as unknown as {
    $getColumnData: (name: string) => unknown;
    $setColumnData: (name: string, values: unknown) => void;
  };
  for (const name of typeof column === "string" ? [column] : this.columns) {
    if (name in this) continue;
    Object.defineProperty(this, name, {
      get: () => frame.$getColumnData(name),
      set: (values: unknown) => frame.$setColumnData(name, values),
    });
  }
}

/**
 * Count, mean, standard deviation, … of each numeric column, missing values left out: danfo 1.2
 * computes mean, std, median and variance of a column over its missing values too (NaN, or an error for
 * null), while its `Series.describe` leaves them out; so the frame's is made of those.
 *
 * @throws RangeError if there is no such column.
 */
function describe(this: DataFrame): DataFrame {
  const { DataFrame: Frame } = danfoModule();
  const names = this.columns.filter((_, j) => ["int32", "float32"].includes(this.dtypes[j]));
  if (names.length === 0) throw new RangeError("describe: the data frame has no numeric column");
  const columns = names.map((name) => this.column(name).describe());
  const rows = columns[0].values.map((_, i) => columns.map((c) => c.values[i]));
  return new Frame(rows, { columns: names, index: columns[0].index });
}

/**
 * The danfo module, its frames mended where they would mislead or break. What its verbs return is of a
 * class beneath the one that it exports, so that is the one to mend.
 */
export function danfo(): typeof import("danfojs-node") {
  const module = danfoModule();
  const mended = { describe, $setInternalColumnDataProperty: defineColumns };
  Object.assign(Object.getPrototypeOf(module.DataFrame.prototype), mended);
  return module;
}

/** The tfjs module, on its native backend. */
export function tensorflow(): typeof import("@tensorflow/tfjs-node") {
  return require("@tensorflow/tfjs-node");
}
