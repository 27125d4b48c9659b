/** Code and tables of an entry as HTML. */
import { escapeHtml } from "../export/html";
import type { Code, Member } from "./entry";
import { splitDefault } from "./facts";
import { inline, type Link, prose } from "./prose";

/** The way to an entry, by its key. */
export type Way = (key: string) => string | undefined;

const tidy = (text: string) => text.replaceAll("; }", " }");

export function codeHtml(code: Code, way: Way): string {
  return code
    .map(({ text, token, to }) => {
      const href = to && way(to);
      const shown = escapeHtml(tidy(text));
      if (href) return `<a class="name" href="${escapeHtml(href)}">${shown}</a>`;
      return token ? `<span class="${token}">${shown}</span>` : shown;
    })
    .join("");
}

export const signatureHtml = (code: Code, way: Way, id = ""): string =>
  `<pre class="signature"${id ? ` id="${escapeHtml(id)}"` : ""}><code class="highlight">${codeHtml(code, way)}</code></pre>`;

/** A type that is not to be broken. */
const isShort = (type: Code) =>
  type
    .map(({ text }) => text)
    .join("")
    .split("\n")
    .every((line) => line.length <= 30);

/** What is said of a member, in a cell: paragraphs only where there are several. */
function meaning(text: string, link: Link): string {
  return /\n[ \t]*\n|\n\s*[-|]/.test(text)
    ? prose(text, link).replaceAll("\n", "")
    : inline(text, link);
}

interface TableOptions {
  caption: string;
  id?: string;
  /** Names that the caption's table gives, by their key's last part. */
  way: Way;
  link: Link;
  /** Whether a signature before it has names and types already. */
  told?: boolean;
}

/** Arguments, options, or what comes back: a line for each. */
export function membersHtml(members: readonly Member[], options: TableOptions): string {
  if (members.length === 0) return "";
  const { caption, id, way, link } = options;
  const rows = members.map((member) => {
    const told = splitDefault(member.text);
    const source = /^(\{\}|undefined|)$/.test(member.fallback) ? "" : member.fallback;
    const fallback = told.fallback || (source.length <= 24 ? source : "");
    return { ...member, fallback, text: told.rest };
  });
  const has = (field: "fallback" | "text") => rows.some((row) => row[field] !== "");
  // names and types alone stand in the signature already
  if (!has("fallback") && !has("text") && options.told) return "";
  const columns = [
    "Name",
    "Type",
    ...(has("fallback") ? ["Default"] : []),
    ...(has("text") ? ["Meaning"] : []),
  ];
  const cells = rows.map(({ name, optional, type, fallback, text }) => {
    const all = [
      `<th scope="row"><code>${escapeHtml(name)}${optional ? '<span class="optional" title="may be left out">?</span>' : ""}</code></th>`,
      `<td><code class="highlight${isShort(type) ? " short" : ""}">${codeHtml(type, way)}</code></td>`,
      ...(has("fallback")
        ? [
            `<td class="default">${fallback ? `<code class="short">${escapeHtml(fallback)}</code>` : ""}</td>`,
          ]
        : []),
      ...(has("text") ? [`<td>${meaning(text, link)}</td>`] : []),
    ];
    return `<tr>${all.join("")}</tr>`;
  });
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<table class="members"${id ? ` id="${escapeHtml(id)}"` : ""}><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${cells.join("")}</tbody></table>`;
}

/** Names with the first sentence of each. */
export function namesHtml(
  caption: string,
  rows: readonly { href: string; name: string; said: string }[],
  id = "",
): string {
  if (rows.length === 0) return "";
  const lines = rows.map(
    ({ href, name, said }) =>
      `<tr><th scope="row"><a class="name" href="${escapeHtml(href)}"><code>${escapeHtml(name)}</code></a></th><td>${said}</td></tr>`,
  );
  return `<table class="names"${id ? ` id="${escapeHtml(id)}"` : ""}><caption>${escapeHtml(caption)}</caption><tbody>${lines.join("")}</tbody></table>`;
}
