/** The pages of the reference: one a module, and the one that opens it. */
import { escapeHtml } from "../export/html";
import { ownersOf } from "./belongs";
import { textOf } from "./code";
import { firstSentence } from "./docstring";
import type { Entry, Group, Module } from "./entry";
import { inline, type Link, prose } from "./prose";
import { namesHtml } from "./tables";
import { entryMarkdown, headingHtml, type Setting } from "./write";

/** Folder of the pages, as if they were files of the course. */
export const FOLDER = "Resources/library";
export const pageOf = (module: string): string => `${FOLDER}/${module}.md`;
const OPENING = `${FOLDER}/README.md`;

/** Where a name of the library has its entry, and what is said of it in a line. */
export interface Place {
  /** Key of the entry, or of the module. */
  key: string;
  path: string;
  anchor: string;
  signature: string;
  said: string;
}

/** The reference as the export takes it. */
export interface Reference {
  pages: { path: string; text: string }[];
  /** By what stands in a cell: `linalg.svd`, `svd` of no module, `linalg`. */
  names: Record<string, Place>;
  /** Folders of modules, and the pages that stand for them. */
  folders: Record<string, string>;
}

const anchorOf = (entry: Entry) => entry.name;
const hrefOf = (entry: Entry) => `${entry.module}.md#${encodeURIComponent(anchorOf(entry))}`;
const byName = (a: Entry, b: Entry) =>
  a.name.localeCompare(b.name, "en", { sensitivity: "base" }) || a.module.localeCompare(b.module);

/** The group of an index under which types stand that no function's file exports. */
const TYPES = "Types";

/** Groups of a module as its index has them; shared types come last. */
function groupsOf({ groups, entries }: Module, owners: Setting["owners"]) {
  const byKey = new Map(entries.map((entry) => [entry.name, entry]));
  const isType = (entry: Entry) => entry.kind === "type";
  const shown = groups
    .filter(({ title }) => title !== TYPES)
    .map(({ title, names }: Group) => ({
      title: title || "Functions",
      entries: names
        .map((name) => byKey.get(name))
        .filter((entry) => entry !== undefined)
        .filter((entry) => !isType(entry)),
    }));
  const grouped = new Set(shown.flatMap((group) => group.entries));
  const rest = entries.filter((entry) => !isType(entry) && !grouped.has(entry));
  const types = entries.filter((entry) => isType(entry) && !owners.has(entry.key));
  const typed = new Set(
    groups.filter(({ title }) => title === TYPES).flatMap(({ names }) => names),
  );
  const classes = rest.filter(({ name }) => typed.has(name));
  const others = rest.filter(({ name }) => !typed.has(name));
  return [
    ...shown,
    { title: "Others", entries: others },
    { title: TYPES, entries: [...classes, ...types].sort(byName) },
  ].filter((group) => group.entries.length > 0);
}

const groupId = (title: string) => `group-${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;

function modulePage(module: Module, setting: Setting, linkIn: (module: string) => Link): string {
  const groups = groupsOf(module, setting.owners);
  const link = linkIn(module.name);
  const row = (entry: Entry) => ({
    href: `#${encodeURIComponent(anchorOf(entry))}`,
    name: entry.name,
    said: inline(firstSentence(entry.doc.text), setting.linkFrom(entry)),
  });
  return [
    `# ${module.name}`,
    prose(module.doc.text, link),
    ...groups.map(({ title, entries }) => namesHtml(title, entries.map(row))),
    ...groups.flatMap(({ title, entries }) => [
      headingHtml(2, groupId(title), escapeHtml(title)),
      ...entries.map((entry) => entryMarkdown(entry, setting)),
    ]),
  ].join("\n\n");
}

function openingPage(modules: readonly Module[], all: readonly Entry[], setting: Setting): string {
  const summary = (module: Module) => inline(firstSentence(module.doc.text), () => undefined);
  const letters = new Map<string, Entry[]>();
  for (const entry of [...all].sort(byName)) {
    const letter = (entry.name[0] as string).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  const row = (entry: Entry) => ({
    href: hrefOf(entry),
    name: entry.kind === "type" ? entry.name : entry.call,
    said: inline(firstSentence(entry.doc.text), setting.linkFrom(entry)),
  });
  return [
    "# Library reference",
    "Every function of the library: signature, formula, shapes, options, errors, an example that the tests execute, its source, and the notebooks that use it.",
    "The search at the top finds functions by name (`svd`, `prob.normal`), and names in the notebooks' code lead here.",
    namesHtml(
      "Modules",
      modules.map((module) => ({
        href: `${module.name}.md`,
        name: module.name,
        said: summary(module),
      })),
    ),
    headingHtml(2, "all-names", "All names"),
    `<p class="letters">${[...letters.keys()]
      .map((letter) => `<a href="#letter-${letter}">${letter}</a>`)
      .join(" ")}</p>`,
    ...[...letters].map(([letter, entries]) =>
      namesHtml(letter, entries.map(row), `letter-${letter}`),
    ),
  ].join("\n\n");
}

function placesOf(modules: readonly Module[]): Reference["names"] {
  const names: Reference["names"] = {};
  for (const { name: module, entries, doc } of modules) {
    const said = firstSentence(doc.text);
    names[module] = { key: module, path: pageOf(module), anchor: "", signature: "", said };
    for (const entry of entries) {
      const signature = textOf(entry.signatures[0] ?? []);
      const place: Place = {
        key: entry.key,
        path: pageOf(module),
        anchor: anchorOf(entry),
        signature: signature.length > 400 ? `${signature.slice(0, 400)} …` : signature,
        said: firstSentence(entry.doc.text),
      };
      for (const name of [entry.key, entry.call]) names[name] ??= place;
      for (const { call, signature: code, doc: told } of entry.attached) {
        const own = { signature: textOf(code), said: firstSentence(told.text) };
        names[call] ??= { ...place, ...own, key: call, anchor: call };
      }
    }
  }
  return names;
}

/** The whole reference. */
export function writeReference(library: readonly Module[]): Reference {
  const modules = [...library].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = modules.flatMap(({ entries }) => entries);
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const byCall = new Map(all.map((entry) => [entry.call, entry]));
  const linkIn =
    (module: string): Link =>
    (name) => {
      const found = byKey.get(`${module}.${name}`) ?? byKey.get(name) ?? byCall.get(name);
      return found && hrefOf(found);
    };
  const setting: Setting = {
    byKey,
    owners: ownersOf(all),
    way: (key) => {
      const entry = byKey.get(key);
      return entry && hrefOf(entry);
    },
    linkFrom: (entry) => {
      // an argument, an option or a part of the result is no function of the same name
      const near = [entry.key, ...entry.optionTypes, ...entry.resultTypes];
      const own = new Set([
        entry.name,
        ...near.flatMap((key) => byKey.get(key)?.members.map(({ name }) => name) ?? []),
      ]);
      const link = linkIn(entry.module);
      return (name) => (own.has(name) ? undefined : link(name));
    },
  };
  const pages = [
    { path: OPENING, text: openingPage(modules, all, setting) },
    ...modules.map((module) => ({
      path: pageOf(module.name),
      text: modulePage(module, setting, linkIn),
    })),
  ];
  const folders = Object.fromEntries([
    ["lib", OPENING],
    ...modules.map(({ name, file }) => [file.replace(/\/index\.ts$/, ""), pageOf(name)]),
  ]);
  return { pages, names: placesOf(modules), folders };
}
