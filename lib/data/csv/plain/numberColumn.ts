import { blankVector } from "../../../core";
import { inBlocks } from "../../blocks";
import { isInt32 } from "../../frames/frame";
import { Digits } from "../digits";
import type { PlainColumn } from "./column";
import type { Edges } from "./edges";

/** A column of numbers. */
export class NumberColumn implements PlainColumn {
  private numbers = new Float64Array(0);
  private readonly digits: Digits;

  /** @param isMissing - Whether a text that is no number says "not known". */
  constructor(
    private readonly edges: Edges,
    private readonly isMissing: (begin: number, end: number) => boolean,
  ) {
    this.digits = new Digits(edges.bytes);
  }

  reserve(rows: number): void {
    if (rows <= this.numbers.length) return;
    const bigger = new Float64Array(Math.max(rows, 2 * this.numbers.length));
    bigger.set(this.numbers);
    this.numbers = bigger;
  }

  read(at: number, row: number): number {
    const { edges, digits } = this;
    const begin = edges.begin(at);
    const stop = edges.stop(digits.read(begin, edges.bytes.length));
    const end = edges.end(begin, stop);
    digits.finish(end);
    const { value } = digits;
    this.numbers[row] = value;
    return !Number.isNaN(value) || this.isMissing(begin, end) ? stop : -1;
  }

  values(rows: number): { values: number[]; dtype: string } {
    const { numbers } = this;
    const values = blankVector(rows);
    inBlocks(rows, (from, to) => {
      for (let i = from; i < to; i++) values[i] = numbers[i];
      return true;
    });
    const areWhole = inBlocks(rows, (from, to) => {
      let i = from;
      while (i < to && isInt32(numbers[i])) i++;
      return i === to;
    });
    return { values, dtype: areWhole ? "int32" : "float32" };
  }
}
