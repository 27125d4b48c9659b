import { parseDate } from "../frames/parseDate";
import type { Column, ColumnType, Value } from "./column";
import { plainNumber } from "./notation";
import { numberOf, parseNumber } from "./numerals";
import { respelled } from "./spelling";

/** The values of a column. */
export interface ColumnValues {
  values: Value[];
  /** Whether commas were found to part their decimals. */
  decimalComma: boolean;
}

const BOOLEAN = /^(true|false)$/i;

function toBoolean(text: string): boolean | undefined {
  return BOOLEAN.test(text) ? text.toLowerCase() === "true" : undefined;
}

/** The numbers of a column, or undefined at the first field that is none. */
function numbers(column: Column, zeros: boolean): number[] | undefined {
  const { cells, rows, missing, soft, notation } = column.reading;
  const { bytes } = cells.source;
  const { starts, ends } = cells.fields;
  const m = rows.length;
  const values = new Array<number>(m);
  // a field such as -999 can only mean "not known" if that is asked before it is read
  const numeric = [...missing].some((field) => field !== "" && !Number.isNaN(Number(field)));
  const decimal = notation?.decimal.charCodeAt(0);
  const plain = notation?.thousands ? plainNumber(notation) : undefined;
  let found = 0;
  let marked = 0;
  for (let i = 0; i < m; i++) {
    const k = rows[i] + column.j;
    const isNone = numeric && column.isMissing(i, false);
    let value = isNone ? Number.NaN : parseNumber(bytes, starts[k], ends[k], decimal, zeros);
    if (plain && Number.isNaN(value)) value = numberOf(plain(cells.text(k)), zeros) ?? Number.NaN;
    values[i] = value;
    if (!Number.isNaN(value)) found++;
    else if (!isNone && !column.isMissing(i, false)) {
      if (!soft || !column.isMissing(i, true)) return undefined;
      marked++;
    }
  }
  return marked > 0 && found === 0 ? undefined : values;
}

/** The truths of a column, or undefined at the first field that is none. */
function booleans(column: Column): Value[] | undefined {
  const out = new Array<Value>(column.rows);
  const read = column.remembering((text) => toBoolean(text) ?? text, column.reading.soft);
  let known = false;
  for (let i = 0; i < out.length; i++) {
    const value = read(i);
    if (typeof value === "string") return undefined;
    known ||= typeof value === "boolean";
    out[i] = value;
  }
  return known ? out : undefined;
}

function strings(column: Column): Value[] {
  const out = new Array<Value>(column.rows);
  const read = column.remembering((text) => text, false);
  const { telling } = column.reading;
  for (let i = 0; i < out.length; i++) {
    out[i] = telling && !column.isBare(i) ? column.text(i) : read(i);
  }
  return out;
}

/**
 * Refuses a column of numbers that words follow below an empty line: they are more likely a note on the
 * table than a part of it.
 */
function requireNoNote(column: Column): void {
  const { gap, soft } = column.reading;
  if (gap === undefined) return;
  const isNumber = (i: number) => numberOf(column.text(i), true) !== undefined;
  let found = 0;
  for (let i = 0; i < gap; i++) {
    if (isNumber(i)) found++;
    else if (!column.isMissing(i, soft)) return;
  }
  for (let i = gap; i < column.rows && found > 0; i++) {
    if (isNumber(i) || column.isMissing(i, soft)) continue;
    throw new RangeError(
      `line ${column.line(i)}, below an empty line: column ${JSON.stringify(column.name)} holds numbers above and ` +
        `${JSON.stringify(column.text(i))} here; skipFooter leaves out lines below the table`,
    );
  }
}

/**
 * The values of a column, of the type asked for or the type that they are: numbers if all that is there
 * are numbers, likewise booleans, otherwise strings.
 *
 * @throws TypeError that names line and column, for a field that is not of the type asked for;
 * RangeError for numbers with a comma that may mean two things.
 */
export function columnValues(column: Column, wanted: ColumnType | undefined): ColumnValues {
  const plain = (values: Value[]) => ({ values, decimalComma: false });
  if (wanted === "string") return plain(strings(column));
  if (wanted === "boolean") return plain(column.converted("booleans", toBoolean));
  if (wanted === "date") return plain(column.converted("dates", (text) => parseDate(text)));
  const asked = wanted === "number";
  if (!asked && column.isQuotedText()) return plain(strings(column));
  const found = numbers(column, asked) ?? (asked ? undefined : booleans(column));
  if (found !== undefined) return plain(found);
  if (!asked) requireNoNote(column);
  const spelled = respelled(column, asked);
  if (spelled !== undefined) return spelled;
  return plain(
    asked ? column.converted("numbers", (text) => numberOf(text, true)) : strings(column),
  );
}
