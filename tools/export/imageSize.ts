/** Width and height of a picture in pixels, read from its first bytes. */
export interface Size {
  width: number;
  height: number;
}

/** PNG (W3C, 11.2.1): the header chunk comes first. */
const png = (bytes: Buffer): Size => ({
  width: bytes.readUInt32BE(16),
  height: bytes.readUInt32BE(20),
});

const gif = (bytes: Buffer): Size => ({
  width: bytes.readUInt16LE(6),
  height: bytes.readUInt16LE(8),
});

/** JPEG (ITU T.81, B.2.2): segments until one that begins a frame. */
function jpeg(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![4, 8, 12].includes(marker & 15);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** WebP (RFC 9649): extended, lossless or lossy. */
function webp(bytes: Buffer): Size | undefined {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X") {
    return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  }
  if (kind === "VP8L") {
    const bits = bytes.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind !== "VP8 ") return undefined;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** SVG: width and height in pixels, or the box that it is drawn in. */
function svg(bytes: Buffer): Size | undefined {
  const tag = /<svg\b[^>]*>/.exec(bytes.toString("utf8"))?.[0];
  if (!tag) return undefined;
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
  const box = /\sviewBox\s*=\s*["']\s*([-\d.eE,\s]+)["']/.exec(tag)?.[1]?.split(/[\s,]+/) ?? [];
  const width = length("width") || Number(box[2]);
  const height = length("height") || Number(box[3]);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

const KINDS: readonly [begins: RegExp, read: (bytes: Buffer) => Size | undefined][] = [
  [/^\x89PNG\r\n/, png],
  [/^GIF8[79]a/, gif],
  [/^\xff\xd8/, jpeg],
  [/^RIFF[\s\S]{4}WEBP/, webp],
  [/<svg\b/, svg],
];

/** The size of a picture, or undefined where its bytes do not tell. */
export function imageSize(bytes: Buffer): Size | undefined {
  const head = bytes.toString("latin1", 0, 1024);
  try {
    return KINDS.find(([begins]) => begins.test(head))?.[1](bytes);
  } catch {
    return undefined; // cut short: the page shows as much of it as the browser can
  }
}
