import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fallbackFaces, type OwnFace } from "./fallbacks";

const read = (file: string) => readFileSync(file, "utf8");

/** A file of a package that is installed. */
export const inPackage = (name: string, ...parts: string[]) =>
  join(dirname(require.resolve(`${name}/package.json`)), ...parts);

/** Faces of the fonts that the pages are set in: package, family, subset, weight, style. */
const FACES = [
  ["source-serif-4", "Source Serif 4", "latin", 400, "normal"],
  ["source-serif-4", "Source Serif 4", "latin", 400, "italic"],
  ["source-serif-4", "Source Serif 4", "latin", 700, "normal"],
  ["source-serif-4", "Source Serif 4", "latin-ext", 400, "normal"],
  ["source-serif-4", "Source Serif 4", "greek", 400, "normal"],
  ["source-sans-3", "Source Sans 3", "latin", 400, "normal"],
  ["source-sans-3", "Source Sans 3", "latin", 600, "normal"],
  ["source-sans-3", "Source Sans 3", "latin-ext", 400, "normal"],
  ["source-sans-3", "Source Sans 3", "greek", 400, "normal"],
  ["dejavu-mono", "DejaVu Mono", "latin", 400, "normal"],
  ["dejavu-sans", "DejaVu Sans", "latin", 400, "normal"],
] as const;

/** Characters that a subset is loaded for; without a range a face is loaded for all. */
const RANGES: Record<string, string> = {
  greek: "U+0370-03FF",
  "latin-ext":
    "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+20A0-20AB, U+2113, U+2C60-2C7F",
};

/** The fallback holds every sign that the others lack (arrows, subscripts, ∇), and is large. */
const SYMBOLS =
  "U+1D2C-1D6A, U+2016, U+2032-2037, U+2070-209F, U+2100-23FF, U+2500-27FF, U+2900-2AFF";

const woffOf = (pack: string, name: string) => inPackage(`@fontsource/${pack}`, "files", name);

function fontFaces(url: (file: string, name: string) => string | null): string {
  return FACES.map(([pack, family, subset, weight, style]) => {
    const name = `${pack}-${subset}-${weight}-${style}.woff2`;
    const source = url(woffOf(pack, name), name);
    if (source === null) return "";
    const range = pack === "dejavu-sans" ? SYMBOLS : RANGES[subset];
    const only = range ? `unicode-range:${range};` : "";
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;${only}src:url(${source}) format("woff2")}`;
  })
    .filter(Boolean)
    .join("\n");
}

/** KaTeX's style sheet with its fonts (WOFF2 only) under other URLs. */
function katexStyle(url: (file: string, name: string) => string): string {
  const css = read(inPackage("katex", "dist", "katex.min.css"));
  const swapped = css.replaceAll("font-display:block", "font-display:swap");
  return swapped.replace(/src:url\(fonts\/([\w-]+\.woff2)\)[^}]*/g, (_, name: string) => {
    return `src:url(${url(inPackage("katex", "dist", "fonts", name), name)}) format("woff2")`;
  });
}

const katexFont = (name: string) => inPackage("katex", "dist", "fonts", `${name}.woff`);

/** The faces that most of a page is set in, for which others stand in until they are there. */
function standInFaces(): string {
  const words = [
    ["source-serif-4", "Source Serif 4", 400, "normal", "serif"],
    ["source-serif-4", "Source Serif 4", 400, "italic", "serifItalic"],
    ["source-serif-4", "Source Serif 4", 700, "normal", "serifBold"],
    ["source-sans-3", "Source Sans 3", 400, "normal", "sans"],
    ["source-sans-3", "Source Sans 3", 600, "normal", "sansBold"],
    ["dejavu-mono", "DejaVu Mono", 400, "normal", "mono"],
  ] as const;
  const own: OwnFace[] = words.map(([pack, family, weight, style, like]) => {
    const woff = woffOf(pack, `${pack}-latin-${weight}-${style}.woff`);
    return { family, weight, style, woff, like, sample: "words" };
  });
  const [weight, normal, italic] = [400, "normal", "italic"];
  return fallbackFaces([
    ...own,
    {
      family: "KaTeX_Main",
      weight,
      style: normal,
      woff: katexFont("KaTeX_Main-Regular"),
      like: "signs",
      sample: "signs",
    },
    {
      family: "KaTeX_Math",
      weight,
      style: italic,
      woff: katexFont("KaTeX_Math-Italic"),
      like: "letters",
      sample: "letters",
    },
  ]);
}

const STYLES = [
  "moved",
  "base",
  "turn",
  "top",
  "side",
  "prose",
  "maths",
  "code",
  "reference",
  "figures",
  "page",
  "front",
  "lawmap",
  "print",
  "sheet",
  "fonts",
  "card",
  "listed",
  "copy",
  "scrollers",
];
const ownStyle = () =>
  STYLES.map((name) => read(join(__dirname, "style", `${name}.css`))).join("\n");

/** Says in a page that stands alone whose work is in it. */
const CREDIT =
  "/* Fonts: Source Serif 4, Source Sans 3 (SIL Open Font License 1.1), DejaVu (Bitstream Vera). Maths: KaTeX (MIT). */";

/** All styles in one text, fonts inside, for a page that stands alone. */
export function inlineStyle(): string {
  const data = (file: string) => `data:font/woff2;base64,${readFileSync(file).toString("base64")}`;
  const faces = fontFaces((file, name) => (name.startsWith("dejavu-sans") ? null : data(file)));
  return [CREDIT, faces, standInFaces(), katexStyle(data), ownStyle()].join("\n");
}

/** All styles in one text, and the files of the fonts by their URL from it. */
export function sharedStyle(): { style: string; fonts: Map<string, string> } {
  const fonts = new Map<string, string>();
  const url = (file: string, name: string) => {
    fonts.set(`fonts/${name}`, file);
    return `fonts/${name}`;
  };
  const style = [fontFaces(url), standInFaces(), katexStyle(url), ownStyle()].join("\n");
  return { style, fonts };
}
