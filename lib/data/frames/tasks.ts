import { describeValue } from "../../core";
import { type Aggregate, type AggregateName, type Reducer, requireAggregate } from "./aggregate";
import { type Column, isMissing, type Parts, positionOf } from "./frame";
import type { Buckets } from "./groups";
import { requireKind } from "./kinds";
import { pick } from "./pick";

/** What is made of a column: a function by name, one of your own, or a list of them. */
type ColumnSpec = AggregateName | Reducer | readonly (AggregateName | Reducer)[];

/** What is made of each column, by its name; or the same of every column of numbers. */
export type AggregateSpec = ColumnSpec | Readonly<Record<string, ColumnSpec>>;

/** One column of a result: which column it is made of, and how. */
export interface Task {
  column: string;
  as: string;
  values: Column;
  aggregate: Aggregate;
}

/** The specification by columns: one that is for all goes to those of numbers, but for the keys. */
function byColumn(caller: string, parts: Parts, spec: AggregateSpec, keys: readonly string[]) {
  if (typeof spec === "string" || typeof spec === "function" || Array.isArray(spec)) {
    const numeric = parts.names.filter(
      (name, j) =>
        !keys.includes(name) &&
        requireKind(caller, parts.columns[j], name, parts.index) === "number",
    );
    if (numeric.length > 0) return numeric.map((name): [string, unknown] => [name, spec]);
    throw new TypeError(
      `${caller}: df has no column of numbers beside ${keys.join(", ") || "none"}`,
    );
  }
  if (typeof spec === "object" && spec !== null) return Object.entries(spec);
  throw new TypeError(
    `${caller}: spec must be a function's name or an object { column: function }, got ${describeValue(spec)}`,
  );
}

/**
 * The columns that a specification asks for.
 *
 * @param keys - Columns that are no part of a specification for all.
 * @throws TypeError, RangeError as `groupBy` says.
 */
export function tasksOf(
  caller: string,
  parts: Parts,
  spec: AggregateSpec,
  keys: readonly string[] = [],
): Task[] {
  const tasks = byColumn(caller, parts, spec, keys).flatMap(([column, wanted]) => {
    const values = parts.columns[positionOf(caller, parts.names, column)];
    const kind = requireKind(caller, values, column, parts.index);
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return list.map((one) => {
      const aggregate = requireAggregate(caller, one, column, kind);
      return {
        column,
        as: Array.isArray(wanted) ? `${column}_${aggregate.name}` : column,
        values,
        aggregate,
      };
    });
  });
  if (tasks.length === 0) throw new RangeError(`${caller}: spec must name at least one column`);
  return tasks;
}

/** What each group makes of a column, its missing values left out. */
export function reduced({ values, aggregate }: Task, { from, rows }: Buckets): unknown[] {
  const grouped = pick(values, rows);
  const areKnown = !grouped.some(isMissing);
  const results = new Array<unknown>(from.length - 1);
  for (let g = 0; g < results.length; g++) {
    const own = grouped.slice(from[g], from[g + 1]);
    results[g] = aggregate.reduce(areKnown ? own : own.filter((v) => !isMissing(v)));
  }
  return results;
}
