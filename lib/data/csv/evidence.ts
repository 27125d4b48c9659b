import type { Cells } from "./cells";
import { parseNumber } from "./numerals";

/** What a field looks like to whoever asks whether the first line holds names. */
type Look = "number" | "word" | "nothing";

/** Rows below the first line that are looked at. */
const LOOKED_AT = 1000;

/** Marks that stand for "not known" among numbers. */
export const SOFT_MISSING: ReadonlySet<string> = new Set(["?", "-", "--", ".", "..", "..."]);

/** Whether the numbers count from 0 or from 1 upwards. */
const counts = (x: readonly number[], from: number): boolean => x.every((v, j) => v === from + j);

const isYear = (v: number): boolean => Number.isInteger(v) && v >= 1800 && v <= 2100;

const isMonotone = (x: readonly number[]): boolean =>
  x.every((v, j) => j === 0 || v > x[j - 1]) || x.every((v, j) => j === 0 || v < x[j - 1]);

/** Whether the numbers are evenly spaced, to rounding: 0.1, 0.2, 0.3. */
const isEven = (x: readonly number[]): boolean =>
  x.every((v, j) => j < 2 || Math.abs(v - 2 * x[j - 1] + x[j - 2]) <= 1e-9 * Math.abs(v));

/**
 * Whether the first line of a file holds the names of the columns: true, false, or undefined where
 * that cannot be told.
 *
 * A word above nothing but numbers is a name, and so are numbers in quotes above bare fields. A line of numbers is
 * data, unless it could be heads: 0, 1, 2, … or 1, 2, 3, … or years. A line of words and numbers is
 * data, unless its numbers are such or evenly spaced; three years or more, evenly spaced, are names. A
 * line of words alone holds names, unless one comes twice or each comes again below in its own column.
 *
 * @param rows - The first fields of the rows, that of the line in question first.
 */
export function hasNames(
  cells: Cells,
  rows: Int32Array,
  cols: number,
  missing: ReadonlySet<string>,
): boolean | undefined {
  const { bytes } = cells.source;
  const { starts, ends } = cells.fields;
  const parse = (k: number) => parseNumber(bytes, starts[k], ends[k], undefined, true);
  const look = (k: number): Look => {
    if (!Number.isNaN(parse(k))) return "number";
    const text = cells.text(k);
    return missing.has(text) || SOFT_MISSING.has(text) ? "nothing" : "word";
  };
  const below = rows.subarray(1, LOOKED_AT + 1);
  const heads = Array.from({ length: cols }, (_, j) => rows[0] + j);
  const looks = heads.map(look);
  const columns = heads.map((_, j) => Array.from(below, (first) => first + j));
  const known = columns.map((column) => column.map(look).filter((what) => what !== "nothing"));
  const only = (j: number, what: Look) =>
    known[j].length > 0 && known[j].every((seen) => seen === what);

  const words = looks.filter((what) => what === "word").length;
  const numbers = heads.filter((_, j) => looks[j] === "number");
  if (looks.some((what, j) => what === "word" && only(j, "number"))) return true;
  const isQuotedAbove = (k: number, column: readonly number[]) =>
    !cells.isBare(k) && column.some((i) => cells.isBare(i) && !cells.isEmpty(i));
  if (numbers.length > 0 && numbers.every((k) => isQuotedAbove(k, columns[k - rows[0]]))) {
    return true;
  }

  const values = numbers.map(parse);
  const enough = values.length > 1;
  const areYears = values.every(isYear) && isMonotone(values);
  if (words === 0 && numbers.length > 0) {
    if (below.length > 1 && heads.every((_, j) => only(j, "word"))) return true;
    if (counts(values, 1) && enough) {
      const next = columns.map(([k]) => (k === undefined ? Number.NaN : parse(k)));
      return goesOn(next) ? false : undefined;
    }
    return counts(values, 0) || (areYears && enough) ? undefined : false;
  }
  const again = heads.every(
    (k, j) => looks[j] !== "word" || columns[j].some((i) => cells.text(i) === cells.text(k)),
  );
  if (numbers.length > 0) {
    const spaced = values.length > 2 && isEven(values) && isMonotone(values);
    if (areYears && spaced && !again) return true;
    const mayBeNames = areYears || spaced || (counts(values, 0) && enough);
    return mayBeNames ? undefined : false;
  }
  const texts = heads.map((k) => cells.text(k)).filter((text) => text !== "");
  const isRepeated = new Set(texts).size < texts.length;
  return words > 0 && (again || isRepeated) ? undefined : true;
}

/** Whether a second line of numbers counts on as the first did: 1, 2, 3 and then 4, 5, 6. */
const goesOn = (x: readonly number[]): boolean => x.length > 1 && counts(x, x[0]);
