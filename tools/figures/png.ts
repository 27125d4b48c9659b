import { deflateSync } from "node:zlib";
import { deflate } from "pako";
import type { Indexed } from "./palette";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOR_INDEXED = 3;
const COLOR_RGBA = 6;
const FILTER_NONE = 0;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function header(width: number, height: number, colorType: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, colorType, 0, 0, 0], 8);
  return chunk("IHDR", data);
}

/** Rows, each behind the number of its filter: none. */
function rows(data: Uint8Array, stride: number): Buffer {
  const count = data.length / stride;
  const out = Buffer.alloc(count * (stride + 1), FILTER_NONE);
  for (let row = 0; row < count; row++) {
    out.set(data.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  return out;
}

/** A PNG of red, green, blue and opacity, for use within a drawing (W3C, PNG, third edition). */
export function encodePng(image: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}): Buffer {
  const { width, height, data } = image;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return Buffer.concat([
    SIGNATURE,
    header(width, height, COLOR_RGBA),
    chunk("IDAT", deflateSync(rows(bytes, 4 * width), { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * A PNG with a palette, and a note in it.
 *
 * It is packed by a zlib in JavaScript, which comes out the same in every version of Node; the search for
 * matches differs from one build of zlib to the next.
 *
 * @param keyword - Name of the note.
 * @param note - Text of the note, in Latin letters.
 */
export function encodeIndexed(image: Indexed, keyword: string, note: string): Buffer {
  const { width, height, palette, indices } = image;
  const colors = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 0xff, c & 0xff]));
  const packed = Buffer.from(deflate(rows(indices, width), { level: 9, memLevel: 9 }));
  return Buffer.concat([
    SIGNATURE,
    header(width, height, COLOR_INDEXED),
    chunk("tEXt", Buffer.from(`${keyword}\0${note}`, "latin1")),
    chunk("PLTE", colors),
    chunk("IDAT", packed),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The note of a PNG under the given name, or null if there is none. */
export function readNote(png: Buffer, keyword: string): string | null {
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const [name, text] = png.toString("latin1", at + 8, at + 8 + length).split("\0");
    if (type === "tEXt" && name === keyword) return text ?? "";
    if (type === "IDAT") return null;
    at += 12 + length;
  }
  return null;
}
