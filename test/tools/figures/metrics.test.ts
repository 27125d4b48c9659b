import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textReach, textWidth } from "../../../tools/figures/fonts";
import { readMetrics } from "../../../tools/figures/metrics";
import { renamed, unpackWoff, withoutCharacters, writeSfnt } from "../../../tools/figures/woff";

interface Face {
  ascent: number;
  descent: number;
  widths: Record<string, number>;
}

/** By FreeType, at 1000 pixels an em; it rounds each advance to a whole pixel. */
const { faces } = JSON.parse(readFileSync(join(__dirname, "fixtures", "widths.json"), "utf8")) as {
  faces: Record<string, Face>;
};

const woff = (name: string) => {
  const pack = name.replace(/-(latin|greek).*/, "");
  return readFileSync(require.resolve(`@fontsource/${pack}/files/${name}.woff`));
};

describe.each(Object.entries(faces))("%s", (name, { ascent, descent, widths }) => {
  const font = unpackWoff(woff(name));
  const { tables } = font;
  const metrics = readMetrics(tables);

  test("is unpacked into a font that reads the same", () => {
    const file = writeSfnt(font);
    expect(file.readUInt32BE(0)).toBe(woff(name).readUInt32BE(4));
    const count = file.readUInt16BE(4);
    for (let i = 0; i < count; i++) {
      const at = 12 + 16 * i;
      const [tag, offset, length] = [
        file.toString("latin1", at, at + 4),
        file.readUInt32BE(at + 8),
        file.readUInt32BE(at + 12),
      ];
      expect(offset % 4).toBe(0);
      expect(file.subarray(offset, offset + length).equals(tables.get(tag) as Buffer)).toBe(true);
    }
  });

  test("is as high as FreeType says", () => {
    expect(Math.abs(1000 * metrics.ascent - ascent)).toBeLessThan(1);
    expect(Math.abs(1000 * metrics.descent - descent)).toBeLessThan(1);
  });

  test.each(Object.entries(widths))("%j is as wide as FreeType says", (text, width) => {
    const own = [...text].reduce(
      (sum, c) => sum + 1000 * (metrics.advance(c.codePointAt(0) as number) ?? NaN),
      0,
    );
    expect(Math.abs(own - width)).toBeLessThanOrEqual(0.5 * text.length);
  });
});

describe("textWidth", () => {
  test("takes each character from the first font that has it", () => {
    const width = textWidth("x₁", { size: 1000 });
    const x = (faces["source-sans-3-latin-400-normal"] as Face).widths.x as number;
    expect(width).toBeGreaterThan(x + 300);
    expect(width).toBeLessThan(x + 600);
  });

  test("grows with the size, and is wider in bold", () => {
    const text = "variance";
    expect(textWidth(text, { size: 24 })).toBeCloseTo(2 * textWidth(text, { size: 12 }), 9);
    expect(textWidth(text, { size: 12, bold: true })).toBeGreaterThan(
      textWidth(text, { size: 12 }),
    );
    expect(textWidth("", { size: 12 })).toBe(0);
    expect(textWidth("中", { size: 10 })).toBe(6); // no font has it
  });

  test("textReach spans the line", () => {
    expect(textReach(10).ascent + textReach(10).descent).toBeCloseTo(14.24, 2);
  });
});

test("withoutCharacters takes characters away and leaves the others as they were", () => {
  const font = unpackWoff(woff("dejavu-sans-latin-400-normal"));
  const before = readMetrics(font.tables);
  const after = readMetrics(withoutCharacters(font, new Set([0x41, 0x42])).tables);
  expect([...after.characters]).toHaveLength([...before.characters].length - 2);
  expect(after.advance(0x41)).toBeUndefined();
  for (const code of after.characters) expect(after.advance(code)).toBe(before.advance(code));
});

test("renamed gives a font another family and leaves the rest as it was", () => {
  const font = unpackWoff(woff("dejavu-sans-latin-400-normal"));
  const { tables } = renamed(font, "Other");
  const name = tables.get("name") as Buffer;
  expect(name.readUInt16BE(2)).toBe(4);
  const [at, length] = [name.readUInt16BE(4), name.readUInt16BE(6 + 8)];
  expect(
    Buffer.from(name.subarray(at, at + length))
      .swap16()
      .toString("utf16le"),
  ).toBe("Other");
  for (const [tag, table] of font.tables) if (tag !== "name") expect(tables.get(tag)).toBe(table);
});

test("unpackWoff refuses what is no WOFF", () => {
  expect(() => unpackWoff(Buffer.from("wOF2 and more"))).toThrow("the font is not a WOFF file");
});
