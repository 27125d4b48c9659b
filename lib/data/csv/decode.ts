import { isAscii, isUtf8 } from "node:buffer";

/** The text of a file as UTF-8 without a byte-order mark; it ends with a line end. */
export interface Text {
  bytes: Buffer;
  /** Whether every byte is a character. */
  ascii: boolean;
}

/** Places in a text are 32-bit integers. */
const LONGEST = 2 ** 31 - 1;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, k) => bytes[k] === byte);

/** Whether the bytes are UTF-16 without a mark: text of our alphabets has a zero in every second byte. */
function zerosAt(bytes: Uint8Array, parity: number): boolean {
  const length = Math.min(bytes.length & ~1, 64);
  if (length < 4) return false;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i + parity] !== 0 || bytes[i + 1 - parity] === 0) return false;
  }
  return true;
}

/** The encoding of which the bytes show signs. Latin-1 is taken as its superset windows-1252. */
function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe) || zerosAt(bytes, 1)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff) || zerosAt(bytes, 0)) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

/**
 * Bytes 0x80 to 0x9f in windows-1252, a blank where there is none. (Node 20's decoder of that name
 * leaves them the control characters of Latin-1.)
 */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function windows1252(bytes: Buffer): Buffer {
  if (bytes.some((byte) => isControl(byte) || WINDOWS[byte - 0x80] === " ")) {
    throw new SyntaxError("the file is not text");
  }
  const text = bytes.toString("latin1");
  return Buffer.from(text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80]));
}

function transcode(bytes: Buffer, encoding: string): Buffer {
  if (new TextDecoder(encoding).encoding === "windows-1252") return windows1252(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SyntaxError(`the file is not text in ${encoding}`, { cause });
  }
  return Buffer.from(text);
}

/** What gzip has pressed is unpacked, known by its first bytes; a zip archive is refused. */
function unpacked(bytes: Buffer): Buffer {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) {
    throw new SyntaxError("the file is a zip archive; unpack it first");
  }
  if (!startsWith(bytes, 0x1f, 0x8b)) return bytes;
  try {
    // zlib is loaded for this alone
    return (require("node:zlib") as typeof import("node:zlib")).gunzipSync(bytes);
  } catch (cause) {
    throw new SyntaxError("the file is a damaged gzip archive", { cause });
  }
}

/**
 * The text of a file. Without an encoding it is told from the bytes: a byte-order mark, zeros in every
 * second byte (UTF-16), bytes that are no UTF-8 (Latin-1).
 *
 * @param encoding - A label of the Encoding Standard ("utf-8", "latin1", "shift_jis", …).
 * @throws SyntaxError for bytes that are no text in the encoding; RangeError for more than 2 GiB of it.
 */
export function decode(file: Buffer, encoding?: string): Text {
  const raw = unpacked(file);
  const label = encoding ?? encodingOf(raw);
  let bytes = raw;
  if (!/^utf-?8$/i.test(label)) {
    bytes = transcode(raw, label);
  } else if (!isUtf8(raw)) throw new SyntaxError(`the file is not text in ${label}`);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) bytes = bytes.subarray(3);
  if (bytes.length >= LONGEST)
    throw new RangeError("the file must have fewer than 2^31 bytes of text");
  const last = bytes[bytes.length - 1];
  if (bytes.length > 0 && last !== 10 && last !== 13) bytes = Buffer.concat([bytes, Buffer.of(10)]);
  return { bytes, ascii: isAscii(bytes) };
}
