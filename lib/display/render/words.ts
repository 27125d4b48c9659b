import { dateText, describeValue } from "../../core";
import { cutText } from "../format/cut";
import { textWithName } from "../format/name";
import { formatNumber } from "../format/number";
import type { Bundle } from "./bridge";

/** Digits of a whole number and words of a list that are shown. */
const SHOWN = { digits: 100, words: 100 };

function bigintText(v: bigint): string {
  const text = String(v);
  if (text.length <= SHOWN.digits) return text;
  const digits = text.replace("-", "").length;
  return `${text.slice(0, 12)}…${text.slice(-12)} (${digits} digits)`;
}

/** One line for a single value: a number rounded, a word as it is, anything else described. */
export function wordOf(v: unknown, digits?: number): string {
  if (typeof v === "number") return formatNumber(v, digits);
  if (typeof v === "string") return cutText(v);
  if (typeof v === "bigint") return bigintText(v);
  if (v instanceof Date) return dateText(v);
  return typeof v === "object" && v !== null ? describeValue(v) : String(v);
}

/** A line of words, long lists cut in the middle. */
export function wordsOf(list: readonly unknown[], digits?: number): string {
  const word = (v: unknown) => wordOf(v, digits);
  if (list.length <= SHOWN.words) return list.map(word).join(", ");
  const half = SHOWN.words / 2;
  const ends = [...list.slice(0, half).map(word), "…", ...list.slice(-half).map(word)];
  return `${ends.join(", ")} (${list.length} entries, ${SHOWN.words} shown)`;
}

/** A text as it is. */
export function textBundle(name: string | undefined, text: string): Bundle {
  return { "text/plain": textWithName(name, text) };
}
