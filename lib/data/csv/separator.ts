import { BARE, type Fields, splitFields } from "./fields";
import { parseNumber } from "./numerals";

/** Separators looked for. Where two would do, the first: commas stand in numbers and sentences too. */
const CANDIDATES = ["\t", ";", "|", ","];

/** Records that are looked at. */
const SAMPLE = 200;

const [SPACE, QUOTE] = [32, 34];

/** A quote within a bare field: most likely a quoted one that begins or ends elsewhere. */
function hasStrayQuote(bytes: Buffer, { starts, ends, quotes }: Fields, k: number): boolean {
  return quotes[k] === BARE && bytes.subarray(starts[k], ends[k]).includes(QUOTE);
}

/**
 * How many records have as many fields as most have, when these are at least two and no quote stands
 * where none should.
 */
function agreement(bytes: Buffer, fields: Fields): number {
  const { records, count } = fields;
  const tally = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const width = records[i + 1] - records[i];
    let stray = false;
    for (let k = records[i]; k < records[i + 1]; k++) stray ||= hasStrayQuote(bytes, fields, k);
    if (width > 1 && !stray) tally.set(width, (tally.get(width) ?? 0) + 1);
  }
  return [...tally.values()].reduce((x, y) => Math.max(x, y), 0);
}

/** 1 234: digits in groups, which are one number and not two. */
const GROUPS = /^[+-]?\d{1,3}( \d{3})+$/;

/**
 * Whether blanks part numbers: below the first record every one has as many fields as the others, at
 * least two, all of them numbers.
 *
 * @param most - How many records another separator divides alike: if all, it is that.
 */
function haveBlanks(bytes: Buffer, from: number, most: number): boolean {
  // quotes may make no sense between blanks; numbers have none
  if (bytes.includes(QUOTE, from)) return false;
  const { records, count, starts, ends } = splitFields(bytes, SPACE, from, SAMPLE);
  const width = (i: number) => records[i + 1] - records[i];
  const cols = count > 0 ? width(count - 1) : 0;
  if (cols < 2 || width(0) !== cols || most >= count) return false;
  let grouped = true;
  for (let i = count > 1 ? 1 : 0; i < count; i++) {
    if (width(i) !== cols) return false;
    for (let k = records[i]; k < records[i + 1]; k++) {
      if (Number.isNaN(parseNumber(bytes, starts[k], ends[k], undefined, true))) return false;
    }
    const last = records[i + 1] - 1;
    grouped &&= GROUPS.test(bytes.toString("latin1", starts[records[i]], ends[last]));
  }
  return !grouped;
}

/**
 * The separator that divides most of the first records into equally many fields, at least two; a
 * comma if none does. Between numbers it may be blanks.
 */
export function findSeparator(bytes: Buffer, from: number, not?: string): string {
  let best = ",";
  let most = 0;
  for (const candidate of CANDIDATES) {
    if (candidate === not) continue;
    let agreeing: number;
    try {
      agreeing = agreement(bytes, splitFields(bytes, candidate.charCodeAt(0), from, SAMPLE));
    } catch {
      continue; // quotes that make no sense with this separator
    }
    if (agreeing > most) [best, most] = [candidate, agreeing];
  }
  return haveBlanks(bytes, from, most) ? " " : best;
}
