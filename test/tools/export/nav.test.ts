import { expect, test } from "vitest";
import { courseNav, turnNav } from "../../../tools/export/nav";
import { chapter } from "./chapters";

const chapters = [
  chapter("Notes/01-a.ipynb", { title: "Note 01 · Vectors" }),
  chapter("Assignments/01-b/b.ipynb"),
  chapter("Projects/c/c.ipynb"),
];

test("beside every page the course stands in reading order, its own part open", () => {
  const nav = courseNav(chapters, "Notes/01-a.html");
  expect(
    [...nav.matchAll(/<details( open)?><summary>(\w+)</g)].map(([, open, name]) => [name, !!open]),
  ).toEqual([
    ["Notes", true],
    ["Assignments", false],
    ["Projects", false],
  ]);
  expect(nav).toContain(
    '<a href="#mml-content" aria-current="page"><span class="number">1</span> <span>Vectors</span></a>',
  );
});

test("leads to the page before and the page after", () => {
  const turn = turnNav(chapters, "Assignments/01-b/b.html");
  expect(turn).toContain('<a rel="prev" class="prev" href="../../Notes/01-a.html">');
  expect(turn).toContain('<a rel="next" class="next" href="../../Projects/c/c.html">');
  expect(turnNav(chapters, "index.html")).toBe("");
});
