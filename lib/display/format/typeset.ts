import { maxOf } from "../../core";
import { withGap } from "./cut";
import type { Cells } from "./matrix";

/** The matrix in square brackets, in aligned plain text, one line a row. */
export function matrixText({ texts, rows, cols }: Cells): string {
  const across = texts.map((row) => withGap(row, cols, "⋯"));
  const dots = (across[0] ?? []).map(() => "⋮");
  const full = withGap(across, rows, dots);
  const width = (full[0] ?? []).map((_, j) => maxOf(full.map((row) => row[j].length)));
  return full
    .map((row) => `[ ${row.map((text, j) => text.padStart(width[j])).join("  ")} ]`)
    .join("\n");
}

/** A number's text as LaTeX: powers of ten, fractions, infinities. */
export function texNumber(text: string): string {
  if (/^-?∞$/.test(text)) return text.replace("∞", "\\infty");
  if (text === "NaN") return "\\mathrm{NaN}";
  const fraction = text.match(/^(-?)(\d+)\/(\d+)$/);
  if (fraction) return `${fraction[1]}\\tfrac{${fraction[2]}}{${fraction[3]}}`;
  return text.replace(/e(-?\d+)/g, " \\cdot 10^{$1}").replace(/i$/, "\\,\\mathrm{i}");
}

/** Entries of a column padded with invisible digits, so that centred they stand right-aligned. */
function padColumn(column: readonly string[]): string[] {
  if (!column.every((text) => /^-?[\d.]+$/.test(text))) return column.map(texNumber);
  const signed = column.some((text) => text.startsWith("-"));
  const digits = (text: string) => text.replace("-", "").length;
  const widest = maxOf(column.map(digits));
  return column.map((text) => {
    const zeros = "0".repeat(widest - digits(text));
    if (text.startsWith("-")) return zeros ? `\\phantom{${zeros}}{${text}}` : text;
    const pad = (signed ? "-" : "") + zeros;
    return pad ? `\\phantom{${pad}}${text}` : text;
  });
}

/** The matrix as a LaTeX `bmatrix`. */
export function matrixTex({ texts, rows, cols }: Cells): string {
  const columns = (texts[0] ?? []).map((_, j) => padColumn(texts.map((row) => row[j])));
  const across = texts.map((_, i) =>
    withGap(
      columns.map((column) => column[i]),
      cols,
      "\\cdots",
    ),
  );
  const dots = withGap(
    columns.map(() => "\\vdots"),
    cols,
    "\\ddots",
  );
  const lines = withGap(across, rows, dots).map((row) => row.join(" & "));
  // fractions are taller than a line of numbers
  const newLine = lines.some((line) => line.includes("frac")) ? " \\\\[4pt] " : " \\\\ ";
  return `\\begin{bmatrix} ${lines.join(newLine)} \\end{bmatrix}`;
}
