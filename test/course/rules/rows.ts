/** A row of the sheet on plots: a question, the lines that draw the answer, and what holds the picture. */
import type { Cell, Notebook } from "../../../tools/common/notebook";
import {
  faultsAt,
  figuresOf,
  hasTag,
  isCode,
  isMarkdown,
  outputsOf,
  type Rule,
  sourceOf,
  wordsOf,
} from "./cells";

/** Three cells, one after the other. */
export interface Row {
  question: Cell | undefined;
  code: Cell | undefined;
  picture: Cell;
}

const isPicture = (cell: Cell | undefined) => cell !== undefined && hasTag(cell, "drawn");

export const rowsOf = ({ cells }: Notebook): Row[] =>
  cells.flatMap((picture, i) =>
    isPicture(picture) ? [{ question: cells[i - 2], code: cells[i - 1], picture }] : [],
  );

/** Whether the cell in place i draws, or is drawn by the next one. */
export const inRow = (cells: readonly Cell[], i: number) =>
  isPicture(cells[i]) || isPicture(cells[i + 1]);

const HELD =
  /^✓ (\d+) numbers are drawn as given, all within the axes; (\d+) changes of them noticed/m;

/** How many numbers of a picture were held against what it was to show, and how many changes were noticed. */
export function heldBy({ picture }: Row): { numbers: number; changes: number } {
  const [, numbers, changes] = HELD.exec(outputsOf(picture).map(wordsOf).join("\n")) ?? [];
  return { numbers: Number(numbers ?? 0), changes: Number(changes ?? 0) };
}

/** The functions of `plot` that a row's lines call. */
export const plotsIn = ({ code }: Row): string[] =>
  code ? [...sourceOf(code).matchAll(/\bplot\.(\w+)\(/g)].map(([, name]) => name as string) : [];

function faultsOf(row: Row): string[] {
  const { question, code, picture } = row;
  const asked = question && isMarkdown(question) && /^\*\*[^*]+\?\*\* \S/.test(sourceOf(question));
  const bare = code && isCode(code) && outputsOf(code).length === 0 && plotsIn(row).length > 0;
  const drawn = /^drawn\(\s*(\w+),/m.exec(sourceOf(picture))?.[1];
  const named = code && [...sourceOf(code).matchAll(/^const (\w+) = plot\./gm)].map(([, n]) => n);
  return [
    ...(asked ? [] : ["asks no question two cells before"]),
    ...(bare ? [] : ["is not drawn by the cell before"]),
    ...(!bare || named?.at(-1) === drawn ? [] : [`draws ${drawn}, not ${named?.at(-1)}`]),
    ...(figuresOf(picture).length === 1 ? [] : ["draws not just one picture"]),
    ...(heldBy(row).changes >= 3 ? [] : [`is held by ${heldBy(row).changes} changes only`]),
  ];
}

/** What is printed beside a picture is what drew it, and its numbers are those that were given. */
export const heldPictures: Rule = (notebook) => {
  const rows = rowsOf(notebook);
  return faultsAt(notebook, (cell) => {
    const row = rows.find(({ picture }) => picture === cell);
    return row && faultsOf(row);
  });
};
