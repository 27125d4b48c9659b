import { inBlocks } from "../blocks";
import { parseDate } from "../frames/parseDate";
import type { Column, ColumnType, Value } from "./column";
import { numbers } from "./numbers";
import { numberOf } from "./numerals";
import { respelled } from "./spelling";

/** The values of a column. */
export interface ColumnValues {
  values: Value[];
  /** Whether commas were found to part their decimals. */
  decimalComma: boolean;
}

const BOOLEAN = /^(true|false)$/i;

/** The truth that a text writes, undefined if it writes none. */
export function toBoolean(text: string): boolean | undefined {
  return BOOLEAN.test(text) ? text.toLowerCase() === "true" : undefined;
}

/** The truths of a column, or undefined at the first field that is none. */
function booleans(column: Column): Value[] | undefined {
  const { soft } = column.reading;
  const read = column.remembering((text) => toBoolean(text) ?? text, soft);
  if (typeof read(0) === "string") return undefined; // as most columns of words say at once
  const out = new Array<Value>(column.rows);
  let known = false;
  const areAll = inBlocks(column.rows, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = read(i);
      if (typeof value === "string") return false;
      known ||= typeof value === "boolean";
      out[i] = value;
    }
    return true;
  });
  return areAll && known ? out : undefined;
}

function strings(column: Column): Value[] {
  const out = new Array<Value>(column.rows);
  const read = column.remembering((text) => text, false);
  const { telling } = column.reading;
  inBlocks(column.rows, (from, to) => {
    for (let i = from; i < to; i++) {
      out[i] = telling && !column.isBare(i) ? column.text(i) : read(i);
    }
    return true;
  });
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
