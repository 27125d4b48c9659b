/** Pages of a course that is made up, for tests of what stands around and between pages. */
import type { Section } from "../../../tools/export/course";
import type { Fragment } from "../../../tools/export/fragment";
import type { Places } from "../../../tools/export/links";
import type { Chapter } from "../../../tools/export/nav";

/** A page of the given path; whatever a test does not care about is empty. */
export function chapter(
  path: string,
  { links = [], ...about }: Partial<Omit<Fragment, "links">> & { links?: string[] } = {},
): Chapter {
  const section = (/^(Notes|Assignments|Projects|Library|Resources)\//.exec(path)?.[1] ??
    "About") as Section;
  const fragment: Fragment = {
    mark: "mml",
    title: path,
    summary: "",
    summaryHtml: "",
    headings: [],
    anchors: [],
    links: links.map((written) => ({ written, where: "" })),
    images: [],
    names: [],
    stills: [],
    sheet: false,
    formulas: [],
    scripts: [],
    passages: [],
    minutes: 50,
    html: "",
    problems: [],
    ...about,
  };
  return { source: { path, page: path.replace(/\.(ipynb|md)$/, ".html"), section }, fragment };
}

/** A notebook that asks for others beforehand; paths from the root of the course. */
export function asking(path: string, ...needed: string[]): Chapter {
  const links = needed.map((other) => `/${other}`);
  const said = links.map((_, i) => `<a href="mmllink${i}">x</a>`).join(", ");
  const html = `<h1>T</h1><p><strong>Needed beforehand:</strong> ${said}.</p><h2>One</h2>`;
  return chapter(path, { links, html });
}

/** The README, with a row of its table for each note and its assignments. */
export function readme(...rows: string[][]): Chapter {
  const links = rows.flat();
  const row = (paths: string[]) =>
    `<tr>${paths.map((path) => `<td><a href="mmllink${links.indexOf(path)}">x</a></td>`).join("")}</tr>`;
  return chapter("README.md", { links, html: `<table>${rows.map(row).join("")}</table>` });
}

export function placesOf(chapters: readonly Chapter[]): Places {
  return {
    root: "/nowhere",
    sources: new Map(chapters.map(({ source }) => [source.path, source])),
    anchors: new Map(chapters.map(({ source }) => [source.path, new Set<string>()])),
  };
}
