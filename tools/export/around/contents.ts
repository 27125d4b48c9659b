import type { Heading } from "../headings";
import { escapeHtml } from "../html";

/** A section of a page, and the sections in it. */
interface Section {
  heading: Heading;
  inner: Heading[];
}

/** Sections by their headings; one of the third level before any of the second stands by itself. */
function sectionsOf(headings: readonly Heading[]): Section[] {
  const sections: Section[] = [];
  for (const heading of headings.filter(({ level }) => level === 2 || level === 3)) {
    const last = sections.at(-1);
    if (heading.level === 3 && last) last.inner.push(heading);
    else sections.push({ heading, inner: [] });
  }
  return sections;
}

const linkHtml = ({ id, html }: Heading) => `<a href="#${escapeHtml(id)}">${html}</a>`;

function sectionHtml({ heading, inner }: Section): string {
  const items = inner.map((each) => `<li>${linkHtml(each)}</li>`).join("");
  return `<li>${linkHtml(heading)}${items && `<ol>${items}</ol>`}</li>`;
}

/** The chapter of the book that the sections of a page carry in their numbers: "4.1 …", "4.2 …" → 4. */
export function bookChapter(headings: readonly Heading[]): number | null {
  const found = headings
    .filter(({ level }) => level === 2)
    .map(({ text }) => /^(\d+)\.\d+\s/.exec(text)?.[1])
    .filter((number) => number !== undefined);
  return new Set(found).size === 1 ? Number(found[0]) : null;
}

/** The contents of a page around a list of its sections. */
export const contentsHtml = (items: string) => `<nav id="mml-page" aria-labelledby="mml-page-title">
<p id="mml-page-title">On this page</p>
<ol class="headings">${items}</ol>
</nav>`;

/** The contents of a page; nothing for a page without sections. */
export function contentsNav(headings: readonly Heading[]): string {
  const items = sectionsOf(headings).map(sectionHtml).join("\n");
  return items && contentsHtml(items);
}
