import { isBlank } from "../fields";

/** Where fields end, and what is around them: blanks are left out. */
export class Edges {
  /** 1 for the bytes that end a field. */
  readonly ending = new Uint8Array(256);

  constructor(
    readonly bytes: Buffer,
    private readonly separator: number,
  ) {
    for (const byte of [separator, 10, 13]) this.ending[byte] = 1;
  }

  /** The first byte at or after `at` that is no blank of this field. */
  begin(at: number): number {
    const { bytes, separator } = this;
    let begin = at;
    while (isBlank(bytes[begin]) && bytes[begin] !== separator) begin++;
    return begin;
  }

  /** The separator or line end at or after `at`. */
  stop(at: number): number {
    const { bytes, ending } = this;
    let stop = at;
    while (ending[bytes[stop]] === 0) stop++;
    return stop;
  }

  /** The byte after the last one of a field that is no blank. */
  end(begin: number, stop: number): number {
    let end = stop;
    while (end > begin && isBlank(this.bytes[end - 1])) end--;
    return end;
  }
}
