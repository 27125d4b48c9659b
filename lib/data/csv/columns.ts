import { parseDate } from "../frames/parseDate";
import type { Cells } from "./cells";
import { SOFT_MISSING } from "./evidence";
import { lineAt } from "./fields";
import { type Notation, notationOf, plainNumber } from "./notation";
import { parseNumber } from "./numerals";

/** What a column may hold. */
export type ColumnType = "number" | "string" | "boolean" | "date";

/** One value of a column; a missing one is NaN, whatever the type, as danfo has it. */
export type Value = number | string | boolean | Date;

/** What all columns of a file have in common. */
export interface Reading {
  cells: Cells;
  /** The number of the first field of each row. */
  rows: Uint32Array;
  /** Above which of the rows the last empty line stands. */
  gap?: number | undefined;
  /** Fields that mean "not known". */
  missing: ReadonlySet<string>;
  /** Whether marks such as "?" mean so too, in columns of numbers. */
  soft: boolean;
  separator: string;
  /** How numbers are written, if the caller says so. */
  notation: Notation | undefined;
  /** Whether quotes tell words from numbers: some fields are quoted and others are not. */
  telling: boolean;
}

const BOOLEAN = /^(true|false)$/i;

/** One column of a file that is read. */
export class Column {
  private readonly at: (i: number) => number;
  /** Whether commas were found to part its decimals. */
  hasDecimalComma = false;

  constructor(
    private readonly reading: Reading,
    j: number,
    readonly name: string,
  ) {
    const { rows } = reading;
    this.at = (i) => rows[i] + j;
  }

  /**
   * Its values, of the type asked for or the type that they are: numbers if all that is there are
   * numbers, likewise booleans, otherwise strings.
   *
   * @throws TypeError that names line and column, for a field that is not of the type asked for;
   * RangeError for numbers with a comma that may mean two things.
   */
  values(wanted: ColumnType | undefined): Value[] {
    if (wanted === "number") return this.numbersAsked();
    if (wanted === "string") return this.strings();
    if (wanted === "boolean") return this.converted("booleans", toBoolean);
    if (wanted === "date") return this.converted("dates", (t) => parseDate(t));
    if (this.isQuotedText()) return this.strings();
    return this.numbers(false) ?? this.guessed();
  }

  private get rows(): number {
    return this.reading.rows.length;
  }

  private line(i: number): number {
    const { cells } = this.reading;
    return lineAt(cells.source.bytes, cells.fields.starts[this.at(i)]);
  }

  /** Whether field i says "not known". */
  private isMissing(i: number, soft: boolean): boolean {
    const text = this.reading.cells.text(this.at(i));
    return this.reading.missing.has(text) || (soft && SOFT_MISSING.has(text));
  }

  /** Whether all that is known stands in quotes that need not be there, in a file that has bare fields. */
  private isQuotedText(): boolean {
    const { cells, telling, separator, missing } = this.reading;
    if (!telling) return false;
    let needless = false;
    for (let i = 0; i < this.rows; i++) {
      const k = this.at(i);
      if (cells.isBare(k)) {
        if (!missing.has(cells.text(k))) return false;
      } else needless ||= cells.isNeedless(k, separator);
    }
    return needless;
  }

  /** The numbers of the column, or undefined at the first field that is none. */
  private numbers(zeros: boolean): number[] | undefined {
    const { cells, rows, missing, soft, notation } = this.reading;
    const { bytes } = cells.source;
    const { starts, ends } = cells.fields;
    const j = this.at(0) - rows[0];
    const m = rows.length;
    const values = new Array<number>(m);
    // fields such as -999 or "" can only mean "not known" if they are asked before they are read
    const numeric = [...missing].some((field) => field !== "" && !Number.isNaN(Number(field)));
    const decimal = notation?.decimal.charCodeAt(0);
    const plain = notation?.thousands ? plainNumber(notation) : undefined;
    let found = 0;
    let marked = 0;
    for (let i = 0; i < m; i++) {
      const k = rows[i] + j;
      const isNone = numeric && this.isMissing(i, false);
      let value = isNone ? Number.NaN : parseNumber(bytes, starts[k], ends[k], decimal, zeros);
      if (plain && Number.isNaN(value)) value = numberOf(plain(cells.text(k)), zeros);
      values[i] = value;
      if (!Number.isNaN(value)) found++;
      else if (!isNone && !this.isMissing(i, false)) {
        if (!soft || !this.isMissing(i, true)) return undefined;
        marked++;
      }
    }
    return marked > 0 && found === 0 ? undefined : values;
  }

  private numbersAsked(): Value[] {
    const plain = this.numbers(true) ?? this.respelled(true);
    return plain ?? this.converted("numbers", (text) => known(numberOf(text, true)));
  }

  /**
   * Numbers with commas that explain themselves, 1,234.5 or 3,14; undefined if it holds others.
   * @throws RangeError for commas that may mean two things.
   */
  private respelled(zeros: boolean): Value[] | undefined {
    const { cells, soft, notation, separator } = this.reading;
    if (notation !== undefined) return undefined;
    const fields: string[] = [];
    for (let i = 0; i < this.rows; i++) {
      if (this.isMissing(i, soft)) continue;
      fields.push(cells.text(this.at(i)));
      if (fields.length === 1 && !/^[+-]?\d[\d.,\s'’]*$/.test(fields[0])) return undefined;
    }
    const found = notationOf(fields);
    if (found === undefined) return undefined;
    if (found === "either" || (found.decimal === "," && separator === ",")) {
      const example = fields.find((text) => text.includes(","));
      throw new RangeError(
        `column ${JSON.stringify(this.name)}: the comma in ${JSON.stringify(example)} may part thousands or ` +
          'decimals: say thousands: "," or decimal: ",", or that the column holds strings',
      );
    }
    this.hasDecimalComma = found.decimal === ",";
    const plain = plainNumber(found);
    return this.converted("numbers", (text) => known(numberOf(plain(text), zeros)));
  }

  private strings(): Value[] {
    const { cells, telling } = this.reading;
    const out = new Array<Value>(this.rows);
    const read = this.remembering((text) => text, false);
    for (let i = 0; i < out.length; i++) {
      const k = this.at(i);
      out[i] = telling && !cells.isBare(k) ? cells.text(k) : read(i);
    }
    return out;
  }

  /** Fields each turned into a value, where undefined means that one is of another type. */
  private converted(kind: string, convert: (text: string) => Value | undefined): Value[] {
    const out = new Array<Value>(this.rows);
    const read = this.remembering((text, i) => {
      const value = convert(text);
      if (value !== undefined) return value;
      const more = /^[+-]?\d{16,}$/.test(text) ? ", which has more digits than a number keeps" : "";
      throw new TypeError(
        `line ${this.line(i)}: column ${JSON.stringify(this.name)} must hold ${kind}, got ${JSON.stringify(text)}${more}`,
      );
    }, this.reading.soft);
    for (let i = 0; i < out.length; i++) out[i] = read(i);
    return out;
  }

  /** Field i turned into a value, NaN if it is missing; a text that comes again is asked for once. */
  private remembering(
    convert: (text: string, i: number) => Value,
    soft: boolean,
  ): (i: number) => Value {
    const { cells } = this.reading;
    const known = new Map<string, Value>();
    return (i) => {
      const text = cells.text(this.at(i));
      const before = known.get(text);
      if (before !== undefined) return before;
      const value = this.isMissing(i, soft) ? Number.NaN : convert(text, i);
      if (known.size < 1000) known.set(text, value);
      return value;
    };
  }

  /** What is no column of plain numbers: booleans, numbers with commas, words. */
  private guessed(): Value[] {
    const booleans = this.booleans();
    if (booleans !== undefined) return booleans;
    this.requireNoNote();
    return this.respelled(false) ?? this.strings();
  }

  /** The truths of the column, or undefined at the first field that is none. */
  private booleans(): Value[] | undefined {
    const out = new Array<Value>(this.rows);
    const read = this.remembering((text) => toBoolean(text) ?? text, this.reading.soft);
    let known = false;
    for (let i = 0; i < out.length; i++) {
      const value = read(i);
      if (typeof value === "string") return undefined;
      known ||= typeof value === "boolean";
      out[i] = value;
    }
    return known ? out : undefined;
  }

  /**
   * Whether what was read as decimals, 1.234, may be thousands with a point: each has three digits
   * after it. In a file with decimal commas that is likely.
   */
  mayBeGrouped(): boolean {
    const { cells, soft } = this.reading;
    let pointed = false;
    for (let i = 0; i < this.rows; i++) {
      if (this.isMissing(i, soft)) continue;
      const text = cells.text(this.at(i));
      if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) pointed = true;
      else if (!/^[+-]?\d{1,3}$/.test(text)) return false;
    }
    return pointed;
  }

  /**
   * Refuses a column of numbers that words follow below an empty line: they are more likely a note on
   * the table than a part of it.
   */
  private requireNoNote(): void {
    const { gap, cells, soft } = this.reading;
    if (gap === undefined) return;
    const isNumber = (i: number) => !Number.isNaN(numberOf(cells.text(this.at(i)), true));
    let numbers = 0;
    for (let i = 0; i < gap; i++) {
      if (isNumber(i)) numbers++;
      else if (!this.isMissing(i, soft)) return;
    }
    if (numbers === 0) return;
    for (let i = gap; i < this.rows; i++) {
      if (isNumber(i) || this.isMissing(i, soft)) continue;
      throw new RangeError(
        `line ${this.line(i)}, below an empty line: column ${JSON.stringify(this.name)} holds numbers above and ` +
          `${JSON.stringify(cells.text(this.at(i)))} here; skipFooter leaves out lines below the table`,
      );
    }
  }
}

function toBoolean(text: string): boolean | undefined {
  return BOOLEAN.test(text) ? text.toLowerCase() === "true" : undefined;
}

const known = (value: number) => (Number.isNaN(value) ? undefined : value);

/** The number that a text writes in the plain way, NaN if it writes none. */
function numberOf(text: string, zeros: boolean): number {
  const bytes = Buffer.from(`${text}\n`);
  return parseNumber(bytes, 0, bytes.length - 1, undefined, zeros);
}
