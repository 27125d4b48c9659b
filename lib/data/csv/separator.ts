import { type Fields, splitFields } from "./fields";
import { parseNumber } from "./numerals";

/** Separators looked for. Where two would do, the first: commas stand in numbers and sentences too. */
const CANDIDATES = ["\t", ";", "|", ","];

/** Records that are looked at. */
const SAMPLE = 200;

/** How many records have as many fields as most have, when these are at least two. */
function agreement({ records, count }: Fields): number {
  const tally = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const width = records[i + 1] - records[i];
    if (width > 1) tally.set(width, (tally.get(width) ?? 0) + 1);
  }
  return [...tally.values()].reduce((a, b) => Math.max(a, b), 0);
}

/** 1 234: digits in groups, which are one number and not two. */
const GROUPS = /^[+-]?\d{1,3}( \d{3})+$/;

/**
 * Whether blanks part numbers: below the first record every one has as many fields as the others, at
 * least two, all of them numbers.
 */
function haveBlanks(bytes: Buffer, from: number): boolean {
  const { records, count, starts, ends } = splitFields(bytes, 32, from, SAMPLE);
  const width = (i: number) => records[i + 1] - records[i];
  const cols = width(count - 1);
  if (cols < 2 || width(0) !== cols) return false;
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
      agreeing = agreement(splitFields(bytes, candidate.charCodeAt(0), from, SAMPLE));
    } catch {
      continue; // quotes that make no sense with this separator
    }
    if (agreeing > most) [best, most] = [candidate, agreeing];
  }
  if (most > 0) return best;
  try {
    return haveBlanks(bytes, from) ? " " : best;
  } catch {
    return best;
  }
}
