import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Metrics, readMetrics } from "./metrics";
import { renamed, unpackWoff, withoutCharacters, withoutTable, writeSfnt } from "./woff";

/** The family that all text in static figures is set in. */
export const FAMILY = "Source Sans 3";

const ACCENTED = "Accented";

/** Faces in the order in which they are asked for a character, with their families. */
const FACES = [
  [FAMILY, "source-sans-3", "latin", 400, "normal"],
  [FAMILY, "source-sans-3", "latin", 600, "normal"],
  [FAMILY, "source-sans-3", "latin", 400, "italic"],
  ["Second", "source-sans-3", "latin-ext", 400, "normal"],
  ["Third", "source-sans-3", "greek", 400, "normal"],
  ["Signs", "dejavu-sans", "latin", 400, "normal"],
  [ACCENTED, "dejavu-sans", "latin", 400, "normal"],
] as const;

interface Face {
  family: string;
  name: string;
  bold: boolean;
  italic: boolean;
  metrics: Metrics;
  file: Buffer;
}

let loaded: Face[] | null = null;

const isMark = (sign: string) => /\p{M}/u.test(sign);
/** Whether a letter can be taken apart into another and its accents. */
export const hasParts = (sign: string) =>
  /\p{L}/u.test(sign) && [...sign.normalize("NFD")].length > 1;

/**
 * The faces. The rasteriser shapes a line once in each family that it names, and draws it if all give the
 * same number of glyphs. So none joins letters, and of letters with accents only the first family has some.
 * The others have none of its characters, but one has its letters, for accents on them: a line would else be
 * set in the one that has all its signs.
 */
function faces(): Face[] {
  if (loaded) return loaded;
  const first = new Set<number>();
  loaded = FACES.map(([family, pack, subset, weight, style]) => {
    const name = `${pack}-${subset}-${weight}-${style}`;
    const woff = readFileSync(require.resolve(`@fontsource/${pack}/files/${name}.woff`));
    const whole = withoutTable(unpackWoff(woff), "GSUB");
    const [bold, italic] = [weight >= 600, style === "italic"];
    if (family === FAMILY) {
      const metrics = readMetrics(whole.tables);
      for (const code of metrics.characters) first.add(code);
      return { family, name, bold, italic, metrics, file: writeSfnt(whole) };
    }
    const codes = [...readMetrics(whole.tables).characters];
    const taken = codes.filter((code) => {
      const sign = String.fromCodePoint(code);
      if (!first.has(code)) return hasParts(sign);
      return family === ACCENTED ? !/[\p{L}\p{M}]/u.test(sign) : !isMark(sign);
    });
    const font = renamed(withoutCharacters(whole, new Set(taken)), family);
    const metrics = readMetrics(font.tables);
    return { family, name: `${name}-${family}`, bold, italic, metrics, file: writeSfnt(font) };
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

/** The family of the first face that has all these signs. */
export const familyOf = (text: string): string | undefined =>
  faces().find(({ metrics }) =>
    [...text].every((sign) => metrics.advance(sign.codePointAt(0) as number) !== undefined),
  )?.family;

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
