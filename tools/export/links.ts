import { existsSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { Source } from "./course";

/** Where a link of a page leads. */
export type Target =
  | { kind: "outside"; href: string }
  /** A page of the site, or a place on this page when `page` is empty. */
  | { kind: "page"; page: string; anchor: string }
  /** A file of the course, copied to the site as `copy`. */
  | { kind: "file"; file: string; copy: string }
  /** Something that is in the course and not in the site. */
  | { kind: "elsewhere"; path: string }
  | { kind: "broken"; why: string };

/** What links are resolved against. */
export interface Places {
  root: string;
  /** Every source of the course by its path. */
  sources: ReadonlyMap<string, Source>;
  /** Anchors of the pages that are in the site, by path of the source. */
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
  /** Folders that a page of the reference stands for. */
  folders?: Readonly<Record<string, string>>;
}

/** The anchor of a heading as tools/export/python/mml_export/markdown.py makes it. */
function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replace(/[\s-]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** An address with its signs decoded; a per cent sign that begins no code stands for itself. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

/**
 * The path that an address means, from the root of the course. Names are written encoded or as they are,
 * and may hold what looks like a code, so a file that is there decides; paths that lead out begin with "..".
 */
export function pathOf(address: string, from: string, root: string): string {
  const way = address.split("#", 1)[0]?.split("?", 1)[0] ?? "";
  const readings = [decode(way), way, decode(address), address].map((written) => {
    const base = written.startsWith("/") ? "." : posix.dirname(from);
    return posix.normalize(posix.join(base, written)).replace(/\/$/, "");
  });
  const isThere = (path: string) => !path.startsWith("..") && existsSync(join(root, path));
  return readings.find(isThere) ?? (readings[0] as string);
}

/** An anchor as it was written (JupyterLab and GitHub write different ones) to one that is there. */
function findAnchor(written: string, there: ReadonlySet<string>): string | null {
  const wanted = decode(written);
  return [wanted, slug(wanted)].find((id) => there.has(id)) ?? null;
}

function toPage(path: string, fragment: string, places: Places, own: boolean): Target {
  const there = places.anchors.get(path);
  if (!there) return { kind: "elsewhere", path };
  const page = own ? "" : (places.sources.get(path) as Source).page;
  if (fragment === "") return { kind: "page", page, anchor: "" };
  const anchor = findAnchor(fragment, there);
  return anchor !== null
    ? { kind: "page", page, anchor }
    : {
        kind: "broken",
        why: `${own ? "this page" : path} has no anchor #${decode(fragment)}; mend it or name a heading so`,
      };
}

/** A folder stands for its page in the reference, its README, or for the one notebook in it. */
function toFolder(path: string, places: Places): Target {
  const page = places.folders?.[path];
  if (page !== undefined) return toPage(page, "", places, false);
  const names = readdirSync(join(places.root, path));
  const notebooks = names.filter((name) => name.endsWith(".ipynb"));
  const only = notebooks.length === 1 ? notebooks : [];
  for (const name of [...only, "README.md"]) {
    const inside = posix.join(path, name);
    if (places.anchors.has(inside)) return toPage(inside, "", places, false);
  }
  return { kind: "elsewhere", path };
}

/** Browsers take a bare .ts for a film, so code is copied as text. */
const copyName = (path: string) => (/\.(ts|py|cjs|mjs)$/.test(path) ? `${path}.txt` : path);

/**
 * Finds where a link leads.
 *
 * @param href - As it stands in the notebook.
 * @param from - Path of the source it stands in.
 */
export function resolveLink(href: string, from: string, places: Places): Target {
  if (/^(https?|mailto|doi):/i.test(href)) return { kind: "outside", href };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("//")) {
    return {
      kind: "broken",
      why: "it is of a kind that has no place on the page; lead to the web or a file of the course",
    };
  }
  const [before, fragment = ""] = href.split("#", 2) as [string, string?];
  if (before === "" || before.startsWith("?")) return toPage(from, fragment, places, true);
  const path = pathOf(href, from, places.root);
  if (path.startsWith(".."))
    return { kind: "broken", why: "it leaves the course; lead to a file in it" };
  if (places.sources.has(path)) return toPage(path, fragment, places, path === from);
  const file = join(places.root, path);
  if (!existsSync(file)) return { kind: "broken", why: `there is no ${path}; mend the address` };
  if (statSync(file).isDirectory()) return toFolder(path, places);
  return { kind: "file", file, copy: copyName(path) };
}

/** The way from one page to another file of the site. */
export function relativeUrl(fromPage: string, to: string): string {
  const way = posix.relative(posix.dirname(fromPage), to);
  return way.split("/").map(encodeURIComponent).join("/");
}
