/** The terms of the glossary, and where a page first uses them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheerioAPI } from "cheerio";
import type { Text } from "domhandler";
import { formulaText } from "./formulaText";
import { escapeHtml } from "./html";

export const GLOSSARY = "Resources/glossary.md";

/** A term that has one meaning everywhere, or in brackets what tells it from others of its name. */
export interface Term {
  anchor: string;
  words: string;
  meaning: string;
  /** Path of the only source in which it is meant; empty where it has one meaning in all. */
  only: string;
}

const ROW =
  /^\| <a id="([^"]+)"><\/a>([^|(]+?)( \([^)|]*\))? \| ([^|]*) \| [^|]* \| \[[^\]]*\]\(\.\.\/([^)#]+)/gm;

/** The terms of a course; none where it has no glossary. */
export function readTerms(root: string): Term[] {
  const file = join(root, GLOSSARY);
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, "utf8").matchAll(ROW);
  return [...rows].map(([, anchor = "", words = "", sense, meaning = "", note = ""]) => ({
    anchor,
    words,
    meaning: meaning.replace(/\$([^$]*)\$/g, (_, tex: string) => formulaText(tex, false)),
    only: sense ? decodeURIComponent(note) : "",
  }));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Prose, without what leads elsewhere already, is no prose, or is folded. */
const PROSE = ".prose :is(p, li, td)";
const PASSED = "a, code, pre, details, blockquote, h1, h2, h3, h4, .math, .katex";

/** What the links in the text say, once more in a list that opens: by keyboard, and where nothing points. */
function listHtml(terms: readonly Term[]): string {
  const items = terms.map(
    ({ anchor, words, meaning }) =>
      `<dt><a href="/${GLOSSARY}#${anchor}">${escapeHtml(words)}</a></dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  return `<details class="listed"><summary>Terms on this page</summary><dl>${items.join("\n")}</dl></details>`;
}

/**
 * Links the first use of each term on a page to the glossary. These links are many, so none is a stop of the
 * Tab key: a list at the end of the page leads to the same.
 *
 * @param path - Of the page's source.
 */
export function linkTerms($: CheerioAPI, path: string, terms: readonly Term[]): void {
  const linked: Term[] = [];
  const wanted = new Map(
    terms
      .filter(({ only }) => only === "" || only === path)
      .map((term) => [term.words.toLowerCase(), term]),
  );
  if (wanted.size === 0 || path === GLOSSARY) return;
  const longestFirst = [...wanted.keys()].sort((a, b) => b.length - a.length);
  const found = new RegExp(
    `(?<![\\p{L}-])(${longestFirst.map(escaped).join("|")})(e?s)?(?![\\p{L}-])`,
    "giu",
  );
  const link = (text: string): string => {
    let html = "";
    let end = 0;
    for (const { 0: all, 1: words = "", index } of text.matchAll(found)) {
      const key = words.toLowerCase();
      const term = wanted.get(key);
      if (!term) continue;
      wanted.delete(key);
      linked.push(term);
      const href = `/${GLOSSARY}#${term.anchor}`;
      html += escapeHtml(text.slice(end, index));
      html += `<a class="term" tabindex="-1" href="${href}" data-meaning="${escapeHtml(term.meaning)}">${escapeHtml(all)}</a>`;
      end = index + all.length;
    }
    return html && html + escapeHtml(text.slice(end));
  };
  $(PROSE)
    .contents()
    .filter((_, node) => node.type === "text" && $(node).closest(PASSED).length === 0)
    .each((_, node) => {
      const html = link((node as Text).data);
      if (html) $(node).replaceWith(html);
    });
  linked.sort((a, b) => a.words.localeCompare(b.words, "en"));
  if (linked.length > 0) $("body").append(listHtml(linked));
}
