import { isChapter, numberOf, SECTIONS, type Section, type Source } from "./course";
import type { Fragment } from "./fragment";
import { escapeHtml } from "./html";
import { relativeUrl } from "./links";

/** A page that is to be written. */
export interface Chapter {
  source: Source;
  fragment: Fragment;
}

/** What one page of a section is called. */
export const KINDS: Partial<Record<Section, string>> = {
  Notes: "Note",
  Assignments: "Assignment",
  Projects: "Case study",
};

/** The pages read in order, the notes about data and the like left out. */
export const inOrder = (chapters: readonly Chapter[]) =>
  chapters.filter(({ source }) => isChapter(source));

/** What a title may begin with that the list says already: "Note 01 · ", "Assignment 13: ". */
const KIND = /^(?:Note|Assignment|Project)\s+\d+\s*[·:.–—-]\s*/;

/** The words of a title, without what a list says before them. */
export const titleWords = (title: string) => title.replace(KIND, "");

/** Title as a list of pages shows it: the number that the file carries, and the words. */
export function titleHtml({ source, fragment }: Chapter): string {
  const number = source.section === "Resources" ? null : numberOf(source.path);
  if (number === null) return `<span>${escapeHtml(fragment.title)}</span>`;
  const words = escapeHtml(titleWords(fragment.title));
  return `<span class="number">${number}</span> <span>${words}</span>`;
}

/** A page in a list of many: "Notes 3", and its title for who points at it. */
export function labelOf({ source, fragment }: Chapter) {
  const number = numberOf(source.path);
  const { title } = fragment;
  const short = number === null ? title.replace(/^Project\s*·\s*/, "") : String(number);
  return { kind: source.section, short, title };
}

function entryHtml(chapter: Chapter, from: string): string {
  const { page } = chapter.source;
  if (page === from) {
    return `<li><a href="#mml-content" aria-current="page">${titleHtml(chapter)}</a></li>`;
  }
  return `<li><a href="${relativeUrl(from, page)}">${titleHtml(chapter)}</a></li>`;
}

/** The contents of the course, the part one is in opened. */
export function courseNav(chapters: readonly Chapter[], from: string): string {
  const own = chapters.find(({ source }) => source.page === from);
  const parts = SECTIONS.map((section) => {
    const all = chapters.filter(
      (c) =>
        c.source.section === section && (isChapter(c.source) || c === own || section === "About"),
    );
    if (all.length === 0) return "";
    const open = own?.source.section === section ? " open" : "";
    return `<details${open}><summary>${section}</summary><ul>${all
      .map((chapter) => entryHtml(chapter, from))
      .join("")}</ul></details>`;
  });
  return parts.join("\n");
}

/** Links to the page before and the page after. */
export function turnNav(chapters: readonly Chapter[], from: string): string {
  const order = inOrder(chapters);
  const at = order.findIndex(({ source }) => source.page === from);
  if (at < 0) return "";
  const link = (chapter: Chapter | undefined, way: "prev" | "next", label: string) =>
    chapter
      ? `<a rel="${way}" class="${way}" href="${relativeUrl(from, chapter.source.page)}"><span class="way">${label}</span> ${titleHtml(chapter)}</a>`
      : "";
  const links = link(order[at - 1], "prev", "Previous") + link(order[at + 1], "next", "Next");
  return links && `<nav class="turn" aria-label="Previous and next page">${links}</nav>`;
}
