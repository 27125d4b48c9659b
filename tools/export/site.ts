import { createHash } from "node:crypto";
import { basename, extname, join } from "node:path";
import {
  inlineStyle,
  makingHash,
  pageScript,
  plotlyScript,
  sharedAssets,
  themeScript,
} from "./assets";
import { convert } from "./convert";
import { findSources, type Source } from "./course";
import { type Fragment, makeFragment } from "./fragment";
import { escapeHtml } from "./html";
import type { Places } from "./links";
import { type Chapter, courseMap, courseNav, turnNav } from "./nav";
import { ownEquipment, pageHtml, siteEquipment } from "./page";
import { type Placed, place } from "./place";
import { ExportError, type Problem } from "./problems";
import { publish, type SiteFiles } from "./publish";
import { searchScript } from "./search";
import { FragmentStore } from "./store";

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

type Fragments = Map<string, Fragment>;

/** Fragments of all the wanted sources, and of such others as are at hand unchanged. */
async function gather(
  sources: readonly Source[],
  wanted: ReadonlySet<string>,
  options: ExportOptions,
): Promise<{ fragments: Fragments; converted: string[]; problems: Problem[] }> {
  const store = new FragmentStore(join(options.cache, "fragments"), makingHash());
  const fragments: Fragments = new Map();
  const problems: Problem[] = [];
  const missing = new Map<string, { path: string; key: string }>();
  for (const { path } of sources) {
    const file = join(options.root, path);
    const key = store.keyOf(file);
    const kept = store.get(key);
    if (kept) fragments.set(path, kept);
    else if (wanted.has(path)) missing.set(file, { path, key });
  }
  await convert(options.venv, [...missing.keys()], async ({ path: file, body, error }) => {
    const { path, key } = missing.get(file) as { path: string; key: string };
    options.onPage?.(path);
    if (body === undefined) {
      problems.push({ page: path, cause: `nbconvert cannot read it: ${error}` });
      return;
    }
    const fragment = await makeFragment(body, basename(path, extname(path)));
    fragments.set(path, fragment);
    if (fragment.problems.length === 0) store.put(key, fragment);
  });
  for (const [page, fragment] of fragments) {
    problems.push(...fragment.problems.map((cause) => ({ page, cause })));
  }
  return { fragments, converted: [...missing.values()].map(({ path }) => path), problems };
}

function courseTitle(fragments: Fragments): string {
  return fragments.get("README.md")?.title ?? "Course";
}

/** The page that the site opens with: what the course is, and its map. */
function frontPage(chapters: readonly Chapter[], course: string, version: string): string {
  const readme = chapters.find(({ source }) => source.path === "README.md");
  const said = readme?.fragment.summary ?? "";
  const main = `<div class="front"><h1>${escapeHtml(course)}</h1>
<p class="lede">${readme?.fragment.summaryHtml ?? ""}</p>
${courseMap(chapters)}</div>`;
  const parts = {
    page: "index.html",
    title: course,
    course,
    description: said,
    main,
    nav: courseNav(chapters, "index.html"),
    turn: "",
  };
  return pageHtml(parts, siteEquipment("index.html", version));
}

/** Every file of the site. */
function buildSite(
  chapters: readonly Chapter[],
  placed: ReadonlyMap<Chapter, Placed>,
  course: string,
): Map<string, string | Buffer | { copyOf: string }> {
  const files = new Map<string, string | Buffer | { copyOf: string }>();
  const assets = sharedAssets(chapters.flatMap(({ fragment }) => fragment.builds));
  assets.push({ path: "assets/search-index.js", content: searchScript(chapters) });
  const hash = createHash("sha256");
  for (const { path, content } of assets) {
    files.set(path, content);
    hash.update(content);
  }
  const version = hash.digest("hex").slice(0, 8);
  for (const chapter of chapters) {
    const { page } = chapter.source;
    const { html, copies, made } = placed.get(chapter) as Placed;
    const parts = {
      page,
      title: chapter.fragment.title,
      course,
      description: chapter.fragment.summary,
      main: html,
      nav: courseNav(chapters, page),
      turn: turnNav(chapters, page),
    };
    files.set(page, pageHtml(parts, siteEquipment(page, version)));
    for (const [path, content] of made) files.set(path, content);
    for (const [path, copyOf] of copies) files.set(path, { copyOf });
  }
  files.set("index.html", frontPage(chapters, course, version));
  return files;
}

/** One file for each page, with all that it needs. */
function buildStandalone(
  chapters: readonly Chapter[],
  placed: ReadonlyMap<Chapter, Placed>,
  course: string,
): Map<string, string> {
  const style = inlineStyle();
  return new Map(
    chapters.map((chapter) => {
      const { source, fragment } = chapter;
      const plotly = new Map(fragment.builds.map((name) => [name, plotlyScript(name)]));
      const parts = {
        page: source.page,
        title: fragment.title,
        course,
        description: fragment.summary,
        main: (placed.get(chapter) as Placed).html,
        nav: courseNav([chapter], source.page),
        turn: "",
      };
      return [
        source.page,
        pageHtml(parts, ownEquipment(style, themeScript(), pageScript(), plotly)),
      ];
    }),
  );
}

function tooLarge(files: SiteFiles, chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap(({ source }) => {
    const content = files.get(source.page);
    const bytes = typeof content === "string" ? Buffer.byteLength(content) : 0;
    if (bytes <= MOST_BYTES) return [];
    const size = (bytes / 1e6).toFixed(1);
    return [{ page: source.path, cause: `the page has ${size} MB, more than ${MOST_BYTES / 1e6}` }];
  });
}

/**
 * Exports the course as a site of HTML pages that need nothing but themselves.
 *
 * @throws ExportError that lists every problem of every page; the site is then left as it was.
 */
export async function exportSite(options: ExportOptions): Promise<ExportResult> {
  const { root, only = [], standalone = false } = options;
  const sources = findSources(root);
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
  };
  const shown = standalone ? chapters.filter(({ source }) => wanted.has(source.path)) : chapters;
  const placed = new Map(shown.map((chapter) => [chapter, place(chapter, places, standalone)]));
  for (const [{ source }, { problems: found }] of placed) {
    problems.push(...found.map((cause) => ({ page: source.path, cause })));
  }
  const course = courseTitle(fragments);
  const files = standalone
    ? buildStandalone(shown, placed, course)
    : buildSite(shown, placed, course);
  problems.push(...tooLarge(files, shown));
  if (problems.length > 0) throw new ExportError(problems);
  const written = standalone
    ? publish(join(options.out, "standalone"), files, () => true)
    : publish(options.out, files, (path) => path.startsWith("standalone/"));
  return { pages: shown.map(({ source }) => source.page), converted, written };
}
