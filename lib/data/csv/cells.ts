import type { Text } from "./decode";
import { BARE, ESCAPED, type Fields } from "./fields";

/** Distinct texts remembered at a time: columns of words repeat few of them. */
const REMEMBERED = 4096;

/** The text of single fields, by their number. */
export class Cells {
  private readonly known: (string | undefined)[] = new Array(REMEMBERED);
  private readonly knownAt = new Int32Array(REMEMBERED);

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
    const { bytes } = this.source;
    const { starts, ends } = this.fields;
    const start = starts[k];
    const length = ends[k] - start;
    let hash = length;
    for (let i = start; i < start + length; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
    const slot = (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
    const known = this.known[slot];
    if (known !== undefined && this.same(this.knownAt[slot], k)) return known;
    const text = this.read(k);
    this.known[slot] = text;
    this.knownAt[slot] = k;
    return text;
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
    const { bytes, ascii } = this.source;
    const { starts, ends, quotes } = this.fields;
    const text = bytes.toString(ascii ? "latin1" : "utf8", starts[k], ends[k]);
    if (quotes[k] === ESCAPED) return text.replaceAll('""', '"');
    // blanks of other alphabets, such as the no-break space
    return quotes[k] === BARE && !ascii ? text.trim() : text;
  }
}
