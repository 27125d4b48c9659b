import { type Cut, cut, pick } from "./cut";
import { toFraction } from "./fraction";
import type { Complex } from "./kinds";
import { formatColumn, formatMatrix, formatNumber, NOISE } from "./number";

/** How to write a matrix out. */
export interface MatrixFormat {
  digits: number;
  /** Write entries as fractions where they are fractions. */
  fractions: boolean;
  /** Rows and columns printed at most, if the caller said so. */
  maxRows?: number;
  maxCols?: number;
  /** Relative to the largest entry: what is smaller prints as 0. */
  noise?: number;
}

/** The entries of a matrix as texts, with the cuts that were made. */
export interface Cells {
  texts: string[][];
  rows: Cut;
  cols: Cut;
  /** "178×13, 6 rows and 6 columns shown", or null when all is shown. */
  note: string | null;
}

const LIMIT = 10;
const SHOWN = 6;

function limits(n: number, max: number | undefined): Cut {
  return max === undefined ? cut(n, LIMIT, SHOWN) : cut(n, max, max);
}

function noteOf(m: number, n: number, rows: Cut, cols: Cut): string | null {
  const parts: string[] = [];
  if (rows.gap !== null) parts.push(`${rows.kept.length} rows`);
  if (cols.gap !== null) parts.push(`${cols.kept.length} columns`);
  return parts.length > 0 ? `${m}×${n}, ${parts.join(" and ")} shown` : null;
}

/** Fractions column by column; a column with an entry that is no fraction stays decimal. */
function fractionTexts(A: readonly (readonly number[])[], format: MatrixFormat): string[][] {
  const decimal = formatMatrix(A, format.digits, format.noise);
  return A.map((row, i) =>
    row.map((x, j) => {
      const f = toFraction(x);
      return f ? (f.q === 1 ? String(f.p) : `${f.p}/${f.q}`) : (decimal[i]?.[j] as string);
    }),
  );
}

/** Writes out the entries of a real or complex matrix; the complex ones as `0.5 - 0.87i`. */
export function matrixCells(
  A: readonly (readonly (number | Complex)[])[],
  format: MatrixFormat,
): Cells {
  const m = A.length;
  const n = A[0]?.length ?? 0;
  const rows = limits(m, format.maxRows);
  const cols = limits(n, format.maxCols);
  const part = rows.kept.map((i) => cols.kept.map((j) => A[i]?.[j] as number | Complex));
  const texts = part.every((row) => row.every((x) => typeof x === "number"))
    ? realTexts(part as number[][], format)
    : complexTexts(part as Complex[][], format);
  return { texts, rows, cols, note: noteOf(m, n, rows, cols) };
}

function realTexts(A: number[][], format: MatrixFormat): string[][] {
  return format.fractions ? fractionTexts(A, format) : formatMatrix(A, format.digits, format.noise);
}

/** Complex entries share their noise floor, so that 1 + 1e-17i prints as a real number. */
function complexTexts(A: Complex[][], { digits, noise = NOISE }: MatrixFormat): string[][] {
  const flat = A.flat();
  const max = Math.max(0, ...flat.flatMap((z) => [Math.abs(z.re), Math.abs(z.im)]));
  const floor = noise * max;
  const re = formatColumn(
    flat.map((z) => z.re),
    { digits, floor },
  );
  const im = formatColumn(
    flat.map((z) => z.im),
    { digits, floor },
  );
  const n = A[0]?.length ?? 0;
  return A.map((row, i) =>
    row.map((_, j) => complexText(re[i * n + j] as string, im[i * n + j] as string)),
  );
}

function complexText(re: string, im: string): string {
  if (Number(im) === 0) return re;
  const sign = im.startsWith("-") ? "-" : "+";
  return `${re} ${sign} ${im.replace("-", "")}i`;
}

/** A complex number as text: `0.5 - 0.866i`. */
export function formatComplex(z: Complex, digits: number): string {
  const floor = NOISE * Math.max(Math.abs(z.re), Math.abs(z.im));
  const part = (x: number) => formatNumber(Math.abs(x) <= floor ? 0 : x, digits);
  return complexText(part(z.re), part(z.im));
}

/** The matrix in square brackets, in aligned plain text, one line a row. */
export function matrixText({ texts, rows, cols }: Cells): string {
  const grid = pick(texts, { kept: texts.map((_, i) => i), gap: rows.gap }, [] as string[]);
  const full = grid.map((row) =>
    row.length === 0
      ? Array.from({ length: cols.kept.length + (cols.gap === null ? 0 : 1) }, () => "⋮")
      : pick(row, { kept: row.map((_, j) => j), gap: cols.gap }, "⋯"),
  );
  const width = (full[0] ?? []).map((_, j) =>
    Math.max(...full.map((row) => (row[j] as string).length)),
  );
  return full
    .map((row) => `[ ${row.map((text, j) => text.padStart(width[j] as number)).join("  ")} ]`)
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
  const widest = Math.max(...column.map((text) => text.replace("-", "").length));
  return column.map((text) => {
    const zeros = "0".repeat(widest - text.replace("-", "").length);
    if (text.startsWith("-")) return zeros ? `\\phantom{${zeros}}{${text}}` : text;
    const pad = (signed ? "-" : "") + zeros;
    return pad ? `\\phantom{${pad}}${text}` : text;
  });
}

/** The matrix as a LaTeX `bmatrix`. */
export function matrixTex({ texts, rows, cols }: Cells): string {
  const columns = (texts[0] ?? []).map((_, j) => padColumn(texts.map((row) => row[j] as string)));
  const body = texts.map((_, i) => {
    const row = columns.map((column) => column[i] as string);
    return pick(row, { kept: row.map((_, j) => j), gap: cols.gap }, "\\cdots").join(" & ");
  });
  const dots = Array.from({ length: columns.length }, () => "\\vdots");
  const middle = pick(dots, { kept: dots.map((_, j) => j), gap: cols.gap }, "\\ddots").join(" & ");
  const lines = pick(body, { kept: body.map((_, i) => i), gap: rows.gap }, middle);
  return `\\begin{bmatrix} ${lines.join(" \\\\ ")} \\end{bmatrix}`;
}
