import { inflateSync } from "node:zlib";
import { readCmap, writeCmap } from "./cmap";

/** A font: which kind of outlines it has, and its tables. */
export interface Font {
  flavor: number;
  tables: Map<string, Buffer>;
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF 1.0 font, whose tables are each compressed by zlib (W3C, WOFF File Format 1.0).
 *
 * @throws RangeError if the file is no WOFF.
 */
export function unpackWoff(woff: Buffer): Font {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("the font is not a WOFF file");
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const at = WOFF_HEADER + WOFF_ENTRY * i;
    const [offset, packed, length] = [4, 8, 12].map((k) => woff.readUInt32BE(at + k)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const data = packed === length ? bytes : inflateSync(bytes);
    tables.set(woff.toString("latin1", at, at + 4), data);
  }
  return { flavor: woff.readUInt32BE(4), tables };
}

/** The font with some of its characters taken away. */
export function withoutCharacters(font: Font, codes: ReadonlySet<number>): Font {
  const glyphs = readCmap(font.tables.get("cmap") as Buffer);
  const kept = new Map([...glyphs].filter(([code]) => !codes.has(code)));
  return { ...font, tables: new Map(font.tables).set("cmap", writeCmap(kept)) };
}

/** Name IDs of a family, its style, the face and, for PostScript, the face again (OpenType 1.9: name). */
const NAME_IDS = [1, 2, 4, 6];

/** The font without one of its tables. */
export function withoutTable(font: Font, tag: string): Font {
  return { ...font, tables: new Map([...font.tables].filter(([own]) => own !== tag)) };
}

/** The font as the one face of a family of this name. */
export function renamed(font: Font, family: string): Font {
  const names = [family, "Regular", family, family.replaceAll(" ", "")];
  // UTF-16 with the high byte first, as on Windows
  const texts = names.map((name) => Buffer.from(name, "utf16le").swap16());
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  texts.forEach((text, i) => {
    const record = [3, 1, 0x409, NAME_IDS[i] as number, text.length, offset];
    record.forEach((value, k) => {
      head.writeUInt16BE(value, 6 + 12 * i + 2 * k);
    });
    offset += text.length;
  });
  return { ...font, tables: new Map(font.tables).set("name", Buffer.concat([head, ...texts])) };
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The font as a plain file (TrueType or OpenType): header, directory and tables. */
export function writeSfnt({ flavor, tables }: Font): Buffer {
  const tags = [...tables.keys()].sort();
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * tags.length);
  const power = Math.floor(Math.log2(tags.length));
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(tags.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (tags.length - 2 ** power), 10);
  const bodies: Buffer[] = [];
  let offset = head.length;
  tags.forEach((tag, i) => {
    const data = tables.get(tag) as Buffer;
    const padded = Buffer.alloc(4 * Math.ceil(data.length / 4));
    data.copy(padded);
    const at = SFNT_HEADER + SFNT_ENTRY * i;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(checksum(padded), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([head, ...bodies]);
}
