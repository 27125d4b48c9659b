import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { escapeHtml } from "./html";
import { relativeUrl } from "./links";

/** What a page is made of, beside what all pages share. */
export interface PageParts {
  /** Its own path in the site. */
  page: string;
  title: string;
  course: string;
  description: string;
  /** What the reader came for. */
  main: string;
  /** Whether it is a sheet of formulas, two columns on one page of paper. */
  sheet?: boolean;
  /** The contents at the side. */
  nav: string;
  /** Previous and next. */
  turn: string;
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

/** A script as text that takes a third of the room: gzip in base64, unpacked by client/figures.js. */
export const packed = (script: string) => gzipSync(script, { level: 9 }).toString("base64");

/**
 * The equipment of a page that stands alone: everything is in it. Scripts run by their hashes;
 * builds of Plotly lie in it packed until a figure comes near.
 */
export function ownEquipment(
  style: string,
  theme: string,
  script: string,
  plotly: ReadonlyMap<string, string>,
): Equipment {
  const scripts = [theme, script, ...plotly.values()];
  const builds = [...plotly].map(
    ([name, text]) => `<script type="text/plain" id="plotly-${name}">${packed(text)}</script>`,
  );
  return {
    policy: ownPolicy(scripts.map(hashOf).join(" ")),
    site: false,
    head: `<style>${style}</style>\n<script>${theme}</script>`,
    foot: [...builds, `<script>${script}</script>`].join("\n"),
  };
}

function topHtml({ page, course }: PageParts, site: boolean): string {
  const home = site
    ? `<a class="brand" href="${relativeUrl(page, "index.html")}">${escapeHtml(course)}</a>`
    : `<span class="brand">${escapeHtml(course)}</span>`;
  const search = site
    ? `<form class="search" role="search"><label for="mml-search">Search</label>
<input id="mml-search" type="search" placeholder="Search" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="mml-found" aria-autocomplete="list">
<div id="mml-found" role="listbox" aria-label="Found" hidden></div><p class="status" role="status"></p></form>`
    : "";
  return `<header class="top">
<a class="menu" href="#mml-course">Contents</a>
${home}
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
  const { title, course, description, main, sheet, nav, turn } = parts;
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
${head}
</head>
<body>
<a class="skip" href="#mml-content">Skip to the text</a>
${topHtml(parts, site)}
<div class="layout">
<main id="mml-content" tabindex="-1">
<article${sheet ? ' class="sheet"' : ""}>
${main}
</article>
${turn}
</main>
<nav id="mml-course" aria-label="Contents">
${nav}
</nav>
</div>
<p id="mml-figure-keys" hidden>Keys: arrows move or step the slider, plus and minus zoom, 0 goes back.</p>
${foot}
</body>
</html>
`;
}
