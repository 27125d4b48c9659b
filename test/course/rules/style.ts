/** Cells that can be read: short lines, short cells, nothing that changes from run to run. */
import { faultsAt, hasTag, isCode, isMarkdown, type Rule, sourceOf } from "./cells";

const WIDTH = 90;

export const narrowLines: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    isCode(cell)
      ? sourceOf(cell)
          .split("\n")
          .filter((line) => [...line].length > WIDTH)
          .map((line) => `a line of ${[...line].length} characters: ${line.trim().slice(0, 40)}…`)
      : undefined,
  );

const lengthOf = (source: string) => source.split("\n").length;

/** Figures, which are folded, and exercises aside. */
export const shortCells: Rule = (notebook) => {
  const counted = notebook.cells.filter(
    (c) => isCode(c) && !hasTag(c, "figure") && !c.metadata.nbgrader,
  );
  const lengths = counted.map((cell) => lengthOf(sourceOf(cell))).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  const long = lengths.filter((n) => n > 15).length;
  return [
    ...(median <= 8
      ? []
      : [`cells of code have ${median} lines in the median, at most 8 are wanted`]),
    ...(long <= 0.1 * lengths.length
      ? []
      : [`${long} of ${lengths.length} cells are over 15 lines`]),
    ...faultsAt(notebook, (cell) =>
      counted.includes(cell) && lengthOf(sourceOf(cell)) > 22
        ? `has ${lengthOf(sourceOf(cell))} lines, at most 22 are wanted`
        : undefined,
    ),
  ];
};

/** A paragraph of more than a dozen lines of about a hundred characters, without a formula. */
export const noWalls: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    isMarkdown(cell)
      ? sourceOf(cell)
          .split(/\n\s*\n/)
          .filter(
            (part) => part.length > 1200 && !/\$\$|^\s*(?:[-*>|]|\d+\.)|<details>/m.test(part),
          )
          .map((part) => `a wall of ${part.length} characters: ${part.slice(0, 40)}…`)
      : undefined,
  );

const CASTS = /\bas (?:unknown|any|number|string|\w+\[\]|\[)/;

/** A cast in a notebook is a type missing in the library. */
export const noCasts: Rule = (notebook) =>
  faultsAt(notebook, (cell) =>
    isCode(cell) && CASTS.test(sourceOf(cell).replace(/"[^"\n]*"|`[^`]*`/g, '""'))
      ? "casts a type"
      : undefined,
  );
