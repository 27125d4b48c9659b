/** How a field is written: bare, in quotes, or in quotes with doubled quotes inside. */
export const [BARE, QUOTED, ESCAPED] = [0, 1, 2] as const;

/** Where the fields of a text are: nothing is copied out of it until it is wanted. */
export interface Fields {
  /** First byte of each field and the one after its last, quotes and blanks around it left out. */
  starts: Int32Array;
  ends: Int32Array;
  quotes: Uint8Array;
  /** The number of the first field of each record, and at last how many fields there are. */
  records: Int32Array;
  count: number;
  /** How many fields are quoted. */
  quoted: number;
}

const [TAB, LF, CR, SPACE, QUOTE] = [9, 10, 13, 32, 34];

/** The number of the line, from 1, that holds byte `at`. Lines end in LF, CRLF or CR. */
export function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) line++;
  }
  return line;
}

/** Byte after the end of the line that `at` lies in. */
export function nextLine(bytes: Uint8Array, at: number): number {
  let i = at;
  while (i < bytes.length && bytes[i] !== LF && bytes[i] !== CR) i++;
  return bytes[i] === CR && bytes[i + 1] === LF ? i + 2 : i + 1;
}

function grown<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  const bigger = new (array.constructor as new (n: number) => T)(length);
  bigger.set(array);
  return bigger;
}

/** A space or a tab. */
export const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB;

/**
 * Splits CSV text into records and fields (RFC 4180): fields stand between separators, or in double
 * quotes, inside which separators and line ends are text and `""` is a quote. Blanks around a field
 * are left out, those inside quotes kept. An empty line is a record of one empty bare field. A space
 * as separator means any run of blanks.
 *
 * One pass over the bytes; cost O(bytes).
 *
 * @param bytes - UTF-8 that ends with a line end.
 * @param separator - Its byte.
 * @param from - First byte of the first record.
 * @param limit - Records read at most.
 * @throws SyntaxError for a quote that is not closed, or text after a closing quote.
 */
export function splitFields(
  bytes: Uint8Array,
  separator: number,
  from = 0,
  limit = Infinity,
): Fields {
  const length = bytes.length;
  const guess = Math.min(length - from, 64 * limit);
  let starts = new Int32Array((guess >> 3) + 16);
  let ends = new Int32Array(starts.length);
  let quotes = new Uint8Array(starts.length);
  let records = new Int32Array((guess >> 5) + 16);
  let fields = 0;
  let count = 0;
  let quoted = 0;
  let at = from;
  const runs = separator === SPACE;
  const ending = new Uint8Array(256);
  for (const byte of runs ? [SPACE, TAB, LF, CR] : [separator, LF, CR]) ending[byte] = 1;
  while (at < length && count < limit) {
    if (count + 2 >= records.length) records = grown(records, records.length * 2);
    records[count++] = fields;
    for (;;) {
      for (let c = bytes[at]; c <= SPACE && isBlank(c) && (runs || c !== separator); )
        c = bytes[++at];
      if (fields === starts.length) {
        starts = grown(starts, fields * 2);
        ends = grown(ends, fields * 2);
        quotes = grown(quotes, fields * 2);
      }
      let end: number;
      if (bytes[at] === QUOTE) {
        const open = at;
        quoted++;
        quotes[fields] = QUOTED;
        starts[fields] = ++at;
        for (;;) {
          while (at < length && bytes[at] !== QUOTE) at++;
          if (at >= length) {
            throw new SyntaxError(`line ${lineAt(bytes, open)}: a quote is opened and not closed`);
          }
          if (bytes[at + 1] !== QUOTE) break;
          quotes[fields] = ESCAPED;
          at += 2;
        }
        end = at++;
        const closed = at;
        while (isBlank(bytes[at]) && bytes[at] !== separator) at++;
        const c = bytes[at];
        if (c !== separator && c !== LF && c !== CR && !(runs && at > closed)) {
          throw new SyntaxError(`line ${lineAt(bytes, at)}: text follows a closing quote`);
        }
      } else {
        starts[fields] = at;
        while (ending[bytes[at]] === 0) at++;
        end = at;
        while (end > starts[fields] && isBlank(bytes[end - 1])) end--;
      }
      ends[fields++] = end;
      if (runs) {
        while (isBlank(bytes[at])) at++;
        if (bytes[at] === LF || bytes[at] === CR) break;
      } else if (bytes[at] === separator) at++;
      else break;
    }
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  }
  records[count] = fields;
  return { starts, ends, quotes, records, count, quoted };
}
