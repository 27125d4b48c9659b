import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** A source file of the course that becomes a page. Paths are relative to the root, with slashes. */
export interface Source {
  /** For example `Assignments/13-pca/pca.ipynb`. */
  path: string;
  /** For example `Assignments/13-pca/pca.html`. */
  page: string;
  section: Section;
  /** Text of a page that is made, not read from a file. */
  text?: string;
}

/** The page that the site opens with. */
export const FRONT = "index.html";

/** The parts of the course, in the order in which they are read. */
export const SECTIONS = [
  "Notes",
  "Assignments",
  "Projects",
  "Library",
  "Resources",
  "About",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Folders that hold none; neither do names that begin with a dot or an underscore. */
const SKIPPED = new Set(["node_modules", "__pycache__"]);

/** Parts whose sources are made: there is no folder of that name to look into. */
const MADE = new Set<Section>(["Library", "About"]);

/** What of the root itself becomes pages; the README is the first of them. */
const ROOT_FILES = ["README.md", "CONTRIBUTING.md"];

const NUMERIC = { numeric: true };
/** A README comes before what it introduces. */
const rank = (name: string) => (name === "README.md" ? 0 : 1);

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[._]/.test(name) && !SKIPPED.has(name))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name, "en", NUMERIC))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [path];
    });
}

/** Whether the page is one to read in order, not a note about data that lies beside a notebook. */
export function isChapter({ path, section }: Source): boolean {
  if (section === "About" || path.includes("/data/")) return false;
  return section === "Resources" || section === "Library" || !path.endsWith("/README.md");
}

/** The title of the course: that of its README. */
export function courseTitle(root: string): string {
  const readme = join(root, "README.md");
  const text = existsSync(readme) ? readFileSync(readme, "utf8") : "";
  return /^# +(.+?)\s*$/m.exec(text)?.[1] ?? "Course";
}

const pageOf = (path: string) => path.replace(/\.(ipynb|md)$/, ".html");

/** Pages that are made join those of the course, in their part of it. */
export function withMade(
  sources: readonly Source[],
  made: readonly { path: string; text: string }[],
): Source[] {
  const section = "Library" as const;
  const all = made.map(({ path, text }) => ({ path, page: pageOf(path), section, text }));
  const place = (source: Source) => SECTIONS.indexOf(source.section);
  return [...sources, ...all].sort((a, b) => place(a) - place(b));
}

/**
 * Every notebook and Markdown file of the course, in reading order.
 *
 * @param root - The folder of the course.
 */
export function findSources(root: string): Source[] {
  const found: Source[] = [];
  const add = (file: string, section: Section) => {
    const path = relative(root, file).split(sep).join("/");
    found.push({ path, page: pageOf(path), section });
  };
  for (const section of SECTIONS) {
    for (const file of MADE.has(section) ? [] : walk(join(root, section))) {
      if (/\.(ipynb|md)$/.test(file)) add(file, section);
    }
  }
  for (const name of ROOT_FILES) {
    if (existsSync(join(root, name))) add(join(root, name), "About");
  }
  return found;
}

/** Number that a file or its folder begins with (`13-pca/pca.ipynb` → 13), or null. */
export function numberOf(path: string): number | null {
  const names = [basename(path), basename(dirname(path))];
  const found = names.map((name) => /^(\d+)-/.exec(name)).find(Boolean);
  return found ? Number(found[1]) : null;
}
