import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

function fontFaces(url: (file: string, name: string) => string | null): string {
  return FACES.map(([pack, family, subset, weight, style]) => {
    const name = `${pack}-${subset}-${weight}-${style}.woff2`;
    const source = url(inPackage(`@fontsource/${pack}`, "files", name), name);
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
  return css.replace(/src:url\(fonts\/([\w-]+\.woff2)\)[^}]*/g, (_, name: string) => {
    return `src:url(${url(inPackage("katex", "dist", "fonts", name), name)}) format("woff2")`;
  });
}

const STYLES = [
  "moved",
  "base",
  "turn",
  "top",
  "side",
  "prose",
  "code",
  "reference",
  "figures",
  "page",
  "front",
  "print",
  "sheet",
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
  return [CREDIT, faces, katexStyle(data), ownStyle()].join("\n");
}

/** All styles in one text, and the files of the fonts by their URL from it. */
export function sharedStyle(): { style: string; fonts: Map<string, string> } {
  const fonts = new Map<string, string>();
  const url = (file: string, name: string) => {
    fonts.set(`fonts/${name}`, file);
    return `fonts/${name}`;
  };
  const style = [fontFaces(url), katexStyle(url), ownStyle()].join("\n");
  return { style, fonts };
}
