/**
 * A sheet holds formulas, each stated by `formula`, and rows of plots: each held by a check that notices its
 * changes.
 */
import * as lib from "../../../lib/index";
import type { Cell, Notebook } from "../../../tools/common/notebook";
import { faultsAt, hasTag, isCode, isMarkdown, outputsOf, type Rule, sourceOf } from "./cells";
import { inRow, rowsOf } from "./rows";

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

const isFolded = ({ metadata }: Cell) =>
  (metadata.jupyter as { source_hidden?: boolean } | undefined)?.source_hidden === true;

/** What the sheet's other cells are made with: the first cell of code, folded. */
export const foldedSetup: Rule = (notebook) => {
  const first = notebook.cells.findIndex(isCode);
  return faultsAt(notebook, (cell, index) => {
    if (index === first) {
      return hasTag(cell, "setup") && isFolded(cell) ? [] : ["is not tagged setup and folded"];
    }
    return hasTag(cell, "setup") ? ["is set-up, but not the first cell of code"] : [];
  });
};

export const statesFormulas: Rule = (notebook) => {
  const faults = faultsAt(notebook, (cell, index, cells) => {
    if (!isCode(cell) || hasTag(cell, "setup") || inRow(cells, index)) return undefined;
    if (!hasTag(cell, "formula") || !isFolded(cell)) return "is not tagged formula and folded";
    const [stated, ...more] = formulasOf(cell);
    if (!stated || more.length > 0 || outputsOf(cell).length > 1)
      return "states not just one formula";
    return stated.changes >= 3
      ? undefined
      : `${stated.name}: held by ${stated.changes} changes only`;
  });
  const count = allFormulas(notebook).length + rowsOf(notebook).length;
  return count >= 15 ? faults : [...faults, `${count} formulas and plots; a sheet has 15 or more`];
};

/** Whether "prob.normal" or "show" is a name of the library. */
export function isKnown(name: string): boolean {
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
