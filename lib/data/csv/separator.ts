import { type Fields, splitFields } from "./fields";

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

/**
 * The separator that divides most of the first records into equally many fields, at least two; a
 * comma if none does.
 */
export function findSeparator(bytes: Uint8Array, from: number, not?: string): string {
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
  return best;
}
