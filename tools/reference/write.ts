/** An entry as Markdown: HTML throughout, but for code that is to be coloured. */
import { escapeHtml } from "../export/html";
import { type Docstring, exampleOf, tagsOf } from "./docstring";
import type { Entry } from "./entry";
import { splitCost } from "./facts";
import { inline, type Link, prose } from "./prose";
import { membersHtml, signatureHtml, type Way } from "./tables";

/** What an entry is written with. */
export interface Setting {
  way: Way;
  /** Names in the docstrings of an entry. */
  linkFrom(entry: Entry): Link;
  byKey: ReadonlyMap<string, Entry>;
  /** The function that a type stands with. */
  owners: ReadonlyMap<string, string>;
}

export const headingHtml = (level: number, id: string, name: string): string =>
  `<h${level} id="${escapeHtml(id)}">${name} <a class="anchor" href="#${encodeURIComponent(id)}" aria-label="Link to this section">#</a></h${level}>`;

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join("\n\n");

/** Tags that have a place of their own. */
const PLACED = new Set(["param", "typeParam", "returns", "throws", "example"]);

function exampleHtml(doc: Docstring): string {
  const lines = exampleOf(doc);
  if (lines.length === 0) return "";
  return `<div class="example">\n\n\`\`\`typescript\n${lines.join("\n")}\n\`\`\`\n\n</div>`;
}

/** Whether there is a table of what comes back, whose head has what is said of it. */
const tabled = ({ key, resultTypes }: Entry, { owners, byKey }: Setting) =>
  resultTypes.some((type) => owners.get(type) === key && byKey.get(type)?.members.length);

const returnsOf = (entry: Entry, setting: Setting): string =>
  tagsOf(entry.doc, "returns")
    .map((text) => inline(splitCost(text).rest, setting.linkFrom(entry)))
    .join(" ");

/** Results, errors, cost, whatever else is said: a term and its words each. */
function factsOf(entry: Entry, doc: Docstring, link: Link, setting: Setting): [string, string][] {
  const costs: string[] = [];
  const words = (text: string) => {
    const { cost, rest } = splitCost(text);
    if (cost) costs.push(cost);
    return rest;
  };
  const all = (...names: string[]) =>
    tagsOf(doc, ...names)
      .map(words)
      .filter(Boolean);
  const results = all("returns").map((text) => inline(text, link));
  const shared = entry.resultTypes
    .map((key) => setting.byKey.get(key))
    .filter((type) => type !== undefined)
    .filter((type) => setting.owners.get(type.key) !== entry.key && type.members.length > 0)
    .map((type) => {
      const names = type.members.map(({ name }) => `<code>${escapeHtml(name)}</code>`).join(", ");
      return `<a class="name" href="${escapeHtml(setting.way(type.key) ?? "")}"><code>${type.name}</code></a> with ${names}.`;
    });
  const errors = all("throws").map((text) => inline(text, link));
  const others = doc.tags.filter(({ name }) => !PLACED.has(name));
  const facts: [string, string][] = [
    ["Returns", [...(tabled(entry, setting) ? [] : results), ...shared].join(" ")],
    ["Errors", errors.join(" ")],
    ...others.map(({ name, text }): [string, string] => [name, inline(text, link)]),
    ["Cost", costs.map((text) => inline(text, link)).join(" ")],
  ];
  return facts.filter(([, html]) => html !== "");
}

const factsHtml = (facts: readonly [string, string][]): string =>
  facts.length === 0
    ? ""
    : `<dl class="facts">${facts.map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`).join("")}</dl>`;

/** What the place of a table says already. */
export const SELF_EVIDENT = /^(?:Options of|What) `[\w.]+`(?: returns| gives back)?\.$/;

/** A type that stands with the function it is of use to. */
function ownedHtml(type: Entry, as: string, setting: Setting, results = ""): string {
  const link = setting.linkFrom(type);
  const { way } = setting;
  const name = `<code>${escapeHtml(type.name)}</code>`;
  if (type.members.length === 0) {
    return paragraphs(
      ...type.signatures.map((code, i) => signatureHtml(code, way, i === 0 ? type.name : "")),
      prose(type.doc.text, link),
    );
  }
  const said = SELF_EVIDENT.test(type.doc.text) ? "" : inline(type.doc.text, link);
  const more = [said, results].filter(Boolean).join(" ");
  const caption = `<strong>${as}</strong> ${name}${more ? `. ${more}` : ""}`;
  return membersHtml(type.members, { caption, id: type.name, way, link });
}

const ARGUMENTS = "<strong>Arguments</strong>";

function attachedHtml(entry: Entry, setting: Setting): string {
  const link = setting.linkFrom(entry);
  return paragraphs(
    ...entry.attached.map(({ call, signature, doc, members }) =>
      paragraphs(
        signatureHtml(signature, setting.way, call),
        prose(doc.text, link),
        membersHtml(members, { caption: ARGUMENTS, way: setting.way, link, told: true }),
        factsHtml(factsOf({ ...entry, resultTypes: [] }, doc, link, setting)),
        exampleHtml(doc),
      ),
    ),
  );
}

/** Options first, then what comes back, then what these are made of. */
function typesHtml(entry: Entry, setting: Setting): string {
  const { byKey, owners } = setting;
  const isOptions = (key: string) => /Options$/.test(key);
  const own = [...owners].filter(([, owner]) => owner === entry.key).map(([key]) => key);
  const options = entry.optionTypes.filter((key) => own.includes(key) && isOptions(key));
  const shared = entry.optionTypes.filter((key) => !own.includes(key) && isOptions(key));
  const results = entry.resultTypes.filter((key) => own.includes(key));
  const rest = own.filter((key) => !options.includes(key) && !results.includes(key)).sort();
  const told = returnsOf(entry, setting);
  const of = (keys: string[], as: string) =>
    keys.map((key, i) =>
      ownedHtml(byKey.get(key) as Entry, as, setting, as === "Returns" && i === 0 ? told : ""),
    );
  const borrowed = shared.map((key) => {
    const type = byKey.get(key) as Entry;
    const name = `<a class="name" href="${escapeHtml(setting.way(key) ?? "")}"><code>${type.name}</code></a>`;
    const caption = `<strong>Options</strong> ${name}`;
    return membersHtml(type.members, { caption, way: setting.way, link: setting.linkFrom(type) });
  });
  return paragraphs(
    ...of(options, "Options"),
    ...borrowed,
    ...of(results, "Returns"),
    ...of(rest, "Type"),
  );
}

export function entryMarkdown(entry: Entry, setting: Setting): string {
  const { doc, kind, name } = entry;
  const { way } = setting;
  const link = setting.linkFrom(entry);
  const isFunction = kind === "function";
  const caption = isFunction ? ARGUMENTS : "<strong>Members</strong>";
  const source = `<a href="../../${entry.file}">${entry.file}</a>, line ${entry.line}`;
  const place = (what: string) =>
    kind === "type" ? "" : `<div class="${what}" data-name="${escapeHtml(entry.key)}"></div>`;
  return paragraphs(
    headingHtml(3, name, escapeHtml(name)),
    ...entry.signatures.map((code) => signatureHtml(code, way)),
    prose(doc.text, link),
    place("formulas"),
    membersHtml(entry.members, { caption, way, link, told: isFunction }),
    typesHtml(entry, setting),
    exampleHtml(doc),
    factsHtml([...factsOf(entry, doc, link, setting), ["Source", source]]),
    place("used"),
    attachedHtml(entry, setting),
  );
}
