import { FRONT, numberOf } from "../course";
import { relativeUrl } from "../links";
import { type Chapter, KINDS, titleHtml } from "../nav";
import type { Relations } from "../relations";
import { LANE, layOut, rails } from "./lanes";

/** "Note 3", "Assignment 4", linked. */
function shortLink(chapter: Chapter): string {
  const { section, path, page } = chapter.source;
  return `<a href="${relativeUrl(FRONT, page)}">${KINDS[section]} ${numberOf(path)}</a>`;
}

const listed = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts.join("");

/** An assignment beside its note, and what it asks for that its note does not. */
function practiceHtml(assignment: Chapter, note: Chapter, relations: Relations): string {
  const known = relations.allNeededBy(note).add(note);
  const more = relations.neededBy(assignment).filter((other) => !known.has(other));
  const after = more.length > 0 ? ` <small>after ${listed(more.map(shortLink))}</small>` : "";
  return `<li><a href="${relativeUrl(FRONT, assignment.source.page)}"><span class="said">Assignment</span> ${titleHtml(assignment)}</a>${after}</li>`;
}

const drawing = (kind: string, width: number, path: string) =>
  `<svg class="${kind}" viewBox="0 0 ${width} ${LANE}" preserveAspectRatio="none" aria-hidden="true"><path d="${path}"/></svg>`;

/**
 * The notes as a way with branches, each stop joined to those it builds on, with the assignments that
 * practise it beside it. What the lines show is also said, for those who do not see them.
 */
export function pathHtml(chapters: readonly Chapter[], relations: Relations): string {
  const notes = chapters.filter(
    ({ source }) => source.section === "Notes" && numberOf(source.path) !== null,
  );
  if (notes.length < 2) return "";
  const stops = layOut(notes, (note) => relations.allNeededBy(note));
  const lanes = Math.max(...stops.map(({ lane }) => lane)) + 1;
  const rows = stops.map(({ item: note, lane, from }, row) => {
    const { at, below } = rails(stops, row);
    const before = from.map((other) => `Note ${numberOf(stops[other]?.item.source.path ?? "")}`);
    const said = before.length > 0 ? `<span class="said">builds on ${listed(before)}</span>` : "";
    const practice = relations
      .assignmentsOf(note)
      .map((assignment) => practiceHtml(assignment, note, relations));
    return `<li>
<div class="rails">${drawing("at", lanes * LANE, at)}${drawing("below", lanes * LANE, below)}<span class="stop" style="--lane: ${lane}">${numberOf(note.source.path)}</span></div>
<div class="note"><a href="${relativeUrl(FRONT, note.source.page)}">${titleHtml(note)}</a> ${said}</div>
<ul class="practice">${practice.join("\n")}</ul>
</li>`;
  });
  return `<section class="way" aria-labelledby="the-way"><h2 id="the-way">The way through</h2>
<p>Each note builds on those its line comes from. Beside it stand the assignments that practise it.</p>
<ol style="--lanes: ${lanes}">
${rows.join("\n")}
</ol></section>`;
}

/** What a case study asks for, in a line. */
export function needsHtml(project: Chapter, relations: Relations): string {
  const needed = relations.neededBy(project);
  if (needed.length === 0) return "";
  return `<p class="needs">stands on ${listed(needed.map(shortLink))}</p>`;
}
