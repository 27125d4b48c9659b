import { expect, test } from "vitest";
import type { Section } from "../../../tools/export/course";
import { type Chapter, courseMap, courseNav } from "../../../tools/export/nav";

const chapter = (section: Section, name: string): Chapter => {
  const fragment = { title: name, summaryHtml: "", headings: [] };
  const source = { section, path: `${section}/${name}.ipynb`, page: `${section}/${name}.html` };
  return { source, fragment } as unknown as Chapter;
};
const chapters = [
  chapter("Notes", "01-a"),
  chapter("Assignments", "01-b"),
  chapter("Projects", "c"),
];
const order = (html: string) =>
  [...html.matchAll(/<(?:h2[^>]*|summary)>(\w+)</g)].map(([, name]) => name);

test("the front page leads with the projects; beside every page the course stands in reading order", () => {
  expect(order(courseMap(chapters))).toEqual(["Projects", "Notes", "Assignments"]);
  expect(order(courseNav(chapters, "Notes/01-a.html"))).toEqual([
    "Notes",
    "Assignments",
    "Projects",
  ]);
});
