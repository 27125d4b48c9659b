import { FRONT, isChapter, SECTIONS, type Section } from "../course";
import { escapeHtml } from "../html";
import { relativeUrl } from "../links";
import { type Chapter, inOrder, KINDS, titleHtml } from "../nav";
import { timeWords } from "../reading";
import type { Relations } from "../relations";
import type { Moving } from "./moving";
import { needsHtml, pathHtml } from "./path";

/** The front page leads with what the course is good for. */
const ORDER: readonly Section[] = ["Projects", ...SECTIONS.filter((s) => s !== "Projects")];

/** What the README says before anything else: its paragraphs, no pictures. */
export function openingHtml(readme: string): string {
  const opening = readme.split(/<h2[ >]/, 1)[0] as string;
  const paragraphs = opening.match(/<p>(?!\s*<img)[\s\S]*?<\/p>/g) ?? [];
  return paragraphs.join("\n").replaceAll('href="#', 'href="README.html#');
}

/** The ways in, for who wants to learn, to see, to work. */
const DOORS: readonly [section: Section, said: string][] = [
  ["Notes", "Learn it from the beginning"],
  ["Projects", "See what it is good for"],
  ["Assignments", "Work it out yourself"],
];

function doorsHtml(chapters: readonly Chapter[]): string {
  const doors = DOORS.map(([section, said]) => {
    const first = inOrder(chapters).find(({ source }) => source.section === section);
    if (!first) return "";
    const { minutes } = first.fragment;
    return `<li><a href="${relativeUrl(FRONT, first.source.page)}"><span class="way-in">${said}</span>
<span class="kind">${KINDS[section]}</span> ${titleHtml(first)} <span class="time">${timeWords(minutes)}</span></a></li>`;
  });
  return `<ul class="doors">${doors.join("\n")}</ul>`;
}

/** The way to every function of the library, if the site has its reference. */
function lookUpHtml(chapters: readonly Chapter[]): string {
  const opening = chapters.find(({ source }) => source.section === "Library")?.source.page;
  if (!opening) return "";
  const href = `${relativeUrl(FRONT, opening)}#all-names`;
  return `<p class="look-up"><a href="${href}">Every function of the library, from A to Z</a></p>`;
}

/** A part of the course: its pages with what they are about. */
function partHtml(section: Section, chapters: readonly Chapter[], relations: Relations): string {
  const all = chapters.filter(({ source }) => source.section === section && isChapter(source));
  if (all.length === 0) return "";
  const items = all.map((chapter) => {
    const { summaryHtml } = chapter.fragment;
    const said = summaryHtml ? `<p>${summaryHtml}</p>` : "";
    const needs = section === "Projects" ? needsHtml(chapter, relations) : "";
    return `<li><a href="${relativeUrl(FRONT, chapter.source.page)}">${titleHtml(chapter)}</a>${said}${needs}</li>`;
  });
  const id = section.toLowerCase();
  return `<section class="part" aria-labelledby="${id}"><h2 id="${id}">${section}</h2><ul>${items.join("\n")}</ul></section>`;
}

/**
 * The page that the site opens with: what the course is and for whom, where to start, what it is good for,
 * what stands on what, and everything there is.
 *
 * @param readme - The README as a page of the site.
 */
export function frontHtml(
  title: string,
  readme: string,
  chapters: readonly Chapter[],
  relations: Relations,
  moving?: Moving,
): string {
  const [projects, ...parts] = ORDER.map((section) => partHtml(section, chapters, relations));
  return `<div class="hero"><div>
<h1>${escapeHtml(title)}</h1>
<div class="lede">${openingHtml(readme)}</div>
</div>
${moving?.html ?? ""}
</div>
${doorsHtml(chapters)}
${lookUpHtml(chapters)}
${projects}
${pathHtml(chapters, relations)}
${parts.join("\n")}`;
}
