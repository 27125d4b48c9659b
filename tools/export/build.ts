import { createHash } from "node:crypto";
import { pageScript, plotlyScript, sharedAssets, themeScript } from "./assets";
import { escapeHtml } from "./html";
import type { LibraryLinks } from "./library";
import { relativeUrl } from "./links";
import { type Chapter, courseMap, courseNav, turnNav } from "./nav";
import { ownEquipment, pageHtml, siteEquipment } from "./page";
import type { Placed } from "./place";
import { searchScript } from "./search";
import { inlineStyle } from "./styles";

type Files = Map<string, string | Buffer | { copyOf: string }>;

/** The way to every function of the library, if the site has its reference. */
function lookUp(chapters: readonly Chapter[]): string {
  const opening = chapters.find(({ source }) => source.section === "Library")?.source.page;
  if (!opening) return "";
  const href = `${relativeUrl("index.html", opening)}#all-names`;
  return `<p class="look-up"><a href="${href}">Every function of the library, from A to Z</a></p>`;
}

/** The page that the site opens with: what the course is, and its map. */
function frontPage(chapters: readonly Chapter[], course: string, version: string): string {
  const readme = chapters.find(({ source }) => source.path === "README.md");
  const said = readme?.fragment.summary ?? "";
  const main = `<div class="front"><h1>${escapeHtml(course)}</h1>
<p class="lede">${readme?.fragment.summaryHtml ?? ""}</p>
${lookUp(chapters)}
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
export function buildSite(
  chapters: readonly Chapter[],
  placed: ReadonlyMap<Chapter, Placed>,
  library: LibraryLinks,
  course: string,
): Files {
  const files: Files = new Map();
  const assets = sharedAssets(chapters.flatMap(({ fragment }) => fragment.builds));
  assets.push({ path: "assets/search-index.js", content: searchScript(chapters, library) });
  const names = library.script();
  if (names) assets.push({ path: "assets/library.js", content: names });
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
      sheet: chapter.fragment.sheet,
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
export function buildStandalone(
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
        sheet: fragment.sheet,
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
