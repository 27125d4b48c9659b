import { maxOf } from "../../core";

/** Escapes what HTML would take as markup. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** A table ready to be written: all cells are texts. */
export interface TextTable {
  /** Heads of the columns, that of the row labels (if there are any) first. */
  head: string[];
  /** Rows of cells, each beginning with its row label (if there are any). */
  rows: string[][];
  /** Which columns hold numbers, and so are aligned right. */
  numeric: boolean[];
  /** Whether the first column holds row labels. */
  labelled: boolean;
  caption?: string | undefined;
  /** What was left out, or null. */
  note: string | null;
}

/** The table as HTML: scoped heads, a caption, and no more style than the alignment. */
export function tableHtml({ head, rows, numeric, labelled, caption, note }: TextTable): string {
  const cell = (tag: string, text: string, j: number) => {
    const style = `text-align: ${numeric[j] ? "right" : "left"}`;
    return `<${tag} style="${style}">${escapeHtml(text)}</${tag.slice(0, 2)}>`;
  };
  const heads = head.map((text, j) =>
    text === "" ? "<td></td>" : cell('th scope="col"', text, j),
  );
  const lines = rows.map((row) =>
    row.map((text, j) => cell(labelled && j === 0 ? 'th scope="row"' : "td", text, j)).join(""),
  );
  const title = [caption, note && `(${note})`].filter(Boolean).join(" ");
  return [
    '<table class="mml-table">',
    ...(title ? [`<caption style="text-align: left">${escapeHtml(title)}</caption>`] : []),
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...lines.map((line) => `<tr>${line}</tr>`),
    "</tbody>",
    "</table>",
  ].join("\n");
}

/** The table as aligned plain text. */
export function tableText({ head, rows, numeric, caption, note }: TextTable): string {
  const width = head.map((text, j) =>
    Math.max(text.length, maxOf(rows.map((row) => row[j].length))),
  );
  const line = (cells: string[]) =>
    cells
      .map((text, j) => (numeric[j] ? text.padStart(width[j]) : text.padEnd(width[j])))
      .join("  ")
      .trimEnd();
  const rule = "-".repeat(
    Math.max(
      0,
      width.reduce((sum, w) => sum + w + 2, -2),
    ),
  );
  return [
    ...(caption ? [caption] : []),
    line(head),
    rule,
    ...rows.map(line),
    ...(note ? [`(${note})`] : []),
  ].join("\n");
}
