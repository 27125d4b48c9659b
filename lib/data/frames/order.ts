import { type Column, isMissing, type Labels } from "./frame";
import { identity, requireKind } from "./kinds";

/** A column to sort by. */
export interface SortKey {
  name: string;
  values: Column;
  ascending: boolean;
}

/**
 * Numbers that stand in the order of the values: those of numbers, truths and dates themselves, the
 * places of words among all of them (by code units, so "Z" comes before "a"). NaN is missing.
 */
function places(caller: string, { name, values, ascending }: SortKey, index: Labels): Float64Array {
  const kind = requireKind(caller, values, name, index);
  const sign = ascending ? 1 : -1;
  if (kind !== "string") {
    const numbers = new Float64Array(values.length);
    for (let i = 0; i < numbers.length; i++) {
      const v = values[i];
      // −0 + 0 is 0, which it is to agree with
      numbers[i] = isMissing(v) ? Number.NaN : sign * Number(identity(v)) + 0;
    }
    return numbers;
  }
  const words = [...new Set(values as readonly string[])]
    .filter((v) => !isMissing(v))
    .sort(byUnits);
  const place = new Map(words.map((word, k) => [word, sign * k + 0]));
  return Float64Array.from(values, (v) => place.get(v as string) ?? Number.NaN);
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which half of a double holds its sign: the second where the least byte comes first. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0];

/**
 * Doubles as pairs of whole numbers, high and low, in the same order: those of positive ones with the
 * sign turned, of negative ones all bits turned, and NaN last.
 */
function bitsOf(numbers: Float64Array): { high: Uint32Array; low: Uint32Array } {
  const m = numbers.length;
  const words = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * m);
  const [high, low] = [new Uint32Array(m), new Uint32Array(m)];
  for (let i = 0; i < m; i++) {
    const known = !Number.isNaN(numbers[i]);
    const top = words[2 * i + HIGH];
    const negative = top >>> 31 === 1;
    high[i] = !known ? 0xffffffff : negative ? ~top : top | 0x80000000;
    low[i] = !known ? 0 : negative ? ~words[2 * i + 1 - HIGH] : words[2 * i + 1 - HIGH];
  }
  return { high, low };
}

/** Rows in the order of one byte of their words; those of the same byte stay as they stood. */
function byByte(order: Int32Array, words: Uint32Array, shift: number): Int32Array {
  const at = new Int32Array(257);
  for (let i = 0; i < words.length; i++) at[((words[i] >>> shift) & 255) + 1]++;
  if (at.includes(words.length)) return order; // all the same
  for (let byte = 0; byte < 256; byte++) at[byte + 1] += at[byte];
  const next = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k];
    next[at[(words[row] >>> shift) & 255]++] = row;
  }
  return next;
}

/**
 * The rows in the order of their keys, the first key before the second. Rows that agree stay as they
 * stood, what is missing comes last whichever way the order goes. Sorted byte by byte from the last key
 * and its least byte on (radix sort): cost O(rows·keys).
 */
export function sortedRows(
  caller: string,
  keys: readonly SortKey[],
  index: Labels,
  rows: number,
): Int32Array {
  const all = keys.map((key) => places(caller, key, index)).reverse();
  let order: Int32Array = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[i] = i;
  for (const place of all) {
    const { high, low } = bitsOf(place);
    for (const words of [low, high]) {
      for (let shift = 0; shift < 32; shift += 8) order = byByte(order, words, shift);
    }
  }
  return order;
}
