import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Address } from "./addresses";
import type { Fragment } from "./fragment";
import { escapeHtml } from "./html";
import { imageSize } from "./imageSize";
import type { LibraryLinks } from "./library";
import { type Places, pathOf, relativeUrl, resolveLink, type Target } from "./links";
import type { Chapter } from "./nav";

/** The middle of a page with its links and images in place, and the files that go with it. */
export interface Placed {
  html: string;
  /** Files to copy into the site: path there → file. */
  copies: Map<string, string>;
  /** Files made here: path in the site → content. */
  made: Map<string, Buffer>;
  problems: string[];
}

const TYPES: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

function dataUrl(type: string, content: Buffer): string {
  return `data:${type};base64,${content.toString("base64")}`;
}

function linkAttributes(target: Target, page: string, alone: boolean): string {
  switch (target.kind) {
    case "outside":
      return `href="${escapeHtml(target.href)}" rel="external noopener"`;
    case "page": {
      const anchor = target.anchor ? `#${encodeURIComponent(target.anchor)}` : "";
      if (target.page === "") return `href="${anchor || "#mml-content"}"`;
      if (alone) return elsewhere(target.page);
      return `href="${relativeUrl(page, target.page)}${anchor}"`;
    }
    case "file":
      return alone ? elsewhere(target.copy) : `href="${relativeUrl(page, target.copy)}"`;
    default:
      return elsewhere(target.kind === "elsewhere" ? target.path : "");
  }
}

/** A link that leads nowhere from here keeps its words and says where the thing lies. */
const elsewhere = (path: string) =>
  `class="elsewhere" title="${escapeHtml(`In the course: ${path}`)}"`;

interface Setting {
  page: string;
  from: string;
  places: Places;
  alone: boolean;
}

function placeImage({ written, where }: Address, setting: Setting, placed: Placed): string {
  const { page, from, places, alone } = setting;
  const refuse = (what: string) => {
    placed.problems.push(`${where}the image ${written} ${what}`);
    return "";
  };
  if (/^(https?:)?\/\//.test(written)) {
    return refuse("would be fetched from the network: put a copy beside the notebook");
  }
  if (written.startsWith("attachment:")) {
    return refuse("is missing: the cell has no such attachment; paste it into the cell again");
  }
  const path = pathOf(written, from, places.root);
  const file = join(places.root, path);
  if (path.startsWith("..")) return refuse("is not in the course: put a copy beside the notebook");
  if (!existsSync(file) || !statSync(file).isFile()) {
    return refuse(`is missing: there is no ${path}; put it there or mend the name`);
  }
  const type = TYPES[extname(file).toLowerCase()];
  if (!type) {
    return refuse("is of a kind that not every browser shows: use PNG, JPEG, GIF, SVG or WebP");
  }
  if (alone) return dataUrl(type, readFileSync(file));
  placed.copies.set(path, file);
  return relativeUrl(page, path);
}

/** The room that an image takes, for nothing is to move when it is there. */
function roomOf({ written }: Address, { from, places }: Setting): string {
  const file = join(places.root, pathOf(written, from, places.root));
  const isFile = existsSync(file) && statSync(file).isFile();
  const size = isFile ? imageSize(readFileSync(file)) : undefined;
  return size ? `width="${size.width}" height="${size.height}"` : "";
}

function placeStill(fragment: Fragment, i: number, setting: Setting, placed: Placed): string {
  const { name, base64 } = fragment.stills[i] as Fragment["stills"][number];
  if (setting.alone) return `data:image/png;base64,${base64}`;
  const path = setting.page.replace(/\.html$/, `_files/${name}`);
  placed.made.set(path, Buffer.from(base64, "base64"));
  return relativeUrl(setting.page, path);
}

/**
 * Puts a fragment in its place: its links lead to pages of the site, its images lie beside it.
 *
 * @param library - Where names of the library in its code lead.
 * @param alone - For a page that stands alone: images are in it, other pages are named, not linked.
 */
export function place(
  chapter: Chapter,
  places: Places,
  library: LibraryLinks,
  alone: boolean,
): Placed {
  const { source, fragment } = chapter;
  const setting = { page: source.page, from: source.path, places, alone };
  const placed: Placed = { html: "", copies: new Map(), made: new Map(), problems: [] };
  const links = fragment.links.map(({ written, where }) => {
    const target = resolveLink(written, source.path, places);
    if (target.kind === "broken")
      placed.problems.push(`${where}the link to ${written} is broken: ${target.why}`);
    if (target.kind === "file" && !alone) placed.copies.set(target.copy, target.file);
    return linkAttributes(target, source.page, alone);
  });
  const images = fragment.images.map((image) => placeImage(image, setting, placed));
  const stills = fragment.stills.map((_, i) => placeStill(fragment, i, setting, placed));
  const numbered = (attribute: string, kind: string) =>
    new RegExp(`${attribute}="${fragment.mark}${kind}(\\d+)"`, "g");
  placed.html = library
    .inPlace(chapter)
    .replace(numbered("href", "link"), (_, i) => links[Number(i)] as string)
    .replace(numbered("src", "image"), (_, i) => `src="${images[Number(i)]}"`)
    .replace(numbered("data-size", ""), (_, i) =>
      roomOf(fragment.images[Number(i)] as Address, setting),
    )
    .replace(numbered("src", "still"), (_, i) => `src="${stills[Number(i)]}"`);
  return placed;
}
