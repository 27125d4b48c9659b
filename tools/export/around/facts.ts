import { basename } from "node:path";
import { numberOf } from "../course";
import { escapeHtml } from "../html";
import type { Chapter } from "../nav";
import { timeWords } from "../reading";
import { bookChapter } from "./contents";

/** Where the author tells in the opening how long it takes, that stands. */
const SAID = /\b(?:hours?|minutes?|half) to read\b/;

const isNotebook = (path: string) => path.endsWith(".ipynb");

/** Where the notebook of a page lies in the site: beside it. */
export const notebookCopy = ({ source }: Chapter): string | null =>
  isNotebook(source.path) ? source.path : null;

/** How a page is opened in JupyterLab: a command, for nobody knows where another's JupyterLab is. */
function openHtml(path: string): string {
  const typed = /^[\w./-]+$/.test(path) ? path : `"${path}"`;
  return `<details class="open"><summary>Open in JupyterLab</summary>
<p>In a terminal, in the folder of the course:</p>
<div class="highlight"><pre>npm start -- ${escapeHtml(typed)}</pre></div></details>`;
}

/** Says why section 4.2 stands in Note 3, where it does. */
function numbersHtml({ source, fragment }: Chapter): string {
  const chapter = bookChapter(fragment.headings);
  if (chapter === null || chapter === numberOf(source.path)) return "";
  return `<span>its sections carry the numbers of chapter ${chapter} of the book</span>`;
}

/**
 * What one wants to know of a notebook before one reads it: how long it takes, where it comes from, how it
 * is run. Other pages have none of it.
 *
 * @param alone - For a page that stands alone: the notebook does not lie beside it.
 */
export function factsHtml(chapter: Chapter, alone: boolean): string {
  const { source, fragment } = chapter;
  if (!isNotebook(source.path) || fragment.sheet) return "";
  const name = basename(source.path);
  const path = `<code>${escapeHtml(source.path)}</code>`;
  const notebook = alone
    ? `<span>from ${path}</span>`
    : `<span><a href="${encodeURIComponent(name)}" download>Download the notebook</a> ${path}</span>`;
  const isRead = source.section !== "Resources"; // those are looked into
  const isSaid = SAID.test(fragment.html.split(/<h2[ >]/, 1)[0] as string);
  const time = isRead && !isSaid ? `<span>${timeWords(fragment.minutes)} to read</span>` : "";
  return `<div class="about-page">
<p>${[time, notebook, numbersHtml(chapter)].filter(Boolean).join("\n")}</p>
${openHtml(source.path)}
</div>`;
}

/** Puts what there is to know of a page below its title. */
export const underTitle = (html: string, facts: string) =>
  html.replace("</h1>", () => `</h1>\n${facts}`);
