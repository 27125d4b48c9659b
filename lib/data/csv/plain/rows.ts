import type { PlainColumn } from "./column";

/** Rows that are read at a time. */
const BLOCK = 4096;

const [LF, CR] = [10, 13];

/** The rows of a table, read one after the other. */
export class Rows {
  count = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly separator: number,
    private readonly columns: readonly PlainColumn[],
    private at: number,
  ) {}

  /** Reads all; returns whether each row has a field of the right kind for each column. */
  readAll(expected: number): boolean {
    for (const column of this.columns) column.reserve(expected);
    while (this.at < this.bytes.length) {
      for (const column of this.columns) column.reserve(this.count + BLOCK);
      if (!this.readBlock()) return false;
    }
    return true;
  }

  private readBlock(): boolean {
    const { bytes, separator, columns } = this;
    const last = columns.length - 1;
    let at = this.at;
    let row = this.count;
    for (const end = row + BLOCK; row < end && at < bytes.length; row++) {
      for (let j = 0; j < last; j++) {
        at = columns[j].read(at, row);
        if (bytes[at++] !== separator) return false;
      }
      at = columns[last].read(at, row);
      const byte = bytes[at++];
      if (byte === CR && bytes[at] === LF) at++;
      else if (byte !== LF && byte !== CR) return false;
    }
    this.at = at;
    this.count = row;
    return true;
  }
}
