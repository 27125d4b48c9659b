import { inBlocks } from "../blocks";
import { type Cells, SLOTS } from "./cells";
import { SOFT_MISSING } from "./evidence";
import { lineAt } from "./fields";
import type { Notation } from "./notation";

/** What a column may hold. */
export type ColumnType = "number" | "string" | "boolean" | "date";

/** One value of a column; a missing one is NaN, whatever the type, as danfo has it. */
export type Value = number | string | boolean | Date;

/** What all columns of a file have in common. */
export interface Reading {
  cells: Cells;
  /** The number of the first field of each row. */
  rows: Int32Array;
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

/** The fields of one column of a file. */
export class Column {
  readonly rows: number;

  constructor(
    readonly reading: Reading,
    readonly j: number,
    readonly name: string,
  ) {
    this.rows = reading.rows.length;
  }

  text(i: number): string {
    return this.reading.cells.text(this.reading.rows[i] + this.j);
  }

  /** The column's name and the line of field i, for messages. */
  line(i: number): number {
    const { cells, rows } = this.reading;
    return lineAt(cells.source.bytes, cells.fields.starts[rows[i] + this.j]);
  }

  isBare(i: number): boolean {
    return this.reading.cells.isBare(this.reading.rows[i] + this.j);
  }

  /** Whether field i says "not known"; a mark such as "?" does if `soft`. */
  isMissing(i: number, soft: boolean): boolean {
    const text = this.text(i);
    return this.reading.missing.has(text) || (soft && SOFT_MISSING.has(text));
  }

  /** Whether all that is known stands in quotes that need not be there, in a file that has bare fields. */
  isQuotedText(): boolean {
    const { cells, rows, telling, separator, missing } = this.reading;
    if (!telling) return false;
    let needless = false;
    for (let i = 0; i < rows.length; i++) {
      if (this.isBare(i)) {
        if (!missing.has(this.text(i))) return false;
      } else needless ||= cells.isNeedless(rows[i] + this.j, separator);
    }
    return needless;
  }

  /**
   * Field i turned into a value, NaN if it is missing; a text that came lately is not converted again.
   *
   * @param soft - Whether marks such as "?" are missing values here.
   */
  remembering(convert: (text: string, i: number) => Value, soft: boolean): (i: number) => Value {
    const { cells, rows } = this.reading;
    const texts = new Array<string | undefined>(SLOTS).fill(undefined);
    const values = new Array<Value>(SLOTS).fill(Number.NaN);
    return (i) => {
      const slot = cells.slot(rows[i] + this.j);
      const text = cells.remembered(slot);
      if (texts[slot] !== text) {
        values[slot] = this.isMissing(i, soft) ? Number.NaN : convert(text, i);
        texts[slot] = text;
      }
      return values[slot];
    };
  }

  /**
   * All fields turned into values.
   *
   * @param kind - What they must be, for the message.
   * @param convert - Returns undefined for a text that is of another kind.
   * @throws TypeError that names line and column of such a text.
   */
  converted(kind: string, convert: (text: string) => Value | undefined): Value[] {
    const out = new Array<Value>(this.rows);
    const read = this.remembering((text, i) => {
      const value = convert(text);
      if (value !== undefined) return value;
      const digits = text.replace(/[^\d]/g, "").length;
      const more = kind === "numbers" && digits > 15 && /^[\d.,+\s-]+$/.test(text);
      throw new TypeError(
        `line ${this.line(i)}: column ${JSON.stringify(this.name)} must hold ${kind}, got ` +
          `${JSON.stringify(text)}${more ? ", which has more digits than a number keeps" : ""}`,
      );
    }, this.reading.soft);
    inBlocks(this.rows, (from, to) => {
      for (let i = from; i < to; i++) out[i] = read(i);
      return true;
    });
    return out;
  }
}
