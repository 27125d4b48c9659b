/** Which glyph of a font stands for a character: its table cmap (OpenType 1.9), formats 4 and 12. */

type Add = (code: number, glyph: number) => void;

/** Format 4: segments of the first 65536 characters. */
function readSegments(cmap: Buffer, at: number, add: Add): void {
  const n = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * n, 16 + 4 * n, 16 + 6 * n].map(
    (k) => at + k,
  ) as [number, number, number, number];
  for (let i = 0; i < n; i++) {
    const [start, end] = [cmap.readUInt16BE(starts + 2 * i), cmap.readUInt16BE(ends + 2 * i)];
    const delta = cmap.readUInt16BE(deltas + 2 * i);
    const offset = cmap.readUInt16BE(offsets + 2 * i);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offsets + 2 * i + offset + 2 * (code - start);
      const glyph = offset === 0 ? code : cmap.readUInt16BE(listed);
      if (glyph !== 0 || offset === 0) add(code, (glyph + delta) & 0xffff);
    }
  }
}

/** Format 12: groups of any characters. */
function readGroups(cmap: Buffer, at: number, add: Add): void {
  const n = cmap.readUInt32BE(at + 12);
  for (let i = 0; i < n; i++) {
    const [start, end, glyph] = [16, 20, 24].map((k) => cmap.readUInt32BE(at + k + 12 * i)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= end; code++) add(code, glyph + code - start);
  }
}

/** The glyph of every character that the font has. */
export function readCmap(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const add = (code: number, glyph: number) => {
    if (glyph !== 0) glyphs.set(code, glyph);
  };
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + 8 * i);
    const format = cmap.readUInt16BE(at);
    if (format === 4) readSegments(cmap, at, add);
    if (format === 12) readGroups(cmap, at, add);
  }
  return glyphs;
}

/** A table that maps just these characters, in format 12, a group for each. */
export function writeCmap(glyphs: ReadonlyMap<number, number>): Buffer {
  const codes = [...glyphs.keys()].sort((a, b) => a - b);
  const out = Buffer.alloc(12 + 16 + 12 * codes.length);
  out.writeUInt16BE(1, 2); // one subtable
  out.writeUInt16BE(3, 4); // for Windows,
  out.writeUInt16BE(10, 6); // of all of Unicode
  out.writeUInt32BE(12, 8);
  out.writeUInt16BE(12, 12);
  out.writeUInt32BE(16 + 12 * codes.length, 16);
  out.writeUInt32BE(codes.length, 24);
  codes.forEach((code, i) => {
    const at = 28 + 12 * i;
    out.writeUInt32BE(code, at);
    out.writeUInt32BE(code, at + 4);
    out.writeUInt32BE(glyphs.get(code) as number, at + 8);
  });
  return out;
}
