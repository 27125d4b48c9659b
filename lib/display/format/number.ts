import { maxOf, minOf, type ReadonlyMatrix, type ReadonlyVector } from "../../core";
import { DOUBLE_NOISE, type NoiseBand, withoutNoise } from "./noise";

/** How numbers are rounded for reading: a column at a time, so that decimal points stand in line. */

/** What `formatColumn` may be told. */
export interface ColumnFormat {
  /** Significant digits of the largest entry. Default 4. */
  digits?: number;
  /** What stands for NaN. Default "NaN". */
  missing?: string;
}

/**
 * The number to be rounded in place of x: a hair larger, so that a value halfway between two decimals
 * is rounded up whichever way the last bits of its computation fell. So the same notebook prints the
 * same digits on every machine.
 */
export function steady(x: number, digits: number): number {
  const steadier = x * (1 + 1e-12);
  return digits <= 10 && Number.isFinite(steadier) ? steadier : x;
}

/** The power of ten of x after rounding to `digits` significant digits: 999.96 has 3. */
function exponent(x: number, digits: number): number {
  return Number(
    steady(x, digits)
      .toExponential(digits - 1)
      .split("e")[1],
  );
}

/** x in scientific notation: 1.234e-5. */
function scientific(x: number, digits: number): string {
  return steady(x, digits)
    .toExponential(digits - 1)
    .replace("e+", "e");
}

function notFinite(x: number): string {
  return Number.isNaN(x) ? "NaN" : x > 0 ? "∞" : "-∞";
}

/** The decimals that a column wants, or null if it is better off in scientific notation. */
function decimals(magnitudes: ReadonlyVector, digits: number): number | null {
  const max = magnitudes.reduce((a, b) => Math.max(a, b), 0);
  const min = magnitudes.reduce((a, b) => Math.min(a, b), Infinity);
  if (magnitudes.every(Number.isInteger) && max < 1e10) return 0;
  if (max >= 1e7 || max < 1e-4) return null;
  const forLargest = digits - 1 - exponent(max, digits);
  const forLeast = Math.min(digits, 1 - exponent(min, digits));
  return Math.max(0, forLargest, forLeast);
}

/**
 * One number in at most `digits` significant digits, without trailing zeros: 0.36198 to 3 is 0.362.
 * Whole numbers below 10¹⁰ are written in full.
 */
export function formatNumber(x: number, digits = 4): string {
  if (!Number.isFinite(x)) return notFinite(x);
  if (x === 0) return "0";
  if (Number.isInteger(x) && Math.abs(x) < 1e10) return String(x);
  const e = exponent(x, digits);
  if (e >= 7 || e < -4)
    return scientific(x, digits)
      .replace(/(\.\d*?)0+e/, "$1e")
      .replace(".e", "e");
  const fixed = steady(x, digits).toFixed(Math.max(0, digits - 1 - e));
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/** The texts with the zeros that all of them end in (before an exponent, if there is one) dropped. */
function trimZeros(texts: readonly string[], counted: readonly boolean[]): string[] {
  const parts = texts.map((text) => text.match(/^(-?\d+)(?:\.(\d*))?(e.*)?$/));
  const needed = parts.map((p, i) => (counted[i] ? (p?.[2] ?? "").replace(/0+$/, "").length : 0));
  const keep = needed.reduce((a, b) => Math.max(a, b), 0);
  return texts.map((text, i) => {
    const [, whole, fraction = "", tail = ""] = parts[i] ?? [];
    if (whole === undefined) return text;
    const decimals = fraction.slice(0, keep);
    return `${whole}${decimals === "" ? "" : `.${decimals}`}${tail}`;
  });
}

/**
 * The numbers of a column as texts with the same number of decimals: enough that the largest shows
 * `digits` significant ones and the least shows two (as far as `digits` decimals allow). Zeros that
 * all would end in are dropped. An entry that would round to zero keeps its scientific form.
 */
export function formatColumn(values: ReadonlyVector, format: ColumnFormat = {}): string[] {
  const { digits = 4, missing = "NaN" } = format;
  const counted = values.map((x) => Number.isFinite(x) && x !== 0);
  const magnitudes = values.filter((_, i) => counted[i]).map(Math.abs);
  const d = magnitudes.length > 0 ? decimals(magnitudes, digits) : 0;
  const texts = values.map((x, i) => {
    if (!Number.isFinite(x)) return Number.isNaN(x) ? missing : notFinite(x);
    if (!counted[i]) return d === null ? "0" : (0).toFixed(d);
    return d === null ? scientific(x, digits) : steady(x, digits).toFixed(d);
  });
  const tiny = texts.map((text, i) => counted[i] === true && Number(text) === 0);
  const trimmed = trimZeros(
    texts,
    counted.map((c, i) => c && !tiny[i]),
  );
  return trimmed.map((text, i) => (tiny[i] ? scientific(values[i], 2) : text));
}

const isWhole = (x: number) => Number.isInteger(x) || !Number.isFinite(x);

const magnitude = (column: ReadonlyVector) =>
  column.reduce((m, x) => (Number.isFinite(x) ? Math.max(m, Math.abs(x)) : m), 0);

/**
 * The columns of a matrix as texts. Columns of whole numbers stay whole; the others share their
 * decimals when their magnitudes are within a factor of 100, and otherwise each has its own, as
 * measured data wants. Rounding noise is 0.
 */
export function formatMatrix(
  A: ReadonlyMatrix,
  digits: number,
  noise: NoiseBand = DOUBLE_NOISE,
): string[][] {
  const clean = withoutNoise(A, noise);
  const columns = (A[0] ?? []).map((_, j) => clean.map((row) => row[j]));
  const loose = columns.filter((column) => !column.every(isWhole));
  const sizes = loose.map(magnitude);
  const shared = maxOf(sizes) <= 100 * minOf(sizes);
  const together = shared ? formatColumn(loose.flat(), { digits }) : [];
  const texts = columns.map((column) => {
    const k = loose.indexOf(column);
    if (k < 0 || !shared) return formatColumn(column, { digits });
    return together.slice(k * A.length, (k + 1) * A.length);
  });
  return A.map((_, i) => texts.map((column) => column[i]));
}
