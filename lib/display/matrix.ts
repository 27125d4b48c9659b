import { type Cut, cut, cutNote } from "./cut";
import { fractionText } from "./fraction";
import type { Complex } from "./kinds";
import { formatColumn, formatMatrix, formatNumber, NOISE } from "./number";

/** How to write a matrix out. */
export interface MatrixFormat {
  /** Significant digits of the largest entry of a column. */
  digits: number;
  /** Write entries as fractions where they are fractions. */
  fractions: boolean;
  /** Rows and columns printed at most, if the caller said so. */
  maxRows?: number | undefined;
  maxCols?: number | undefined;
  /** Relative to the largest entry: what is smaller prints as 0. */
  noise?: number;
}

/** The printed entries of a matrix as texts, with the cuts that were made. */
export interface Cells {
  texts: string[][];
  rows: Cut;
  cols: Cut;
  /** "178×13, 6 rows and 6 columns shown", or null when all is shown. */
  note: string | null;
}

/** A matrix up to this size is printed whole; of a larger one, `SHOWN` rows or columns. */
export const LIMIT = 10;
const SHOWN = 6;

function limits(n: number, max: number | undefined): Cut {
  return max === undefined ? cut(n, LIMIT, SHOWN) : cut(n, max, max);
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
  const part = rows.kept.map((i) => cols.kept.map((j) => A[i][j]));
  const real = part.every((row) => row.every((x) => typeof x === "number"));
  const texts = real
    ? realTexts(part as number[][], format)
    : complexTexts(part as Complex[][], format);
  return { texts, rows, cols, note: cutNote(m, n, rows, cols) };
}

function realTexts(A: number[][], { digits, fractions, noise }: MatrixFormat): string[][] {
  const decimal = formatMatrix(A, digits, noise);
  if (!fractions) return decimal;
  return A.map((row, i) => row.map((x, j) => fractionText(x) ?? decimal[i][j]));
}

/** Complex entries share their noise floor, so that 1 + 1e-17i prints as a real number. */
function complexTexts(A: Complex[][], { digits, noise = NOISE }: MatrixFormat): string[][] {
  const flat = A.flat();
  const max = Math.max(0, ...flat.flatMap((z) => [Math.abs(z.re), Math.abs(z.im)]));
  const column = (values: number[]) => formatColumn(values, { digits, floor: noise * max });
  const re = column(flat.map((z) => z.re));
  const im = column(flat.map((z) => z.im));
  const n = A[0].length;
  return A.map((row, i) => row.map((_, j) => complexText(re[i * n + j], im[i * n + j])));
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
