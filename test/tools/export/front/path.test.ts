import { load } from "cheerio";
import { expect, test } from "vitest";
import { needsHtml, pathHtml } from "../../../../tools/export/front/path";
import { Relations } from "../../../../tools/export/relations";
import { asking, placesOf, readme } from "../chapters";

const study = asking("Projects/p/p.ipynb", "Notes/02-b.ipynb", "Assignments/03-v/v.ipynb");
const chapters = [
  asking("Notes/01-a.ipynb"),
  asking("Notes/02-b.ipynb", "Notes/01-a.ipynb"),
  asking("Notes/03-c.ipynb", "Notes/01-a.ipynb"),
  asking("Assignments/02-w/w.ipynb", "Notes/01-a.ipynb"),
  asking("Assignments/03-v/v.ipynb", "Notes/01-a.ipynb", "Notes/03-c.ipynb"),
  study,
  readme(["Notes/01-a.ipynb", "Assignments/02-w/w.ipynb", "Assignments/03-v/v.ipynb"]),
];
const relations = new Relations(chapters, placesOf(chapters));
const $ = load(pathHtml(chapters, relations));

test("has a stop for each note, linked, and says what it builds on", () => {
  const notes = $(".note").toArray();
  expect(notes.map((note) => $(note).find("a").attr("href"))).toEqual([
    "Notes/01-a.html",
    "Notes/02-b.html",
    "Notes/03-c.html",
  ]);
  expect(notes.map((note) => $(note).find(".said").text())).toEqual([
    "",
    "builds on Note 1",
    "builds on Note 1",
  ]);
  expect($(".stop").text()).toBe("123");
  expect($("svg:not([aria-hidden=true])")).toHaveLength(0);
});

test("has the assignments beside their note, with what else they ask for", () => {
  const first = $(".practice").first();
  expect(first.children("li")).toHaveLength(2);
  expect(first.find("small").text()).toBe("after Note 3");
  expect(first.find("small a").attr("href")).toBe("Notes/03-c.html");
});

test("is nothing where there is no way", () => {
  expect(pathHtml(chapters.slice(0, 1), relations)).toBe("");
});

test("says what a case study stands on", () => {
  expect(load(needsHtml(study, relations)).text()).toBe("stands on Note 2 and Assignment 3");
});
