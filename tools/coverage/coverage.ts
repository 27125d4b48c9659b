/** Which section of the book is covered where, by the cells' metadata `{"mml": ["4.5"]}`. */
import { relative, sep } from "node:path";
import { findNotebooks } from "../common/find";
import { type Cell, readNotebook, textOf } from "../common/notebook";
import { ROOT } from "../common/project";
import { CHAPTERS, SECTIONS } from "./sections";

/** One notebook and the sections its cells are tagged with. */
export interface Tagged {
  /** Path from the project's root, with slashes. */
  path: string;
  title: string;
  /** Section → kinds of the cells that carry its tag. */
  sections: Map<string, Set<Cell["cell_type"]>>;
}

function titleOf(cells: readonly Cell[], path: string): string {
  const heading = cells
    .filter((cell) => cell.cell_type === "markdown")
    .map((cell) => textOf(cell.source).match(/^# (.+)$/m)?.[1])
    .find(Boolean);
  return heading ?? path;
}

export function readTags(path: string): Tagged {
  const { cells } = readNotebook(path);
  const sections: Tagged["sections"] = new Map();
  for (const cell of cells) {
    for (const section of (cell.metadata.mml as string[] | undefined) ?? []) {
      const kinds = sections.get(section) ?? new Set();
      sections.set(section, kinds.add(cell.cell_type));
    }
  }
  const name = relative(ROOT, path).split(sep).join("/");
  return { path: name, title: titleOf(cells, name), sections };
}

export const readCourse = (): Tagged[] => findNotebooks([]).map(readTags);

const isNote = (notebook: Tagged) => notebook.path.startsWith("Notes/");

/** What is wrong: tags that name no section, and sections without text or code in any note. */
export function findGaps(course: readonly Tagged[]): string[] {
  const unknown = course.flatMap(({ path, sections }) =>
    [...sections.keys()]
      .filter((section) => !SECTIONS.has(section))
      .map((section) => `${path} has a cell tagged "${section}", which is no section of the book`),
  );
  const notes = course.filter(isNote);
  const gaps = [...SECTIONS.keys()].flatMap((section) => {
    const kinds = new Set(notes.flatMap((note) => [...(note.sections.get(section) ?? [])]));
    const missing = (["markdown", "code"] as const).filter((kind) => !kinds.has(kind));
    return missing.map((kind) => `section ${section} has no ${kind} cell in any note`);
  });
  return [...unknown, ...gaps];
}

const link = ({ path, title }: Tagged) => `[${title.replace(/^Assignment /, "")}](../${path})`;

/** The text of Resources/coverage.md. */
export function coverageTable(course: readonly Tagged[]): string {
  const cell = (section: string, notes: boolean) =>
    course
      .filter((notebook) => isNote(notebook) === notes && notebook.sections.has(section))
      .map(link)
      .join(", ");
  const chapters = CHAPTERS.map(({ number, title, sections }) => {
    const rows = sections.map((name, i) => {
      const section = `${number}.${i + 1}`;
      return `| ${section} ${name} | ${cell(section, true)} | ${cell(section, false)} |`;
    });
    return `## ${number} ${title}\n\n| section | notes | assignments and projects |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Coverage\n\nWhere each section of *Mathematics for Machine Learning* is treated. Made by \`npm run coverage\` from the tags of the cells.\n\n${chapters.join("\n")}`;
}
