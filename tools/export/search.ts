import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { isChapter, numberOf } from "./course";
import { GLOSSARY } from "./glossary";
import type { LibraryLinks } from "./library";
import { type Chapter, KINDS, titleWords } from "./nav";

/** One passage of the course that the search can find. Short names: there are thousands. */
interface Entry {
  id: number;
  /** Which of the pages it is of. */
  page: number;
  /** Its anchor there, empty at the top. */
  u: string;
  /** Heading; at the top the title. */
  h: string;
  /** What the page is called: below the top its title too. */
  p: string;
  /** Text. */
  t: string;
  /** Names of the library that it is the entry of, in small letters and digits: "svd linalgsvd". */
  n?: string;
  /** How many pages use what it is the entry of. */
  w?: number;
}

/** A page, as the search tells of it. */
interface FoundPage {
  url: string;
  /** "Note 3", "Assignment 13", "Case study", "Cheat sheet" … */
  label: string;
  title: string;
  /** What it may be asked for by, beside its title: "note3", "pca". */
  also: string[];
  /** Whether it only stands beside what is read: a note about data, the glossary and the like. */
  aside?: true;
}

/** Options of the index; the script in client/search.js opens it with the same. */
const OPTIONS = { fields: ["h", "p", "t"], storeFields: ["page", "u", "h", "t", "n", "w"] };

/** The words of a text as the pages' own script tells them. */
const window: { mml: { termsOf(text: string): string[] } } = { mml: { termsOf: () => [] } };
runInNewContext(readFileSync(join(__dirname, "client", "words.js"), "utf8"), { window });
const { termsOf } = window.mml;

function labelOf({ source, fragment }: Chapter): string {
  const isResource = source.section === "Resources";
  const other = isResource ? "Resource" : (KINDS[source.section] ?? source.section);
  const kind = fragment.sheet ? "Cheat sheet" : other;
  const number = isResource ? null : numberOf(source.path);
  return number === null ? kind : `${kind} ${number}`;
}

/** The initials of every three words or more that follow each other: PCA, SVD, SVM. */
function initials(words: readonly string[]): string[] {
  const all = words.map((word) => word[0]).join("");
  const runs: string[] = [];
  for (let from = 0; from < all.length; from++) {
    for (let to = from + 3; to <= all.length; to++) runs.push(all.slice(from, to));
  }
  return runs;
}

function pageOf(chapter: Chapter): FoundPage {
  const { path, page } = chapter.source;
  const [label, title] = [labelOf(chapter), titleWords(chapter.fragment.title)];
  if (!isChapter(chapter.source)) return { url: page, label, title, also: [], aside: true };
  const together = (text: string) => termsOf(text).join("");
  const file = basename(path).replace(/\.\w+$/, "");
  const names = [file, basename(dirname(path))].map((name) => together(name.replace(/^\d+-/, "")));
  const also = [together(label), together(title), ...names, ...initials(termsOf(title))];
  const found = { url: page, label, title, also: [...new Set(also)] };
  return path === GLOSSARY ? { ...found, aside: true } : found;
}

/** What a program printed, row upon row of numbers, is not what anybody looks for. */
const NUMBERS = /(?:[-−]?\d[\d.,e+−-]*[\s,;|[\]]+){5,}/g;

/** A sign by its number, as scripts write it. */
const numbered = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;

/** The index as a script, since a page opened from a disk may not fetch. */
export function searchScript(chapters: readonly Chapter[], library?: LibraryLinks): string {
  const index = new MiniSearch<Entry>({
    ...OPTIONS,
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
  });
  const pages = chapters.map(pageOf);
  let id = 0;
  chapters.forEach(({ source, fragment }, i) => {
    const { label, title } = pages[i] as FoundPage;
    const passages = fragment.passages[0]?.id === "" ? [] : [{ id: "", heading: title, text: "" }];
    for (const passage of [...passages, ...fragment.passages]) {
      const names = library?.namesOf(source.path, passage.id);
      index.add({
        id: id++,
        page: i,
        u: passage.id,
        h: passage.id ? passage.heading : title,
        p: passage.id ? `${label} ${title}` : label,
        t: passage.text.replace(NUMBERS, "… "),
        ...(names && {
          n: names.replace(/[^\p{L}\p{N} ]/gu, ""),
          w: library?.usesOf(source.path, passage.id) ?? 0,
        }),
      });
    }
  });
  // a text that is parsed takes a browser half the time of a literal
  const text = JSON.stringify({ options: OPTIONS, pages, index });
  const quoted = text.replace(/[\\']/g, "\\$&").replace(/[\u2028\u2029]/g, numbered);
  return `window.courseSearch = JSON.parse('${quoted}');\n`;
}
