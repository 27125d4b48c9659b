import { readCmap } from "./cmap";

/** How wide the characters of one font are, and how far they reach above and below the line, in ems. */
export interface Metrics {
  ascent: number;
  descent: number;
  /** Every character that the font has. */
  characters: Iterable<number>;
  /** Width of a character, or undefined if the font lacks it. */
  advance(codePoint: number): number | undefined;
}

type Tables = ReadonlyMap<string, Buffer>;

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new RangeError(`the font has no table ${tag}`);
  return found;
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
  const glyphs = readCmap(table(tables, "cmap"));
  return {
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    characters: glyphs.keys(),
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return hmtx.readUInt16BE(4 * Math.min(glyph, wide - 1)) / em;
    },
  };
}
