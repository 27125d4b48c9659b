import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { coastLinesScript } from "../figures/globe";
import { lawsScript } from "./laws";
import { inPackage, sharedStyle } from "./styles";

/** A file of the site that is not a page. */
export interface Asset {
  /** Path in the site. */
  path: string;
  content: Buffer | string;
}

const read = (file: string) => readFileSync(file, "utf8");
const here = (...parts: string[]) => join(__dirname, ...parts);
/** Scripts of every page, in order. Each is a closed function, so that they can be put together. */
const SCRIPTS = [
  "contents",
  "copy",
  "aside",
  "theming",
  "roving",
  "scrollers",
  "lists",
  "card",
  "preview",
  "colours",
  "lines",
  "margins",
  "panels",
  "stacked",
  "rows",
  "legend",
  "places",
  "extents",
  "ticks",
  "axes",
  "controls",
  "narrow",
  "template",
  "look",
  "webgl",
  "steps",
  "home",
  "keys",
  "toolbar",
  "caption",
  "late",
  "drawing",
  "figures",
  "terms",
  "lawmap",
];
/** Scripts of the search; the first is also run when its index is made. */
const SEARCH = ["words", "ranking", "found", "search"];
export const clientScripts = (names: readonly string[]) =>
  names.map((name) => read(here("client", `${name}.js`))).join("\n");
export const siteScript = () =>
  clientScripts([...SCRIPTS, "names", ...SEARCH, "print", "cite", "front"]);
export const pageScript = () => clientScripts(SCRIPTS);
export const katexScript = () => read(inPackage("katex", "dist", "katex.min.js"));
/** Runs before anything of the page is drawn. */
export const themeScript = () => clientScripts(["theme", "fonts"]);

/** The build of Plotly as the text of a script; "geo-110m" has coast lines of that resolution with it. */
function plotlyScript(build: string): string {
  const [name, resolution] = build.split("-");
  const file = require.resolve(`plotly.js/dist/plotly-${name}.min.js`);
  const before = resolution ? coastLinesScript(resolution) : "";
  return before + read(file).replaceAll("\r", "");
}

/** A script that pages load when they ask for it: the laws, or one of Plotly's builds, "plotly-gl3d". */
export const lateScript = (name: string): string =>
  name === "laws" ? lawsScript() : plotlyScript(name.replace("plotly-", ""));

/** MiniSearch keeps its package.json to itself, so its folder is found by what it exports. */
const MINISEARCH = join(dirname(require.resolve("minisearch")), "..", "..");

/** The licences of what the site is made with by others, to go where it goes. */
function licences(): string {
  const packages = [
    "@fontsource/source-serif-4",
    "@fontsource/source-sans-3",
    "@fontsource/dejavu-sans",
    "@fontsource/dejavu-mono",
    "katex",
    "plotly.js",
  ];
  const files = new Map(packages.map((name) => [name, inPackage(name, "LICENSE")]));
  files.set("minisearch", join(MINISEARCH, "LICENSE.txt"));
  return [...files].map(([name, file]) => `${name}\n\n${read(file).trim()}\n`).join("\n\n");
}

/** Files that all pages of the site share. */
export function sharedAssets(late: Iterable<string>): Asset[] {
  const { style, fonts } = sharedStyle();
  const minisearch = read(join(MINISEARCH, "dist", "umd", "index.js"));
  return [
    { path: "assets/licences.txt", content: licences() },
    { path: "assets/style.css", content: style },
    { path: "assets/theme.js", content: themeScript() },
    { path: "assets/site.js", content: siteScript() },
    {
      path: "assets/minisearch.js",
      content: minisearch.replace(/\n\/\/# sourceMappingURL.*\n?$/, "\n"),
    },
    ...[...fonts].map(([url, file]) => ({ path: `assets/${url}`, content: readFileSync(file) })),
    ...[...new Set(late)]
      .sort()
      .map((name) => ({ path: `assets/${name}.js`, content: lateScript(name) })),
  ];
}

/** Hash of what makes a notebook into a fragment, so that a change of it makes every page anew. */
export function makingHash(): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    if (!statSync(path).isDirectory()) {
      hash.update(basename(path)).update(readFileSync(path));
      return;
    }
    const names = readdirSync(path).filter((name) => name !== "__pycache__");
    for (const name of names.sort()) add(join(path, name));
  };
  const made = [
    "python",
    "templates",
    "fragment.ts",
    "glossary.ts",
    "names.ts",
    "../reference/cells.ts",
    "passages.ts",
    "reading.ts",
    "formulaText.ts",
    "imageSize.ts",
    "stills.ts",
    "marks.ts",
    "maths.ts",
    "../figures",
  ];
  for (const name of made) add(here(name));
  add(inPackage("katex", "package.json"));
  return hash.digest("hex");
}
