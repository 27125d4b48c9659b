import type { Text } from "./decode";
import { BARE, ESCAPED, type Fields } from "./fields";

/** Distinct texts remembered at a time: columns of words repeat few of them. */
export const SLOTS = 4096;

/** The text of a field without quotes. Blanks of other alphabets (the no-break space) are left out too. */
export const textOf = ({ bytes, ascii }: Text, start: number, end: number): string =>
  ascii ? bytes.toString("latin1", start, end) : bytes.toString("utf8", start, end).trim();

/** The text of single fields, by their number. */
export class Cells {
  private readonly known: (string | undefined)[] = new Array(SLOTS);
  private readonly knownAt = new Int32Array(SLOTS);

  constructor(
    readonly source: Text,
    readonly fields: Fields,
  ) {}

  isBare(k: number): boolean {
    return this.fields.quotes[k] === BARE;
  }

  isEmpty(k: number): boolean {
    return this.fields.starts[k] === this.fields.ends[k];
  }

  /** Whether the quotes around a field could have been left out. */
  isNeedless(k: number, separator: string): boolean {
    const { quotes } = this.fields;
    if (quotes[k] === ESCAPED) return false;
    return !this.text(k).includes(separator) && !/["\r\n]/.test(this.text(k));
  }

  /** The text of field k. One that came lately is the same string again, and costs a comparison. */
  text(k: number): string {
    return this.remembered(this.slot(k));
  }

  /** The text that is remembered under a number. */
  remembered(slot: number): string {
    return this.known[slot] as string;
  }

  /** The number, below `SLOTS`, under which the text of field k is remembered until another takes its place. */
  slot(k: number): number {
    const { bytes } = this.source;
    const { starts, ends } = this.fields;
    const start = starts[k];
    const end = ends[k];
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    if (this.known[slot] === undefined || !this.same(this.knownAt[slot], k)) {
      this.known[slot] = this.read(k);
      this.knownAt[slot] = k;
    }
    return slot;
  }

  private same(a: number, b: number): boolean {
    const { bytes } = this.source;
    const { starts, ends, quotes } = this.fields;
    const length = ends[a] - starts[a];
    if (length !== ends[b] - starts[b] || quotes[a] !== quotes[b]) return false;
    for (let i = 0; i < length; i++) {
      if (bytes[starts[a] + i] !== bytes[starts[b] + i]) return false;
    }
    return true;
  }

  private read(k: number): string {
    const { source } = this;
    const { starts, ends, quotes } = this.fields;
    if (quotes[k] === BARE) return textOf(source, starts[k], ends[k]);
    const text = source.bytes.toString(source.ascii ? "latin1" : "utf8", starts[k], ends[k]);
    return quotes[k] === ESCAPED ? text.replaceAll('""', '"') : text;
  }
}
