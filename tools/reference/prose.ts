/**
 * Docstrings as HTML. What they have of markup is little (paragraphs, lists, tables, code, bold, links);
 * every other sign is text, so that the `*`, `_`, `<` and `|` of a formula stay what they are.
 */
import { escapeHtml } from "../export/html";

/** Where a name that a docstring links to has its entry, if it has one. */
export type Link = (name: string) => string | undefined;

const MARKUP =
  /(`+)(?<code>.+?)\1(?!`)|\*\*(?<bold>\S(?:.*?\S)?)\*\*|\{@link(?:code|plain)?\s+(?<link>[^}|\s]+)(?:[|\s]+(?<words>[^}]*))?\}/gs;

/** Names of code as code; with a place in the reference, as a link to it. */
export function nameHtml(words: string, href: string | undefined): string {
  const code = `<code>${escapeHtml(words)}</code>`;
  return href ? `<a class="name" href="${escapeHtml(href)}">${code}</a>` : code;
}

/** A stretch of text. */
export function inline(text: string, link: Link): string {
  const squashed = text.replace(/\s*\n\s*/g, " ");
  let html = "";
  let end = 0;
  for (const found of squashed.matchAll(MARKUP)) {
    const { code, bold, link: name, words } = found.groups as Record<string, string | undefined>;
    html += escapeHtml(squashed.slice(end, found.index));
    if (code !== undefined) html += nameHtml(code, link(code));
    else if (bold !== undefined) html += `<strong>${inline(bold, link)}</strong>`;
    else html += nameHtml(words || (name as string), link(name as string));
    end = (found.index as number) + found[0].length;
  }
  return html + escapeHtml(squashed.slice(end));
}

const ITEM = /^(?:[-*+]|\d+[.)])\s+/;
const ROW = /^\|(.*)\|\s*$/;

/** Cells of a line of a table; a bar in code is no border. */
const cellsOf = (line: string): string[] =>
  (ROW.exec(line)?.[1] ?? "")
    .split(/(?<!\\)\|(?=(?:[^`]*`[^`]*`)*[^`]*$)/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

function tableHtml(lines: string[], link: Link): string {
  const ruled = lines.findIndex((line) => /^\|[\s|:-]+\|\s*$/.test(line));
  const row = (line: string, cell: string) =>
    `<tr>${cellsOf(line)
      .map((text) => `<${cell}>${inline(text, link)}</${cell}>`)
      .join("")}</tr>`;
  const head = lines.slice(0, Math.max(0, ruled)).map((line) => row(line, "th"));
  const body = lines.slice(ruled + 1).map((line) => row(line, "td"));
  const top = head.length > 0 ? `<thead>${head.join("")}</thead>` : "";
  return `<table>${top}<tbody>${body.join("")}</tbody></table>`;
}

function listHtml(lines: string[], link: Link): string {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ""));
    else items[items.length - 1] += `\n${line.trim()}`;
  }
  const tag = /^\d/.test(lines[0] as string) ? "ol" : "ul";
  return `<${tag}>${items.map((item) => `<li>${inline(item, link)}</li>`).join("")}</${tag}>`;
}

/** A list begins where a paragraph does, or after a colon: elsewhere "1." ends a sentence. */
const listStart = (lines: readonly string[]): number =>
  lines.findIndex(
    (line, i) => ITEM.test(line) && (i === 0 || /:\s*$/.test(lines[i - 1] as string)),
  );

function blockHtml(block: string, link: Link): string {
  const lines = block.split("\n");
  if (lines.every((line) => /^ {4}/.test(line))) {
    const code = lines.map((line) => line.slice(4)).join("\n");
    return `\n\n\`\`\`typescript\n${code}\n\`\`\`\n\n`;
  }
  const at = lines.findIndex((line) => ROW.test(line));
  if (at >= 0) {
    const rest = lines.slice(at).findIndex((line) => !ROW.test(line));
    const to = rest < 0 ? lines.length : at + rest;
    return [
      at > 0 ? blockHtml(lines.slice(0, at).join("\n"), link) : "",
      tableHtml(lines.slice(at, to), link),
      to < lines.length ? blockHtml(lines.slice(to).join("\n"), link) : "",
    ].join("");
  }
  const start = listStart(lines);
  if (start < 0) return `<p>${inline(block.trim(), link)}</p>`;
  const before = lines.slice(0, start).join("\n").trim();
  const list = listHtml(lines.slice(start), link);
  return before ? `<p>${inline(before, link)}</p>${list}` : list;
}

/** Paragraphs of a docstring, each on a line of its own; code stays Markdown, to be coloured. */
export function prose(text: string, link: Link): string {
  return text
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== "")
    .map((block) => blockHtml(block.replace(/^\n+|\s+$/g, ""), link))
    .join("\n");
}
