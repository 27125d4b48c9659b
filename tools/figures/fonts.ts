import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Metrics, readMetrics } from "./metrics";
import { unpackWoff, withoutCharacters, writeSfnt } from "./woff";

/** The family that all text in static figures is set in. */
export const FAMILY = "Source Sans 3";

/** Faces in the order in which they are asked for a character; the last has every sign. */
const FACES = [
  ["source-sans-3", "latin", 400, "normal"],
  ["source-sans-3", "latin", 600, "normal"],
  ["source-sans-3", "latin", 400, "italic"],
  ["source-sans-3", "latin-ext", 400, "normal"],
  ["source-sans-3", "greek", 400, "normal"],
  ["dejavu-sans", "latin", 400, "normal"],
] as const;

interface Face {
  name: string;
  bold: boolean;
  italic: boolean;
  metrics: Metrics;
  file: Buffer;
}

let loaded: Face[] | null = null;

/**
 * The faces. Each has only the characters that those before it lack: the rasteriser would else set a
 * whole line in the last face for the sake of one sign that no other has.
 */
function faces(): Face[] {
  if (loaded) return loaded;
  const there = new Set<number>();
  loaded = FACES.map(([pack, subset, weight, style]) => {
    const name = `${pack}-${subset}-${weight}-${style}`;
    const woff = readFileSync(require.resolve(`@fontsource/${pack}/files/${name}.woff`));
    const font = unpackWoff(woff);
    const cut = weight === 400 && style === "normal" ? withoutCharacters(font, there) : font;
    const metrics = readMetrics(cut.tables);
    for (const code of metrics.characters) there.add(code);
    return { name, bold: weight >= 600, italic: style === "italic", metrics, file: writeSfnt(cut) };
  });
  return loaded;
}

/** How text is set. Sizes are in pixels. */
export interface TextStyle {
  size: number;
  bold?: boolean;
  italic?: boolean;
}

/**
 * Width of a line of text in pixels, from the fonts' own metrics.
 *
 * @param text - One line, without markup.
 */
export function textWidth(text: string, { size, bold = false, italic = false }: TextStyle): number {
  const own = faces().filter((face) => face.bold === bold && face.italic === italic);
  const order = [...own, ...faces()];
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const face = order.find(({ metrics }) => metrics.advance(code) !== undefined);
    ems += face?.metrics.advance(code) ?? 0.6;
  }
  return ems * size;
}

/** Signs that no face has, and what looks like them. */
const ALIKE: Readonly<Record<string, string>> = { "⟂": "⊥", 𝒩: "N", 𝓛: "ℒ", "∕": "/" };
const NO_SIGN = "□";

/**
 * Text with a box in the place of each sign that no face has: one sign that the rasteriser does not find
 * would cost it all others that stand in a second face.
 */
export function drawable(text: string): string {
  const isThere = (sign: string) =>
    faces().some(({ metrics }) => metrics.advance(sign.codePointAt(0) as number) !== undefined);
  return text.replace(/[^\p{ASCII}\p{M}]/gu, (sign) => {
    if (isThere(sign)) return sign;
    return ALIKE[sign] ?? NO_SIGN;
  });
}

/** How far text reaches above and below its base line, in pixels. */
export function textReach(size: number): { ascent: number; descent: number } {
  const { ascent, descent } = (faces()[0] as Face).metrics;
  return { ascent: ascent * size, descent: descent * size };
}

/**
 * The fonts as files that the rasteriser can read.
 *
 * @param folder - Where to keep them.
 */
export function fontFiles(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return faces().map(({ name, file }) => {
    const path = join(folder, `${name}.ttf`);
    if (!existsSync(path) || !readFileSync(path).equals(file)) {
      const half = `${path}.${process.pid}.half`;
      writeFileSync(half, file);
      renameSync(half, path);
    }
    return path;
  });
}
