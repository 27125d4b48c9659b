import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { averageWidth, fallbackFaces, SAMPLES, STAND_INS } from "../../../tools/export/fallbacks";
import { inPackage } from "../../../tools/export/styles";
import { readMetrics } from "../../../tools/figures/metrics";
import { unpackWoff } from "../../../tools/figures/woff";

const OWN = inPackage("@fontsource/dejavu-mono", "files", "dejavu-mono-latin-400-normal.woff");

/** The tables of a font that is not packed (OpenType 1.9, table directory). */
function readTables(file: string): Map<string, Buffer> {
  const font = readFileSync(file);
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  return new Map(
    entries.map((at) => {
      const start = font.readUInt32BE(at + 8);
      const end = start + font.readUInt32BE(at + 12);
      return [font.toString("latin1", at, at + 4), font.subarray(start, end)];
    }),
  );
}

test("a stand-in is stretched to the width of the font it stands for, its height left as ours", () => {
  const { advance, ascent } = readMetrics(unpackWoff(readFileSync(OWN)).tables);
  const face = { family: "Ours", weight: 400, style: "normal", woff: OWN } as const;
  const rules = fallbackFaces([{ ...face, like: "serif", sample: "words" }]).split("\n");
  expect(rules).toHaveLength(STAND_INS.serif.length);
  rules.forEach((rule, i) => {
    const share = (name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(rule)?.[1]) / 100;
    const scale = share("size-adjust");
    const own = averageWidth(advance, SAMPLES.words);
    expect(scale * (STAND_INS.serif[i] as { width: number }).width).toBeCloseTo(own, 4);
    expect(scale * share("ascent-override")).toBeCloseTo(ascent, 3);
  });
});

test("the width of DejaVu Sans Mono is that of its file", () => {
  const { advance } = readMetrics(unpackWoff(readFileSync(OWN)).tables);
  expect(averageWidth(advance, SAMPLES.words)).toBeCloseTo(STAND_INS.mono[0]!.width, 4);
});

/** Fonts of the widths of Times New Roman, Arial and Courier New, on many machines with Linux. */
const LIBERATION = "/usr/share/fonts/truetype/liberation";
const LIKE = [
  ["serif", 0, "words", "Serif-Regular"],
  ["serifItalic", 0, "words", "Serif-Italic"],
  ["serifBold", 0, "words", "Serif-Bold"],
  ["sans", 0, "words", "Sans-Regular"],
  ["sansBold", 0, "words", "Sans-Bold"],
  ["mono", 1, "words", "Mono-Regular"],
  ["letters", 0, "letters", "Serif-Italic"],
  ["signs", 0, "signs", "Serif-Regular"],
] as const;

describe.skipIf(!existsSync(LIBERATION))("where Liberation's fonts are", () => {
  test.each(LIKE)("the width of %s is that of the file", (like, i, sample, name) => {
    const tables = readTables(join(LIBERATION, `Liberation${name}.ttf`));
    const width = averageWidth(readMetrics(tables).advance, SAMPLES[sample]);
    expect(width).toBeCloseTo(STAND_INS[like][i]!.width, 4);
  });
});
