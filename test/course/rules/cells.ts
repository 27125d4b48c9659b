/** What the rules read of a notebook's cells. */
import { type Cell, type Notebook, type Output, textOf } from "../../../tools/common/notebook";

/** Faults of a notebook, each with the index of its cell in front. */
export type Rule = (notebook: Notebook) => string[];

export const FIGURE = "application/vnd.plotly.v1+json";

export interface Role {
  solution: boolean;
  grade: boolean;
  grade_id: string;
  points?: number;
}

/** What a solution's cell says of its exercise, beside nbgrader's own. */
export interface Exercise {
  kind: "code" | "proof" | "experiment" | "interpretation" | "beyond";
  /** A plausible wrong solution, in place of the right one: the check after it has to fail on it. */
  wrong?: string | string[];
}

export const roleOf = (cell: Cell) => cell.metadata.nbgrader as Role | undefined;
export const exerciseOf = (cell: Cell) => cell.metadata.exercise as Exercise | undefined;
export const hasTag = (cell: Cell, tag: string) =>
  ((cell.metadata.tags as string[] | undefined) ?? []).includes(tag);

export const sourceOf = (cell: Cell) => textOf(cell.source);
export const isCode = (cell: Cell) => cell.cell_type === "code";
export const isMarkdown = (cell: Cell) => cell.cell_type === "markdown";

const tagless = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** All that an output says in words and numbers. */
export function wordsOf({ text, data = {} }: Output): string {
  const html = data["text/html"] as string | string[] | undefined;
  const plain = data["text/plain"] as string | string[] | undefined;
  return [textOf(text), textOf(plain), tagless(textOf(html))].join("\n");
}

export const outputsOf = (cell: Cell): Output[] => cell.outputs ?? [];
export const figuresOf = (cell: Cell) =>
  outputsOf(cell).filter(({ data }) => data && FIGURE in data);

/** Runs a rule's question over all cells; `undefined` is no fault. */
export const faultsAt = (
  { cells }: Notebook,
  fault: (cell: Cell, index: number, cells: readonly Cell[]) => string | string[] | undefined,
): string[] =>
  cells.flatMap((cell, i) => {
    const found = fault(cell, i, cells) ?? [];
    return [found].flat().map((words) => `[${i}] ${words}`);
  });

/** The cells under each heading of the second level, the heading's own first. */
export function sectionsOf({ cells }: Notebook): { title: string; at: number; cells: Cell[] }[] {
  const starts = cells.flatMap((cell, i) => {
    const title = isMarkdown(cell) && /^## (.+)/m.exec(sourceOf(cell))?.[1];
    return title ? [{ title, at: i }] : [];
  });
  return starts.map(({ title, at }, k) => ({
    title,
    at,
    cells: cells.slice(at, starts[k + 1]?.at),
  }));
}
