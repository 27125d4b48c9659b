import { join } from "node:path";
import { readReference } from "../reference/reference";
import { buildSite, buildStandalone } from "./build";
import { findSources, withMade } from "./course";
import { readEdition } from "./edition";
import type { Fragment } from "./fragment";
import { findMoving } from "./front/moving";
import { gather } from "./gather";
import { LibraryLinks } from "./library";
import type { Places } from "./links";
import type { Chapter } from "./nav";
import { place } from "./place";
import { ExportError, type Problem } from "./problems";
import { publish, type SiteFiles } from "./publish";
import { Relations } from "./relations";

/** What to export, whence and whither. */
export interface ExportOptions {
  /** Folder of the course. */
  root: string;
  /** Folder of the site. */
  out: string;
  /** Folder where unchanged pages are kept from run to run. */
  cache: string;
  /** Virtual environment with nbconvert. */
  venv: string;
  /** Paths of sources, relative to the root; all when empty. */
  only?: readonly string[];
  /** One self-contained file for each page, instead of a site. */
  standalone?: boolean;
  /** Where the site will stand, for what needs whole addresses. */
  base?: string | undefined;
  /** Told of each page as it is made. */
  onPage?: (path: string) => void;
}

/** What an export did. */
export interface ExportResult {
  pages: string[];
  /** Sources that were converted, because they or the tools have changed. */
  converted: string[];
  /** Files that were written. */
  written: number;
}

const MOST_BYTES = 5e6;

function tooLarge(files: SiteFiles, chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap(({ source }) => {
    const content = files.get(source.page);
    const bytes = typeof content === "string" ? Buffer.byteLength(content) : 0;
    if (bytes <= MOST_BYTES) return [];
    const size = (bytes / 1e6).toFixed(1);
    const cause = `the page has ${size} MB, more than ${MOST_BYTES / 1e6}: part it, or show less in its outputs`;
    return [{ page: source.path, cause }];
  });
}

/**
 * Exports the course as a site of HTML pages that need nothing but themselves.
 *
 * @throws ExportError that lists every problem of every page; the site is then left as it was.
 */
export async function exportSite(options: ExportOptions): Promise<ExportResult> {
  const { root, only = [], standalone = false } = options;
  const reference = await readReference(root, options.cache);
  const sources = withMade(findSources(root), reference.pages);
  const known = new Map(sources.map((source) => [source.path, source]));
  for (const path of only) {
    if (!known.has(path))
      throw new Error(`export: ${path} is not a notebook or text of the course`);
  }
  const wanted = new Set(only.length > 0 ? only : known.keys());
  const { fragments, converted, problems } = await gather(sources, wanted, options);
  const chapters = sources
    .filter(({ path }) => fragments.has(path))
    .map((source) => ({ source, fragment: fragments.get(source.path) as Fragment }));
  const places: Places = {
    root,
    sources: known,
    anchors: new Map([...fragments].map(([path, { anchors }]) => [path, new Set(anchors)])),
    folders: reference.folders,
  };
  const shown = standalone ? chapters.filter(({ source }) => wanted.has(source.path)) : chapters;
  const library = new LibraryLinks(reference, shown, standalone);
  const placed = new Map(
    shown.map((chapter) => [chapter, place(chapter, places, library, standalone)]),
  );
  for (const [{ source }, { problems: found }] of placed) {
    problems.push(...found.map((cause) => ({ page: source.path, cause })));
  }
  const { moving, problems: unfound } = findMoving(root, shown);
  problems.push(...unfound);
  const relations = new Relations(shown, places);
  problems.push(...relations.problems());
  if (problems.length > 0) throw new ExportError(problems);
  const edition = readEdition(root, options.base);
  const course = { root, edition, chapters: shown, placed, relations, library, moving };
  const files = standalone ? buildStandalone(course) : buildSite(course);
  problems.push(...tooLarge(files, shown));
  if (problems.length > 0) throw new ExportError(problems);
  const written = standalone
    ? publish(join(options.out, "standalone"), files, () => true)
    : publish(options.out, files, (path) => path.startsWith("standalone/"));
  return { pages: shown.map(({ source }) => source.page), converted, written };
}
