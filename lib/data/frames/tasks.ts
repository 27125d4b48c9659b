import { describeValue } from "../../core";
import { type Aggregate, type AggregateName, type Reducer, requireAggregate } from "./aggregate";
import { type Column, isMissing, type Parts, positionOf } from "./frame";
import type { Buckets } from "./groups";
import { requireKind } from "./kinds";
import { pick } from "./pick";

/** What is made of each column: a function by name, one of your own, or a list of them. */
export type AggregateSpec = Readonly<
  Record<string, AggregateName | Reducer | readonly (AggregateName | Reducer)[]>
>;

/** One column of a result: which column it is made of, and how. */
export interface Task {
  column: string;
  as: string;
  values: Column;
  aggregate: Aggregate;
}

/** The columns that a specification asks for. @throws TypeError, RangeError as `groupBy` says. */
export function tasksOf(caller: string, parts: Parts, spec: AggregateSpec): Task[] {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) {
    throw new TypeError(
      `${caller}: spec must be an object { column: function }, got ${describeValue(spec)}`,
    );
  }
  const tasks = Object.entries(spec).flatMap(([column, wanted]) => {
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
