import { inflateSync } from "node:zlib";

/** The tables of a font, and the font as the plain file (TrueType or OpenType) that rasterisers read. */
export interface Sfnt {
  tables: Map<string, Buffer>;
  file: Buffer;
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF 1.0 font: its tables, each compressed by zlib, become the font they were made from
 * (W3C, WOFF File Format 1.0, sections 3 to 5).
 *
 * @throws RangeError if the file is no WOFF.
 */
export function unpackWoff(woff: Buffer): Sfnt {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("the font is not a WOFF file");
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, i) => {
    const at = WOFF_HEADER + WOFF_ENTRY * i;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((k) => woff.readUInt32BE(at + k));
    const bytes = woff.subarray(offset, (offset as number) + (packed as number));
    return {
      tag: woff.toString("latin1", at, at + 4),
      checksum: checksum as number,
      data: packed === length ? bytes : inflateSync(bytes),
    };
  });
  return {
    tables: new Map(entries.map(({ tag, data }) => [tag, data])),
    file: assemble(woff.readUInt32BE(4), entries),
  };
}

interface Entry {
  tag: string;
  checksum: number;
  data: Buffer;
}

/** Header, directory and tables, each table beginning at a multiple of four bytes. */
function assemble(flavor: number, entries: readonly Entry[]): Buffer {
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * entries.length);
  const power = Math.floor(Math.log2(entries.length));
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(entries.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (entries.length - 2 ** power), 10);
  const bodies: Buffer[] = [];
  let offset = head.length;
  entries.forEach(({ tag, checksum, data }, i) => {
    const at = SFNT_HEADER + SFNT_ENTRY * i;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.alloc(4 * Math.ceil(data.length / 4));
    data.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([head, ...bodies]);
}
