/** How wide the characters of one font are, and how far they reach above and below the line, in ems. */
export interface Metrics {
  ascent: number;
  descent: number;
  /** Width of a character, or undefined if the font lacks it. */
  advance(codePoint: number): number | undefined;
}

type Tables = ReadonlyMap<string, Buffer>;

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new RangeError(`the font has no table ${tag}`);
  return found;
}

/** Format 4: segments of the first 65536 characters. */
function readSegments(cmap: Buffer, at: number, add: (code: number, glyph: number) => void): void {
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
function readGroups(cmap: Buffer, at: number, add: (code: number, glyph: number) => void): void {
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

function glyphsOf(cmap: Buffer): Map<number, number> {
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

/**
 * Reads the metrics of a font from its tables (OpenType 1.9: head, hhea, hmtx, cmap formats 4 and 12).
 * Pairs of letters are not kerned.
 */
export function readMetrics(tables: Tables): Metrics {
  const em = table(tables, "head").readUInt16BE(18);
  const hhea = table(tables, "hhea");
  const hmtx = table(tables, "hmtx");
  const wide = hhea.readUInt16BE(34);
  const glyphs = glyphsOf(table(tables, "cmap"));
  return {
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return hmtx.readUInt16BE(4 * Math.min(glyph, wide - 1)) / em;
    },
  };
}
