import type { DataFrame } from "danfojs-node";
import { restoreUtil } from "./nodeUtil";

restoreUtil();

/**
 * danfo and tfjs take up to a second to load, and most cells need neither: so each is loaded when it
 * is first asked for.
 */

const danfoModule = (): typeof import("danfojs-node") => require("danfojs-node");

/**
 * Count, mean, standard deviation, … of each numeric column, missing values left out.
 * @throws RangeError if there is no such column.
 */
function describe(this: DataFrame): DataFrame {
  const { DataFrame: Frame } = danfoModule();
  const names = this.columns.filter((_, j) => this.dtypes[j] !== "string");
  if (names.length === 0) throw new RangeError("describe: the data frame has no numeric column");
  const columns = names.map((name) => this.column(name).describe());
  const entries = columns.map((c, j) => [names[j], c.values] as const);
  return new Frame(Object.fromEntries(entries), { index: columns[0].index });
}

/**
 * The danfo module, its `DataFrame.describe` mended: danfo 1.2 computes mean, std, median and variance
 * of a column over its missing values too (NaN, or an error for null), while its `Series.describe`
 * leaves them out; so the frame's is made of those.
 */
export function danfo(): typeof import("danfojs-node") {
  const module = danfoModule();
  module.DataFrame.prototype.describe = describe;
  return module;
}

/** The tfjs module, on its native backend. */
export function tensorflow(): typeof import("@tensorflow/tfjs-node") {
  return require("@tensorflow/tfjs-node");
}
