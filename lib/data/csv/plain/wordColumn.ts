import { inBlocks } from "../../blocks";
import type { Value } from "../column";
import type { PlainColumn } from "./column";
import type { Edges } from "./edges";

/** Distinct texts that are remembered at a time. */
const SLOTS = 4096;

/** A column of words: each distinct one is made once, and known by its number. */
export class WordColumn implements PlainColumn {
  private codes = new Int32Array(0);
  private readonly words: Value[] = [];
  /** Where the text of each slot was last seen, how many bytes it has, and the number of its word. */
  private readonly seenAt = new Int32Array(SLOTS);
  private readonly lengths = new Int32Array(SLOTS).fill(-1);
  private readonly own = new Int32Array(SLOTS);

  /** @param convert - The value of a text, undefined if it is of another kind. */
  constructor(
    private readonly edges: Edges,
    private readonly convert: (begin: number, end: number) => Value | undefined,
    private readonly dtype: "string" | "boolean",
  ) {}

  reserve(rows: number): void {
    if (rows <= this.codes.length) return;
    const bigger = new Int32Array(Math.max(rows, 2 * this.codes.length));
    bigger.set(this.codes);
    this.codes = bigger;
  }

  read(at: number, row: number): number {
    const { edges, lengths } = this;
    const { bytes, ending } = edges;
    let hash = 0;
    let stop = at;
    for (let byte = bytes[stop]; ending[byte] === 0; byte = bytes[++stop]) {
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    if (lengths[slot] !== stop - at || !this.isSame(this.seenAt[slot], at, stop - at)) {
      const begin = edges.begin(at);
      const value = this.convert(begin, edges.end(begin, stop));
      if (value === undefined) return -1;
      lengths[slot] = stop - at;
      this.seenAt[slot] = at;
      this.own[slot] = this.words.push(value) - 1;
    }
    this.codes[row] = this.own[slot];
    return stop;
  }

  private isSame(a: number, b: number, length: number): boolean {
    const { bytes } = this.edges;
    for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
    return true;
  }

  values(rows: number): { values: Value[]; dtype: string } {
    const { codes, words } = this;
    const values = new Array<Value>(rows);
    inBlocks(rows, (from, to) => {
      for (let i = from; i < to; i++) values[i] = words[codes[i]];
      return true;
    });
    return { values, dtype: this.dtype };
  }
}
