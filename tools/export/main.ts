import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { CACHE, ROOT, START_DIR, VENV } from "../common/project";
import { readBase } from "./edition";
import { ExportError } from "./problems";
import { exportSite } from "./site";

export const usage = `npm run export [-- NOTEBOOK… --standalone --base-url=ADDRESS]

Writes the course as HTML to site/ (open site/index.html). With notebooks named, only those and what
is already there unchanged. --standalone writes one self-contained file each to site/standalone/.
--base-url=https://example.org/course/ says at which address the site will stand: its pages then bear
that address, for search engines, for who links to them and for citations, and there is a sitemap.xml.`;

const BASE = "--base-url=";

/** Path of a notebook as typed in a terminal, relative to the root of the course. */
function sourcePath(typed: string): string {
  const file =
    [START_DIR, ROOT].map((folder) => resolve(folder, typed)).find(existsSync) ??
    resolve(ROOT, typed);
  return relative(ROOT, file).split(sep).join("/");
}

/**
 * `npm run export`.
 *
 * @param args - Notebooks and flags.
 * @returns 0, or 1 when a page has a problem (all are listed, nothing is written).
 */
export async function main(args: string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("-"));
  const bases = flags
    .filter((flag) => flag.startsWith(BASE))
    .map((flag) => flag.slice(BASE.length));
  const unknown = flags.find((flag) => flag !== "--standalone" && !flag.startsWith(BASE));
  if (unknown) {
    console.error(`export: there is no option ${unknown}\n\n${usage}`);
    return 1;
  }
  const start = performance.now();
  const standalone = flags.includes("--standalone");
  try {
    const { pages, converted } = await exportSite({
      root: ROOT,
      out: join(ROOT, "site"),
      cache: join(CACHE, "export"),
      venv: VENV,
      only: args.filter((arg) => !arg.startsWith("-")).map(sourcePath),
      standalone,
      base: bases.length > 0 ? readBase(bases.at(-1) as string) : undefined,
      onPage: (path) => console.log(`  ${path}`),
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const where = standalone ? "site/standalone/" : "site/index.html";
    console.log(
      `${pages.length} pages in ${where}: ${converted.length} made anew, the others unchanged (${seconds} s)`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof ExportError ? error.message : `${error}`);
    return 1;
  }
}
