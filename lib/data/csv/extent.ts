import type { Cells } from "./cells";
import { nextLine } from "./fields";

const SPACES = new Set([9, 10, 13, 32]);

/** Byte where a text goes on below `lines` lines. */
export function skipLines(bytes: Uint8Array, lines: number): number {
  let at = 0;
  for (let k = 0; k < lines && at < bytes.length; k++) at = nextLine(bytes, at);
  return at;
}

/** Byte after the text without its last `lines` lines; empty ones at the end do not count. */
export function dropLines(bytes: Uint8Array, lines: number): number {
  let end = bytes.length;
  if (lines === 0) return end;
  while (end > 0 && SPACES.has(bytes[end - 1])) end--;
  for (let k = 0; k < lines; k++) {
    while (end > 0 && bytes[end - 1] !== 10 && bytes[end - 1] !== 13) end--;
    if (k + 1 < lines) {
      if (bytes[end - 1] === 10 && bytes[end - 2] === 13) end--;
      end = Math.max(0, end - 1);
    }
  }
  return end;
}

/** The lines above a table that are no part of it: empty ones, and remarks. */
export interface Preamble {
  /** Byte where the table begins. */
  from: number;
  /** Where the last remark begins, if there are any. */
  remark?: number;
}

/**
 * Skips empty lines and remarks.
 *
 * @param mark - What remarks begin with; "" for no remarks.
 * @param keepEmpty - Whether empty lines are part of the table.
 */
export function findStart(
  bytes: Buffer,
  start: number,
  mark: string,
  keepEmpty: boolean,
): Preamble {
  let from = start;
  let remark: number | undefined;
  for (;;) {
    let at = from;
    while (bytes[at] === 32 || bytes[at] === 9) at++;
    if (at >= bytes.length) break;
    const empty = bytes[at] === 10 || bytes[at] === 13;
    const isRemark =
      mark !== "" && bytes.toString("utf8", at, at + Buffer.byteLength(mark)) === mark;
    if (!isRemark && (!empty || keepEmpty)) break;
    if (isRemark) remark = at;
    from = nextLine(bytes, at);
  }
  return remark === undefined ? { from } : { from, remark };
}

/** The records that make up a table, by their numbers. */
export interface Extent {
  rows: Int32Array;
  /** Above which of the rows the last empty line stands. */
  gap?: number;
}

/**
 * Leaves out empty lines (unless they are all that a missing value of a single column is), and below
 * the last of them lines of words that have another number of fields than the table: its source,
 * notes. Remarks below the table go too. What has as many fields as the table is taken for a part of it,
 * wherever it stands.
 *
 * @param mark - What remarks begin with; "" for no remarks.
 */
export function findRows(cells: Cells, mark: string): Extent {
  const { records, count } = cells.fields;
  const width = (i: number) => records[i + 1] - records[i];
  const isEmpty = (i: number) =>
    width(i) === 1 && cells.isBare(records[i]) && cells.isEmpty(records[i]);
  const all = new Int32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  const cols = Math.max(width(0), count > 1 ? width(1) : 0);
  if (cols <= 1) return { rows: all };
  const isNote = (i: number) =>
    width(i) !== cols && !isEmpty(i) && !/^[+-]?[\d.]/.test(cells.text(records[i]));
  const isRemark = (i: number) =>
    mark !== "" && width(i) !== cols && cells.text(records[i]).startsWith(mark);
  let end = count;
  for (;;) {
    while (end > 1 && (isEmpty(end - 1) || isRemark(end - 1))) end--;
    let first = end;
    while (first > 1 && isNote(first - 1)) first--;
    if (first === end || first <= 1 || !isEmpty(first - 1)) break;
    end = first;
  }
  let kept = 0;
  let gap: number | undefined;
  for (let i = 0; i < end; i++) {
    if (isEmpty(i)) gap = kept;
    else all[kept++] = i;
  }
  const rows = all.subarray(0, kept);
  return gap === undefined || gap === kept ? { rows } : { rows, gap };
}
