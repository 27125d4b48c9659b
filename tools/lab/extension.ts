/**
 * The extension of JupyterLab that draws figures, put together from scripts as they are: no build, no
 * network. The renderer in Plotly's own wheel cuts stored pictures off, loses its figures in a change of
 * theme, leaves them white in the dark, does not redraw one whose data are updated, and writes into the
 * notebook when the mouse comes near.
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clientScripts } from "../export/assets";
import { coastLines } from "../figures/globe";

const SOURCE = join(__dirname, "figures");
/** The whole of Plotly, since a reader's cell may draw anything. */
export const PLOTLY = require.resolve("plotly.js/dist/plotly.min.js");

/** What exported pages draw figures with, which the widget of a notebook uses too. */
const SHARED = [
  "colours",
  "lines",
  "margins",
  "panels",
  "stacked",
  "titles",
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
];

const read = (name: string) => readFileSync(join(SOURCE, name), "utf8");

/** The whole script of the extension. */
export const extensionScript = (): string =>
  [read("page.js"), clientScripts(SHARED), read("widget.js"), read("entry.js")].join("\n");

/** Files of the extension, in its folder; the script's name changes with it, so that no browser keeps an old one. */
function files(): [path: string, content: string][] {
  const script = extensionScript();
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
  const about = JSON.parse(read("package.json"));
  const entry = `static/entry.${hash}.js`;
  about.jupyterlab._build.load = entry;
  return [
    ["package.json", `${JSON.stringify(about, null, 2)}\n`],
    [entry, script],
    ["static/style.css", read("style.css")],
    ...Object.entries(coastLines()).map(([name, lines]): [string, string] => [
      `static/coasts/${name}.json`,
      JSON.stringify(lines),
    ]),
  ];
}

/**
 * Puts the extension into a folder of `labextensions`, whole or not at all.
 *
 * @param labextensions - Where JupyterLab looks, `share/jupyter/labextensions` of an environment.
 */
export function installExtension(labextensions: string): void {
  const { name } = JSON.parse(read("package.json"));
  const folder = join(labextensions, name);
  const partial = join(labextensions, `.${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, "static", "coasts"), { recursive: true });
  for (const [path, content] of files()) writeFileSync(join(partial, path), content);
  copyFileSync(PLOTLY, join(partial, "static", "plotly.js"));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}
