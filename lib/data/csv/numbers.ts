import { inBlocks } from "../blocks";
import type { Column } from "./column";
import { Digits } from "./digits";
import { plainNumber } from "./notation";
import { numberOf } from "./numerals";

/** The numbers of a column, while they are read. */
class Numbers {
  values: number[] = [];
  /** How many fields hold a number, and how many a mark such as "?". */
  private found = 0;
  private marked = 0;
  private readonly digits: Digits;
  private readonly plain: ((field: string) => string) | undefined;
  /** Numbers that mean "not known", however they are written: -999 and -999.0. */
  private readonly unknown: ReadonlySet<number>;

  constructor(
    private readonly column: Column,
    private readonly zeros: boolean,
  ) {
    const { missing, notation } = column.reading;
    this.digits = new Digits(
      column.reading.cells.source.bytes,
      notation?.decimal.charCodeAt(0),
      zeros,
    );
    this.plain = notation && plainNumber(notation);
    this.unknown = new Set([...missing].flatMap((field) => numberOf(field, true) ?? []));
  }

  get areMarksAlone(): boolean {
    return this.marked > 0 && this.found === 0;
  }

  /** Reads rows from…to−1, and returns whether they hold numbers or nothing. */
  read(from: number, to: number): boolean {
    const { values, digits, unknown, column } = this;
    const areKnown = unknown.size === 0;
    const { cells, rows } = column.reading;
    const { starts, ends } = cells.fields;
    for (let i = from; i < to; i++) {
      const k = rows[i] + column.j;
      digits.read(starts[k], ends[k]);
      digits.finish(ends[k]);
      const { value } = digits;
      if (areKnown && !Number.isNaN(value)) {
        values[i] = value;
        this.found++;
      } else if (!this.readOther(i, value)) return false;
    }
    return true;
  }

  /** The number of a field with signs between thousands, or with blanks of other alphabets around it. */
  private numberOfText(i: number): number {
    const { column, plain, zeros } = this;
    if (plain === undefined && column.reading.cells.source.ascii) return Number.NaN;
    const text = column.text(i);
    return numberOf(plain ? plain(text) : text, zeros) ?? Number.NaN;
  }

  /** Takes what may be missing, or a number that is not plainly written. */
  private readOther(i: number, plainly: number): boolean {
    const { column, unknown } = this;
    const value = Number.isNaN(plainly) ? this.numberOfText(i) : plainly;
    if (unknown.has(value)) {
      this.values[i] = Number.NaN;
      return true;
    }
    this.values[i] = value;
    if (!Number.isNaN(value)) this.found++;
    else if (!column.isMissing(i, false)) {
      if (!column.reading.soft || !column.isMissing(i, true)) return false;
      this.marked++;
    }
    return true;
  }
}

/**
 * The numbers of a column, or undefined at the first field that is none.
 *
 * @param zeros - Whether leading zeros may be dropped.
 */
export function numbers(column: Column, zeros: boolean): number[] | undefined {
  const read = new Numbers(column, zeros);
  if (!read.read(0, 1)) return undefined; // as most columns of words say at once
  read.values = new Array<number>(column.rows);
  const areAll = inBlocks(column.rows, (from, to) => read.read(from, to));
  return areAll && !read.areMarksAlone ? read.values : undefined;
}
