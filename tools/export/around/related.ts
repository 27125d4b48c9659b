import { escapeHtml } from "../html";
import { relativeUrl } from "../links";
import { type Chapter, KINDS, titleHtml } from "../nav";
import type { Relations } from "../relations";

/** Pages under a heading that says what they are to the page they stand on. */
type Group = readonly [said: string, pages: readonly Chapter[]];

const among = (pages: readonly Chapter[], section: string) =>
  pages.filter(({ source }) => source.section === section);

/** What a page stands on, and what stands on it. */
function groupsOf(chapter: Chapter, relations: Relations): Group[] {
  const needing = relations.needing(chapter);
  const before: Group = ["Stands on", relations.neededBy(chapter)];
  const projects: Group = ["Put to use in", among(needing, "Projects")];
  if (chapter.source.section !== "Notes") {
    const notes = relations.notesOf(chapter);
    const others = needing.filter(({ source }) => source.section !== "Projects");
    return [["Belongs to", notes], before, ["Goes on in", others], projects];
  }
  const own = relations.assignmentsOf(chapter);
  const others = among(needing, "Assignments").filter((other) => !own.includes(other));
  return [
    before,
    ["Practised in", own],
    ["Needed in", [...among(needing, "Notes"), ...others]],
    projects,
  ];
}

function itemHtml(chapter: Chapter, from: string): string {
  const { section, page } = chapter.source;
  const kind = `<span class="kind">${KINDS[section] ?? ""}</span>`;
  return `<li><a href="${relativeUrl(from, page)}">${kind} ${titleHtml(chapter)}</a></li>`;
}

/** The ways from a page to those that it stands on and that stand on it. */
export function relatedHtml(chapter: Chapter, relations: Relations): string {
  const groups = groupsOf(chapter, relations).filter(([, pages]) => pages.length > 0);
  if (groups.length === 0) return "";
  const { page } = chapter.source;
  const parts = groups.map(
    ([said, pages]) =>
      `<div><dt>${escapeHtml(said)}</dt><dd><ul>${pages.map((each) => itemHtml(each, page)).join("")}</ul></dd></div>`,
  );
  return `<nav class="related" aria-label="Related pages"><dl>${parts.join("\n")}</dl></nav>`;
}
