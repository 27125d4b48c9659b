import { addressOf, type Edition } from "../edition";
import { escapeHtml } from "../html";
import { relativeUrl } from "../links";
import type { Chapter } from "../nav";

/** Where the licence's text lies in the site. */
export const LICENCE = "LICENSE.txt";

/** A page of the course, as far as what stands below it asks. */
interface About {
  page: string;
  title: string;
  edition: Edition;
  /** Every page of the site; none where a page stands alone. */
  chapters: readonly Chapter[];
}

const linkTo = (from: string, to: string, words: string) =>
  `<a href="${relativeUrl(from, to)}">${words}</a>`;

function rightsHtml({ page, edition, chapters }: About): string {
  const { title, version, licence, licenceFile } = edition;
  const site = chapters.length > 0;
  const name = licence ? `${escapeHtml(licence)} licence` : "";
  const said = name && (site && licenceFile ? linkTo(page, LICENCE, name) : name);
  const data = chapters.find(({ source }) => source.path === "Resources/datasets.md");
  const own = data ? `; ${linkTo(page, data.source.page, "data sets under their own")}` : "";
  const sentences = [
    `${escapeHtml(title)}${version ? `, version ${escapeHtml(version)}` : ""}.`,
    said && `${said}${own}.`,
  ];
  return `<p>${sentences.filter(Boolean).join(" ")}</p>`;
}

/** How a page is cited; its address is that of the section the reader was sent to (client/cite.js). */
function citationHtml({ page, title, edition }: About): string {
  const { authors, year, version, base } = edition;
  if (!authors) return "";
  const whole = `<cite>${escapeHtml(edition.title)}</cite>${version ? `, version ${escapeHtml(version)}` : ""}`;
  const part = title === edition.title ? whole : `“${escapeHtml(title)}”, in ${whole}`;
  const url = base && addressOf(base, page);
  const address = url ? ` <span class="address">${escapeHtml(url)}</span>` : "";
  return `<details class="cite"><summary>How to cite</summary>
<p>${escapeHtml(authors)} (${year}). ${part}.${address}</p></details>`;
}

function reportHtml({ page, title, edition: { reports } }: About): string {
  const where = reports
    ? `<a href="${escapeHtml(reports)}" rel="external noopener">where the course is kept</a>`
    : "where you got the course from";
  return `<details><summary>Report an error</summary>
<p>Open an issue ${where}. Name the page (<code>${escapeHtml(page)}</code>, ${escapeHtml(title)}) and the section, say what you read and what you think is right, and why.</p></details>`;
}

/** What stands below every page: whose it is, how it is cited, what to do about an error in it. */
export const colophonHtml = (about: About): string => `<footer class="colophon"><div>
${[rightsHtml(about), citationHtml(about), reportHtml(about)].filter(Boolean).join("\n")}
</div></footer>`;
