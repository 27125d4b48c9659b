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
  caption?: string;
  note: string | null;
}

const align = (numeric: boolean) => `text-align: ${numeric ? "right" : "left"}`;

/** The table as HTML: scoped heads, a caption, and no more style than the alignment. */
export function tableHtml(table: TextTable): string {
  const { head, rows, numeric, labelled, caption, note } = table;
  const cell = (text: string, j: number) =>
    labelled && j === 0
      ? `<th scope="row" style="${align(numeric[0] as boolean)}">${escapeHtml(text)}</th>`
      : `<td style="${align(numeric[j] as boolean)}">${escapeHtml(text)}</td>`;
  const heads = head.map((text, j) =>
    text === "" && labelled && j === 0
      ? "<td></td>"
      : `<th scope="col" style="${align(numeric[j] as boolean)}">${escapeHtml(text)}</th>`,
  );
  const title = [caption, note && `(${note})`].filter(Boolean).join(" ");
  return [
    '<table class="mml-table">',
    title && `<caption style="text-align: left">${escapeHtml(title)}</caption>`,
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`),
    "</tbody>",
    "</table>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** The table as aligned plain text. */
export function tableText({ head, rows, numeric, caption, note }: TextTable): string {
  const width = head.map((text, j) =>
    Math.max(text.length, ...rows.map((row) => (row[j] as string).length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((text, j) =>
        numeric[j] ? text.padStart(width[j] as number) : text.padEnd(width[j] as number),
      )
      .join("  ")
      .trimEnd();
  const rule = "-".repeat(width.reduce((sum, w) => sum + w + 2, -2));
  const lines = [line(head), rule, ...rows.map(line)];
  if (caption) lines.unshift(caption);
  if (note) lines.push(`(${note})`);
  return lines.join("\n");
}
