/** A sheet holds formulas, each stated by `formula` and so held by a check that notices its changes. */
import * as lib from "../../../lib/index";
import type { Cell, Notebook } from "../../../tools/common/notebook";
import { faultsAt, hasTag, isCode, isMarkdown, outputsOf, type Rule, sourceOf } from "./cells";

const FORMULA = "application/vnd.course.formula+json";

/** A formula as it is stored: what was said of it, and how it was held. */
export interface Stated {
  name: string;
  tex: string;
  of: string[];
  draws: number;
  changes: number;
}

export const formulasOf = (cell: Cell): Stated[] =>
  outputsOf(cell).flatMap(({ data = {} }) => (FORMULA in data ? [data[FORMULA] as Stated] : []));

/** Every formula of a notebook. */
export const allFormulas = ({ cells }: Notebook): Stated[] => cells.flatMap(formulasOf);

export const statesFormulas: Rule = (notebook) => {
  const first = notebook.cells.findIndex(isCode);
  const faults = faultsAt(notebook, (cell, index) => {
    if (!isCode(cell) || index === first) return undefined;
    const folded = (cell.metadata.jupyter as { source_hidden?: boolean } | undefined)
      ?.source_hidden;
    if (!hasTag(cell, "formula") || !folded) return "is not tagged formula and folded";
    const [stated, ...more] = formulasOf(cell);
    if (!stated || more.length > 0 || outputsOf(cell).length > 1)
      return "states not just one formula";
    return stated.changes >= 3
      ? undefined
      : `${stated.name}: held by ${stated.changes} changes only`;
  });
  const count = allFormulas(notebook).length;
  return count >= 15 ? faults : [...faults, `${count} formulas; a sheet has 15 or more`];
};

/** Whether "prob.normal" or "show" is a name of the library. */
function isKnown(name: string): boolean {
  let held: unknown = lib;
  for (const part of name.split(".")) held = (held as Record<string, unknown> | undefined)?.[part];
  return held !== undefined;
}

/** The reference leads from a function to its formulas by these names. */
export const namesTheLibrary: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    formulasOf(cell).flatMap(({ name, of }) => {
      if (of.length === 0) return [`${name}: says not what of the library it is of`];
      return of.filter((one) => !isKnown(one)).map((one) => `${name}: the library has no ${one}`);
    }),
  );

/** Within a section each formula has a name of its own. */
export const namedOnce: Rule = ({ cells }) => {
  let section = "";
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    if (isMarkdown(cell)) section = /^## +(.+)$/m.exec(sourceOf(cell))?.[1] ?? section;
    return formulasOf(cell).flatMap(({ name }) => {
      const key = `${section}: ${name}`;
      const twice = seen.has(key);
      seen.add(key);
      return twice ? [`"${key}" stands twice`] : [];
    });
  });
};
