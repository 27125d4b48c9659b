import { createHash } from "node:crypto";
import { join } from "node:path";
import { colophonHtml, LICENCE } from "./around/colophon";
import { contentsNav } from "./around/contents";
import { withEndnotes } from "./around/endnotes";
import { factsHtml, notebookCopy, underTitle } from "./around/facts";
import { runningHead } from "./around/paper";
import { relatedHtml } from "./around/related";
import { type Shown, sitemap, socialHead } from "./around/social";
import { lateScript, pageScript, sharedAssets, themeScript } from "./assets";
import { FRONT } from "./course";
import type { Edition } from "./edition";
import { frontHtml } from "./front/front";
import type { Moving } from "./front/moving";
import type { LibraryLinks } from "./library";
import { type Chapter, courseNav, turnNav } from "./nav";
import { ownEquipment, type PageParts, pageHtml, siteEquipment } from "./page";
import type { Placed } from "./place";
import type { Relations } from "./relations";
import { searchScript } from "./search";
import { inlineStyle } from "./styles";

type Files = Map<string, string | Buffer | { copyOf: string }>;

/** The course as it is to be written. */
export interface Course {
  root: string;
  edition: Edition;
  chapters: readonly Chapter[];
  placed: ReadonlyMap<Chapter, Placed>;
  relations: Relations;
  library: LibraryLinks;
  /** The figure of the front page. */
  moving?: Moving | undefined;
}

/** What all pages say of themselves; `chapters` are those that can be gone to from it. */
function aboutParts(
  edition: Edition,
  chapters: readonly Chapter[],
  shown: Omit<Shown, "course">,
): PageParts {
  const { title: course, base } = edition;
  const { page, title, description } = shown;
  const social = base && socialHead(base, { ...shown, course });
  return {
    page,
    title,
    course,
    description,
    head: [runningHead(title, edition), social].filter(Boolean).join("\n"),
    main: "",
    colophon: colophonHtml({ page, title, edition, chapters }),
  };
}

/** The page that the site opens with. */
function frontPage(course: Course): PageParts {
  const { edition, chapters, placed, relations, moving } = course;
  const readme = chapters.find(({ source }) => source.path === "README.md");
  const said = readme ? (placed.get(readme) as Placed).html : "";
  return {
    ...aboutParts(edition, chapters, {
      page: FRONT,
      title: edition.title,
      description: readme?.fragment.summary ?? "",
      picture: moving?.picture,
    }),
    main: frontHtml(edition.title, said, chapters, relations, moving),
    kind: "front",
    nav: courseNav(chapters, FRONT),
  };
}

/** The page of one source. In a page that stands alone, there is nowhere to go from it. */
function chapterPage(course: Course, chapter: Chapter, alone: boolean): PageParts {
  const { edition, chapters, placed, relations } = course;
  const { source, fragment } = chapter;
  const { html, made } = placed.get(chapter) as Placed;
  const picture = [...made.keys()].find((path) => path.endsWith(".png"));
  const ways = alone ? [] : [relatedHtml(chapter, relations), turnNav(chapters, source.page)];
  return {
    ...aboutParts(edition, alone ? [] : chapters, {
      page: source.page,
      title: fragment.title,
      description: fragment.summary,
      picture,
    }),
    from: source.text === undefined ? source.path : undefined,
    main: withEndnotes(underTitle(html, factsHtml(chapter, alone))),
    kind: fragment.sheet ? "sheet" : undefined,
    contents: contentsNav(fragment.headings),
    nav: alone ? undefined : courseNav(chapters, source.page),
    onward: `<div class="onward">${ways.join("\n")}</div>`,
  };
}

/** Every file of the site. */
export function buildSite(course: Course): Files {
  const { root, edition, chapters, placed, library } = course;
  const files: Files = new Map();
  const assets = sharedAssets(chapters.flatMap(({ fragment }) => fragment.scripts));
  assets.push({ path: "assets/search-index.js", content: searchScript(chapters, library) });
  const names = library.script();
  if (names) assets.push({ path: "assets/library.js", content: names });
  const hash = createHash("sha256");
  for (const { path, content } of assets) {
    files.set(path, content);
    hash.update(content);
  }
  const version = hash.digest("hex").slice(0, 8);
  const pages = [FRONT, ...chapters.map(({ source }) => source.page)];
  for (const chapter of chapters) {
    const { page } = chapter.source;
    const { copies, made } = placed.get(chapter) as Placed;
    files.set(page, pageHtml(chapterPage(course, chapter, false), siteEquipment(page, version)));
    for (const [path, content] of made) files.set(path, content);
    for (const [path, copyOf] of copies) files.set(path, { copyOf });
    const notebook = notebookCopy(chapter);
    if (notebook) files.set(notebook, { copyOf: join(root, notebook) });
  }
  files.set(FRONT, pageHtml(frontPage(course), siteEquipment(FRONT, version)));
  if (edition.licenceFile) files.set(LICENCE, { copyOf: edition.licenceFile });
  if (edition.base) files.set("sitemap.xml", sitemap(edition.base, pages));
  return files;
}

/** One file for each page, with all that it needs. */
export function buildStandalone(course: Course): Map<string, string> {
  const style = inlineStyle();
  return new Map(
    course.chapters.map((chapter) => {
      const late = new Map(chapter.fragment.scripts.map((name) => [name, lateScript(name)]));
      const equipment = ownEquipment(style, themeScript(), pageScript(), late);
      return [chapter.source.page, pageHtml(chapterPage(course, chapter, true), equipment)];
    }),
  );
}
