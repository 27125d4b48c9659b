import type { DataFrame } from "danfojs-node";
import { requireOptions } from "../core";
import { quantile } from "../stats";
import { requireAggregate } from "./frames/aggregate";
import { isMissing, makeFrame, partsOf, positionOf } from "./frames/frame";
import { requireColumns } from "./frames/guards";
import { requireKind } from "./frames/kinds";

/** Options of `describe`. */
export interface DescribeOptions {
  /** The columns to describe. Default: all that hold numbers. */
  columns?: readonly string[];
}

const ROWS = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"] as const;

function summary(name: string, x: number[]): number[] {
  const of = (what: "mean" | "std" | "min" | "max") =>
    requireAggregate("describe", what, name, "number").reduce(x) as number;
  const finite = x.length > 0 && x.every(Number.isFinite);
  const quarters = finite ? quantile(x, [0.25, 0.5, 0.75]) : new Array<number>(3).fill(Number.NaN);
  return [x.length, of("mean"), of("std"), of("min"), ...quarters, of("max")];
}

/**
 * Count, mean, standard deviation (ddof 1), least, quartiles (type 7) and greatest of each column of
 * numbers, missing values left out. A column with nothing known has count 0, the rest NaN.
 *
 * (danfo 1.2's `df.describe()` is NaN, or fails on null, where a value is missing.)
 *
 * @param df - DataFrame with m rows.
 * @returns A frame with the rows count, mean, std, min, 25%, 50%, 75%, max and a column for each.
 * @throws RangeError if no column holds numbers, or one asked for is not there; TypeError if one asked
 * for holds none. Cost O(m log m) a column.
 * @example
 * data.describe(data.toDataFrame([[1], [NaN], [4]], { columns: ["x"] })).column("x").values.slice(0, 2) // => [2, 2.5]
 */
export function describe(df: DataFrame, options: DescribeOptions = {}): DataFrame {
  const { names, columns, index } = partsOf("describe", df);
  requireOptions("describe", options, ["columns"]);
  const asked = options.columns && requireColumns("describe", "columns", options.columns, names);
  const chosen = (asked ?? names).map((name) => ({
    name,
    values: columns[positionOf("describe", names, name)],
  }));
  const numeric = chosen.filter(({ name, values }) => {
    const kind = requireKind("describe", values, name, index);
    if (kind === "number" || kind === undefined) return true;
    if (asked === undefined) return false;
    throw new TypeError(
      `describe: column ${JSON.stringify(name)} must hold numbers, it holds ${kind}s`,
    );
  });
  if (numeric.length === 0) throw new RangeError("describe: df has no column of numbers");
  return makeFrame(
    numeric.map(({ name }) => name),
    numeric.map(({ name, values }) =>
      summary(
        name,
        (values.some(isMissing) ? values.filter((v) => !isMissing(v)) : values) as number[],
      ),
    ),
    ROWS,
  );
}
