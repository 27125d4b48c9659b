import type { Complex } from "../render/kinds";
import { type Cut, cut, cutNote } from "./cut";
import { fractionText } from "./fraction";
import { DOUBLE_NOISE, type NoiseBand, noiseIn } from "./noise";
import { formatColumn, formatMatrix, formatNumber } from "./number";

/** How to write a matrix out. */
export interface MatrixFormat {
  /** Significant digits of the largest entry of a column. */
  digits: number;
  /** Write entries as fractions where they are fractions. */
  fractions: boolean;
  /** Rows and columns printed at most, if the caller said so. */
  maxRows?: number | undefined;
  maxCols?: number | undefined;
  /** What prints as 0. Default: rounding noise of double precision. */
  noise?: NoiseBand;
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

/** A real or complex matrix by its shape and its entries: a long one is never read whole. */
export interface Entries {
  m: number;
  n: number;
  at: (i: number, j: number) => number | Complex;
}

/** Writes out the entries of a real or complex matrix; the complex ones as `0.5 - 0.87i`. */
export function matrixCells({ m, n, at }: Entries, format: MatrixFormat): Cells {
  const rows = limits(m, format.maxRows);
  const cols = limits(n, format.maxCols);
  const part = rows.kept.map((i) => cols.kept.map((j) => at(i, j)));
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

/** The larger of the two parts: as good a size as the modulus, and it does not overflow. */
const size = (z: Complex): number => Math.max(Math.abs(z.re), Math.abs(z.im));

/** The parts of a complex number, that which is noise beside the other as 0: 1 + 1e-17i is real. */
function parts(z: Complex, { alone }: NoiseBand): Complex {
  const clean = (x: number) => (Math.abs(x) <= alone * size(z) ? 0 : x);
  return { re: clean(z.re), im: clean(z.im) };
}

/** The parts of complex entries that are not noise share their decimals, real and imaginary ones each. */
function complexTexts(A: Complex[][], { digits, noise = DOUBLE_NOISE }: MatrixFormat): string[][] {
  const isNoise = noiseIn(
    A.map((row) => row.map(size)),
    noise,
  );
  const flat = A.flatMap((row, i) =>
    row.map((z, j) => (isNoise[i][j] ? { re: 0, im: 0 } : parts(z, noise))),
  );
  const column = (values: number[]) => formatColumn(values, { digits });
  const re = column(flat.map((z) => z.re));
  const im = column(flat.map((z) => z.im));
  const n = A[0].length;
  return A.map((row, i) => row.map((_, j) => complexText(re[i * n + j], im[i * n + j])));
}

function complexText(re: string, im: string): string {
  if (Number(im) === 0) return re;
  const sign = im.startsWith("-") ? "-" : "+";
  return `${re} ${sign} ${im.replace(/^-/, "")}i`;
}

/** A complex number as text: `0.5 - 0.866i`. */
export function formatComplex(z: Complex, digits: number): string {
  const { re, im } = parts(z, DOUBLE_NOISE);
  return complexText(formatNumber(re, digits), formatNumber(im, digits));
}
