import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FRONT } from "../course";
import { escapeHtml } from "../html";
import { relativeUrl } from "../links";
import { type Chapter, KINDS, titleHtml } from "../nav";
import type { Problem } from "../problems";

/** Names the figure of the front page: the notebook it stands in, and words of its title. */
export const CHOICE = "Resources/data/front.json";

const FIGURE = /<figure class="plot[\s\S]*?<\/figure>/g;

interface Choice {
  page: string;
  titled: string;
}

/** A figure of the course on the front page, and the picture of it. */
export interface Moving {
  html: string;
  /** Path of the picture in the site. */
  picture: string;
}

/**
 * The figure that the front page shows: its picture, and the figure itself behind a button, since drawing
 * it takes a library of a megabyte.
 *
 * @param root - Folder of the course; one that names no figure has none.
 */
export function findMoving(
  root: string,
  chapters: readonly Chapter[],
): { moving?: Moving; problems: Problem[] } {
  const file = join(root, CHOICE);
  if (!existsSync(file)) return { problems: [] };
  const { page, titled }: Choice = JSON.parse(readFileSync(file, "utf8"));
  const chapter = chapters.find(({ source }) => source.path === page);
  if (!chapter) return { problems: [] }; // an export of some notebooks
  const { html: all, mark, stills } = chapter.fragment;
  const stillOf = new RegExp(`src="${mark}still(\\d+)"`);
  const figures = all.match(FIGURE) ?? [];
  const figure = figures.find((html) => html.includes(titled) && html.includes('"frames"'));
  const still = stills[Number(stillOf.exec(figure ?? "")?.[1] ?? -1)];
  if (!figure || !still) {
    const cause = `no figure of ${page} moves, has a picture and is titled ${JSON.stringify(titled)}`;
    return { problems: [{ page: CHOICE, cause }] };
  }
  const { source } = chapter;
  const picture = source.page.replace(/\.html$/, `_files/${still.name}`);
  const url = relativeUrl(FRONT, picture);
  const there = relativeUrl(FRONT, source.page);
  const id = /id="([^"]+)"/.exec(figure)?.[1] ?? "";
  const alt = /data-alt="([^"]*)"/.exec(figure)?.[1] ?? "";
  const own = figure.replace(stillOf, `src="${url}"`).replaceAll('href="#', `href="${there}#`);
  const html = `<div class="moving">
<img src="${url}" alt="${alt}">
<details><summary>Set it going</summary>
${own}
</details>
<p>A figure of <a href="${there}#${escapeHtml(id)}">${KINDS[source.section] ?? ""} ${titleHtml(chapter)}</a></p>
</div>`;
  return { moving: { html, picture }, problems: [] };
}
