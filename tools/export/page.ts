import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ICON } from "./around/icon";
import { movedHtml, movedStyle } from "./around/moved";
import { escapeHtml } from "./html";
import { relativeUrl } from "./links";

/** What a page is made of, beside what all pages share. */
export interface PageParts {
  /** Its own path in the site. */
  page: string;
  title: string;
  course: string;
  description: string;
  /** Where it is made from, if it is made from a file of the course. */
  from?: string | undefined;
  /** What it has in its head beside what all pages have. */
  head?: string | undefined;
  /** What the reader came for. */
  main: string;
  /** What kind of page it is, if not one to read from top to bottom. */
  kind?: "front" | "sheet" | undefined;
  /** The contents of the page. */
  contents?: string | undefined;
  /** The contents of the course. */
  nav?: string | undefined;
  /** Where to go on: what it stands on and leads to, previous and next. */
  onward?: string | undefined;
  /** What is said below every page. */
  colophon?: string | undefined;
}

/** How a page comes by its style and scripts. */
export interface Equipment {
  policy: string;
  head: string;
  /** What stands at the end of the page. */
  foot: string;
  /** Whether there is a site around it to search in and to go to. */
  site: boolean;
}

const SUN =
  '<svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20"><path fill="currentColor" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2v14a7 7 0 0 1 0-14Z"/></svg>';

/**
 * Nothing is loaded but from the site itself; text is never run as code. Browsers differ in whether a
 * page opened from a disk is its own origin ('self'), so `file:` is named beside it; on a page that came
 * from a server that allows nothing more.
 */
const SITE_POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' file: data: blob:",
  "font-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The equipment of a page of the site: shared files, told apart by version. */
export function siteEquipment(page: string, version: string): Equipment {
  const url = (name: string) => `${relativeUrl(page, `assets/${name}`)}?v=${version}`;
  const assets = relativeUrl(page, "assets");
  return {
    policy: SITE_POLICY,
    site: true,
    foot: "",
    head: [
      movedStyle(),
      `<link rel="stylesheet" href="${url("style.css")}">`,
      `<script src="${url("theme.js")}"></script>`,
      `<script defer src="${url("site.js")}" data-assets="${assets}/" data-version="${version}" data-root="${relativeUrl(page, "index.html").replace(/index\.html$/, "")}"></script>`,
    ].join("\n"),
  };
}

/** A security policy for a page that has everything in it and runs only the given scripts. */
export const ownPolicy = (scriptSources: string) =>
  [
    "default-src 'none'",
    `script-src ${scriptSources}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** What a security policy calls a script by. */
export const hashOf = (script: string) =>
  `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;

/** A script as text that takes a third of the room: gzip in base64, unpacked by client/late.js. */
export const packed = (script: string) => gzipSync(script, { level: 9 }).toString("base64");

/**
 * The equipment of a page that stands alone: everything is in it. Scripts run by their hashes;
 * those that it loads when they are asked for lie in it packed.
 */
export function ownEquipment(
  style: string,
  theme: string,
  script: string,
  late: ReadonlyMap<string, string>,
): Equipment {
  const scripts = [theme, script, ...late.values()];
  const kept = [...late].map(
    ([name, text]) => `<script type="text/plain" id="script-${name}">${packed(text)}</script>`,
  );
  return {
    policy: ownPolicy(scripts.map(hashOf).join(" ")),
    site: false,
    head: `<style>${style}</style>\n<script>${theme}</script>`,
    foot: [...kept, `<script>${script}</script>`].join("\n"),
  };
}

/** What stands beside the page: its own contents, and those of the course. */
function sideHtml({ contents, nav }: PageParts): string {
  const course = nav && `<nav id="mml-course" aria-label="Course">\n${nav}\n</nav>`;
  const parts = [contents, course].filter(Boolean);
  return parts.length > 0 ? `<div class="side" id="mml-side">\n${parts.join("\n")}\n</div>` : "";
}

function topHtml({ page, course, contents, nav }: PageParts, site: boolean): string {
  const home = site
    ? `<a class="brand" href="${relativeUrl(page, "index.html")}">${escapeHtml(course)}</a>`
    : `<span class="brand">${escapeHtml(course)}</span>`;
  const search = site
    ? `<form class="search" role="search"><label for="mml-search">Search</label>
<input id="mml-search" type="search" placeholder="Search" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="mml-found" aria-autocomplete="list">
<div id="mml-found" tabindex="-1" role="listbox" aria-label="Found" hidden></div><p class="status" role="status"></p></form>`
    : "";
  const menu = contents || nav ? '<a class="menu" href="#mml-side">Contents</a>\n' : "";
  return `<header class="top">
${menu}${home}
${search}
<button class="theme" type="button" aria-label="Dark theme" aria-pressed="false">${SUN}</button>
</header>`;
}

const DESCRIPTION = 200;

/** As much of a description as search engines show. */
const cut = (text: string) =>
  text.length > DESCRIPTION ? `${text.slice(0, DESCRIPTION).replace(/\s+\S*$/, "")} …` : text;

/** A whole page. */
export function pageHtml(parts: PageParts, { policy, head, foot, site }: Equipment): string {
  const { title, course, description, main, kind, onward, colophon } = parts;
  const full = title === course ? title : `${title} · ${course}`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(full)}</title>
<meta name="description" content="${escapeHtml(cut(description))}">
<link rel="icon" href="${ICON}">
${[parts.head, head].filter(Boolean).join("\n")}
</head>
<body>
<a class="skip" href="#mml-content">Skip to the text</a>
${site ? movedHtml(parts.from) : ""}
${topHtml(parts, site)}
<div class="layout">
<main id="mml-content" tabindex="-1">
<article${kind ? ` class="${kind}"` : ""}>
${main}
</article>
${onward ?? ""}
</main>
${sideHtml(parts)}
${colophon ?? ""}
</div>
<p id="mml-figure-keys" hidden>Keys: arrows move or step the slider, space plays and pauses, plus and minus zoom, 0 goes back.</p>
${foot}
</body>
</html>
`;
}
