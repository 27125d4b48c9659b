/** How numbers are rounded for reading: a column at a time, so that decimal points stand in line. */

/** Entries this much smaller than the largest of a matrix are rounding noise and print as 0. */
export const NOISE = 1e-12;

/** What `formatColumn` may be told. */
export interface ColumnFormat {
  /** Significant digits of the largest entry. Default 4. */
  digits?: number;
  /** Entries below this print as 0. Default 0: none. */
  floor?: number;
  /** What stands for NaN. Default "NaN". */
  missing?: string;
}

/** The power of ten of x, after rounding to `digits` significant digits: 999.96 has 3. */
function exponent(x: number, digits: number): number {
  return Number(x.toExponential(digits - 1).split("e")[1]);
}

/** The decimals that a column wants, or null if it is better off in scientific notation. */
function decimals(magnitudes: readonly number[], digits: number): number | null {
  const max = Math.max(...magnitudes);
  if (magnitudes.every(Number.isInteger) && max < 1e10) return 0;
  if (max >= 1e7 || max < 1e-4) return null;
  const least = exponent(Math.min(...magnitudes), digits);
  const forLargest = digits - 1 - exponent(max, digits);
  const forLeast = Math.min(digits, 1 - least);
  return Math.max(0, forLargest, forLeast);
}

/**
 * One number in at most `digits` significant digits, without trailing zeros: 0.36198 to 3 is 0.362.
 */
export function formatNumber(x: number, digits = 4): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "NaN" : x > 0 ? "∞" : "-∞";
  if (x === 0) return "0";
  if (Number.isInteger(x) && Math.abs(x) < 1e10) return String(x);
  const e = exponent(x, digits);
  if (e >= 7 || e < -4)
    return x
      .toExponential(digits - 1)
      .replace(/\.?0+e/, "e")
      .replace("e+", "e");
  const fixed = x.toFixed(Math.max(0, digits - 1 - e));
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/**
 * The numbers of a column as texts with the same number of decimals: enough that the largest shows
 * `digits` significant ones and the least shows two (as far as `digits` decimals allow). Zeros that
 * all would end in are dropped. An entry that would round to zero keeps its scientific form, unless
 * it is below `floor`.
 */
export function formatColumn(values: readonly number[], format: ColumnFormat = {}): string[] {
  const { digits = 4, floor = 0, missing = "NaN" } = format;
  const magnitudes = values.map(Math.abs).filter((a) => Number.isFinite(a) && a > floor);
  const d = magnitudes.length > 0 ? decimals(magnitudes, digits) : 0;
  const trim = d === null ? 0 : commonZeros(values, d, floor);
  return values.map((x) => {
    if (Number.isNaN(x)) return missing;
    if (!Number.isFinite(x)) return x > 0 ? "∞" : "-∞";
    if (d === null) {
      if (Math.abs(x) <= floor || x === 0) return "0";
      return x.toExponential(digits - 1).replace("e+", "e");
    }
    if (Math.abs(x) <= floor) return (0).toFixed(d - trim);
    const text = x.toFixed(d - trim);
    if (Number(text) !== 0) return text;
    return x === 0 ? (0).toFixed(d - trim) : x.toExponential(1);
  });
}

/** How many zeros every entry of the column ends in, at d decimals. */
function commonZeros(values: readonly number[], d: number, floor: number): number {
  let common = d;
  for (const x of values) {
    if (!Number.isFinite(x) || Math.abs(x) <= floor) continue;
    const zeros = x.toFixed(d).match(/0*$/)?.[0].length ?? 0;
    common = Math.min(common, zeros);
  }
  return common;
}

const isWhole = (x: number) => Number.isInteger(x) || !Number.isFinite(x);

/**
 * The columns of a matrix as texts. Columns of whole numbers stay whole; the others share their
 * decimals when their magnitudes are within a factor of 100, and otherwise each has its own, as
 * measured data wants. What is noise beside the largest entry of all is 0.
 */
export function formatMatrix(
  A: readonly (readonly number[])[],
  digits: number,
  noise = NOISE,
): string[][] {
  const columns = (A[0] ?? []).map((_, j) => A.map((row) => row[j] as number));
  const sizes = columns.map((column) =>
    Math.max(0, ...column.filter(Number.isFinite).map(Math.abs)),
  );
  const floor = noise * Math.max(0, ...sizes);
  const loose = columns.filter(
    (column) => !column.every((x) => isWhole(x) || Math.abs(x) <= floor),
  );
  const own = sizes.filter((size, j) => size > floor && loose.includes(columns[j] as number[]));
  const shared = Math.max(...own) <= 100 * Math.min(...own);
  const together = shared ? formatColumn(loose.flat(), { digits, floor }) : [];
  const texts = columns.map((column) => {
    const k = loose.indexOf(column);
    if (k < 0 || !shared) return formatColumn(column, { digits, floor });
    return together.slice(k * A.length, (k + 1) * A.length);
  });
  return A.map((_, i) => texts.map((column) => column[i] as string));
}
