import { type Places, resolveLink } from "./links";
import type { Chapter } from "./nav";
import type { Problem } from "./problems";

/** A paragraph in which a notebook says what it builds on. */
const NEEDED = /<p><strong>Needed beforehand:<\/strong>([\s\S]*?)<\/p>/;
/** In it, what comes after is named too: "**Next:** …". */
const AFTER = /<strong>(?!Needed beforehand)[^<]*<\/strong>/;

/** What comes before the first section or the first code. */
const openingOf = (html: string) => html.split(/<h2[ >]|<div class="cell code"/, 1)[0] as string;

/** Which pages of the course build on which, as the pages themselves say. */
export class Relations {
  private readonly needs = new Map<Chapter, Chapter[]>();
  /** The assignments of a note, by the README's table. */
  private readonly rows = new Map<Chapter, Chapter[]>();

  constructor(
    private readonly chapters: readonly Chapter[],
    places: Places,
  ) {
    const byPage = new Map(chapters.map((chapter) => [chapter.source.page, chapter]));
    const linkedIn = (html: string, { source, fragment }: Chapter): Chapter[] => {
      const numbered = new RegExp(`href="${fragment.mark}link(\\d+)"`, "g");
      const targets = [...html.matchAll(numbered)].map(([, i]) =>
        resolveLink(fragment.links[Number(i)]?.written ?? "", source.path, places),
      );
      const found = targets.map((target) =>
        target.kind === "page" ? byPage.get(target.page) : undefined,
      );
      return [...new Set(found.filter((chapter) => chapter !== undefined))];
    };
    for (const chapter of chapters.filter(isTaught)) {
      const opening = openingOf(chapter.fragment.html);
      // a case study says in its first words what it goes on from
      const rest = chapter.source.section === "Projects" ? opening : "";
      const said = NEEDED.exec(opening)?.[1]?.split(AFTER, 1)[0] ?? rest;
      const linked = linkedIn(said, chapter).filter(
        (other) => isTaught(other) && other !== chapter,
      );
      this.needs.set(chapter, inOrderOf(chapters, linked));
    }
    const readme = chapters.find(({ source }) => source.path === "README.md");
    for (const [row] of readme?.fragment.html.matchAll(/<tr>[\s\S]*?<\/tr>/g) ?? []) {
      const linked = linkedIn(row, readme as Chapter);
      const note = linked.find(({ source }) => source.section === "Notes");
      if (note) this.rows.set(note, linked.filter(isAssignment));
    }
  }

  /** What a page asks for beforehand. */
  neededBy = (chapter: Chapter): readonly Chapter[] => this.needs.get(chapter) ?? [];

  /** Everything that has to be read before a page, at first and second hand. */
  allNeededBy(chapter: Chapter, seen = new Set<Chapter>()): Set<Chapter> {
    for (const needed of this.neededBy(chapter)) {
      if (seen.has(needed)) continue;
      seen.add(needed);
      this.allNeededBy(needed, seen);
    }
    return seen;
  }

  /** Pages that ask for what comes after them in their own part of the course. */
  problems(): Problem[] {
    const late = [...this.needs].map(([chapter, needed]) => {
      const own = needed.filter(({ source }) => source.section === chapter.source.section);
      const at = this.chapters.indexOf(chapter);
      return [chapter, own.find((other) => this.chapters.indexOf(other) > at)] as const;
    });
    return late.flatMap(([{ source }, other]) => {
      if (!other) return [];
      const cause = `it asks beforehand for ${other.source.path}, which comes after it`;
      return [{ page: source.path, cause }];
    });
  }

  /** The pages that ask for this one beforehand. */
  needing = (chapter: Chapter): Chapter[] =>
    this.chapters.filter((other) => this.neededBy(other).includes(chapter));

  /** The assignments that belong to a note: those the README sets beside it. */
  assignmentsOf = (note: Chapter): readonly Chapter[] => this.rows.get(note) ?? [];

  /** The notes that an assignment belongs to. */
  notesOf = (assignment: Chapter): Chapter[] =>
    [...this.rows].filter(([, all]) => all.includes(assignment)).map(([note]) => note);
}

const isAssignment = ({ source }: Chapter) => source.section === "Assignments";

/** Notes, assignments and projects; what is only looked up is neither needed nor needs. */
export const isTaught = ({ source }: Chapter) =>
  ["Notes", "Assignments", "Projects"].includes(source.section) && source.path.endsWith(".ipynb");

const inOrderOf = (chapters: readonly Chapter[], some: readonly Chapter[]) =>
  chapters.filter((chapter) => some.includes(chapter));
