import type { Place, Reference } from "../reference/pages";
import { escapeHtml } from "./html";
import { relativeUrl } from "./links";
import { type Chapter, labelOf } from "./nav";

const MENTION = /<a class="name" href="mml-name:(\d+)">([^<]*)<\/a>/g;
const USED = /<div class="used" data-name="([^"]*)"><\/div>/g;
const FORMULAS = /<div class="formulas" data-name="([^"]*)"><\/div>/g;

/** The anchor of the first place where a page uses a function. */
const useAnchor = (key: string) => `use-${key}`;

/** Links between the code of the pages and the reference, both ways, as far as both are in the site. */
export class LibraryLinks {
  private readonly pages = new Map<string, string>();
  /** Pages that use a function, by its key. */
  private readonly users = new Map<string, Chapter[]>();
  /** Formulas of a function, by its key, each with the sheet that it stands on. */
  private readonly formulas = new Map<string, { html: string; chapter: Chapter }[]>();
  /** Names of an entry, by page and anchor. */
  private readonly entries = new Map<string, Place>();

  constructor(
    private readonly reference: Reference,
    chapters: readonly Chapter[],
    alone: boolean,
  ) {
    if (alone) return;
    const made = new Set(reference.pages.map(({ path }) => path));
    for (const { source } of chapters) {
      if (made.has(source.path)) this.pages.set(source.path, source.page);
    }
    for (const place of Object.values(reference.names)) {
      if (place.anchor) this.entries.set(`${place.path}#${place.anchor}`, place);
    }
    for (const chapter of chapters.filter(({ source }) => !made.has(source.path))) {
      const keys = new Set(chapter.fragment.names.map((name) => this.find(name)?.key));
      for (const key of keys) {
        if (key) this.users.set(key, [...(this.users.get(key) ?? []), chapter]);
      }
      for (const { of, html } of chapter.fragment.formulas) {
        for (const key of of.map((name) => this.find(name)?.key)) {
          if (key) this.formulas.set(key, [...(this.formulas.get(key) ?? []), { html, chapter }]);
        }
      }
    }
  }

  /** The entry of a name as it is written in a cell. A module of which a part is named next is no link. */
  private find(written: string): Place | undefined {
    const isHead = written.endsWith(".");
    const name = isHead ? written.slice(0, -1) : written;
    const place = Object.hasOwn(this.reference.names, name)
      ? this.reference.names[name]
      : undefined;
    if (!place || !this.pages.has(place.path)) return undefined;
    return isHead && place.anchor === "" ? undefined : place;
  }

  private urlOf({ path, anchor }: Place, from: string): string {
    const page = this.pages.get(path) as string;
    const hash = anchor ? `#${encodeURIComponent(anchor)}` : "";
    return page === from && hash ? hash : `${relativeUrl(from, page)}${hash}`;
  }

  /** The html of a page with its names linked, and with what uses the functions that it tells of. */
  inPlace({ source, fragment }: Chapter): string {
    const { page } = source;
    const isReference = this.pages.has(source.path);
    const uses = new Map<string, Place>();
    const link = (_: string, i: string, words: string): string => {
      const place = this.find(fragment.names[Number(i)] as string);
      if (!place) return words;
      const href = `href="${this.urlOf(place, page)}"`;
      if (isReference) return `<a class="name" ${href}>${words}</a>`;
      const isFirst = place.anchor !== "" && !uses.has(place.key);
      if (isFirst) uses.set(place.key, place);
      const id = isFirst ? ` id="${escapeHtml(useAnchor(place.key))}"` : "";
      // hundreds of them are no stops of the Tab key: the list at the end of the page leads to the same
      return `<a class="name"${id} tabindex="-1" ${href}>${words}</a>`;
    };
    const html = fragment.html.replace(MENTION, link);
    return (html + this.listHtml([...uses.values()], page))
      .replace(FORMULAS, (_, key: string) => this.formulasHtml(key, page))
      .replace(USED, (_, key: string) => this.usedHtml(key, page));
  }

  /** The functions that a page uses, by module. */
  private listHtml(places: readonly Place[], from: string): string {
    const modules = new Map<string, string[]>();
    for (const place of [...places].sort((a, b) => a.key.localeCompare(b.key, "en"))) {
      const at = place.key.lastIndexOf(".");
      const link = `<a class="name" href="${this.urlOf(place, from)}">${escapeHtml(place.key.slice(at + 1))}</a>`;
      const module = place.key.slice(0, Math.max(0, at));
      modules.set(module, [...(modules.get(module) ?? []), link]);
    }
    if (modules.size === 0) return "";
    const items = [...modules].map(
      ([module, links]) =>
        `<dt><code>${escapeHtml(module || "…")}</code></dt><dd><code>${links.join(", ")}</code></dd>`,
    );
    return `<details class="listed"><summary>Functions on this page</summary><dl>${items.join("\n")}</dl></details>`;
  }

  private formulasHtml(key: string, from: string): string {
    const stated = this.formulas.get(key) ?? [];
    if (stated.length === 0) return "";
    const sheets = new Map(stated.map(({ chapter }) => [chapter.source.page, chapter]));
    const links = [...sheets].map(
      ([page, { fragment }]) =>
        `<a href="${relativeUrl(from, page)}">${escapeHtml(fragment.title)}</a>`,
    );
    const all = stated.map(({ html }) => `<p class="formula">${html}</p>`).join("\n");
    return `<div class="formulas">${all}<p class="from">Held on the sheet ${links.join(", ")}</p></div>`;
  }

  private usedHtml(key: string, from: string): string {
    const users = this.users.get(key) ?? [];
    if (users.length === 0) return "";
    const parts = new Map<string, string[]>();
    for (const chapter of users) {
      const { kind, short, title } = labelOf(chapter);
      const url = `${relativeUrl(from, chapter.source.page)}#${encodeURIComponent(useAnchor(key))}`;
      const link = `<a href="${url}" title="${escapeHtml(title)}">${escapeHtml(short)}</a>`;
      parts.set(kind, [...(parts.get(kind) ?? []), link]);
    }
    const told = [...parts].map(([kind, links]) => `${kind} ${links.join(", ")}`);
    return `<dl class="facts"><div><dt>Used in</dt><dd>${told.join("; ")}</dd></div></dl>`;
  }

  /** What the search knows an entry by. */
  namesOf(path: string, anchor: string): string | undefined {
    const place = this.entries.get(`${path}#${anchor}`);
    if (!place) return undefined;
    return `${place.key} ${place.anchor}`.toLowerCase();
  }

  /** How many pages use what an entry tells of. */
  usesOf(path: string, anchor: string): number {
    const place = this.entries.get(`${path}#${anchor}`);
    return (place && this.users.get(place.key)?.length) ?? 0;
  }

  /** Signatures and first sentences, by the end of an entry's URL, for who points at a name. */
  script(): string | undefined {
    if (this.pages.size === 0) return undefined;
    const told = Object.fromEntries(
      Object.values(this.reference.names).map(({ path, anchor, signature, said }) => [
        `${(this.pages.get(path) ?? path).split("/").at(-1)}${anchor && `#${anchor}`}`,
        [signature, said],
      ]),
    );
    return `window.courseLibrary = ${JSON.stringify(told)};\n`;
  }
}
